import type { Balance, Ledger } from './ledger';
import { residual } from './ledger';

/** What putting something right adds to a balance, in hundredths. */
export interface Addition {
  readonly balance: number;
  readonly amount: number;
}

/** What the balances of a ledger come to while a search tries corrections, and which of them fail. */
export class Residuals {
  private readonly left: number[];
  private readonly list: number[] = [];
  /** Where in the list each balance stands; -1 where it does not fail. */
  private readonly at: Int32Array;
  /** How many balances of each family fail. */
  private readonly ofFamily: Int32Array;

  /** Only the balances that are given fail; what others come to has causes of its own and counts as even. */
  constructor(
    private readonly ledger: Ledger,
    given: readonly number[],
  ) {
    const { balances } = ledger;
    this.left = new Array(balances.length).fill(0);
    this.at = new Int32Array(balances.length).fill(-1);
    this.ofFamily = new Int32Array(ledger.familyCount);
    for (const balance of given) {
      const value = residual(ledger, balances[balance] as Balance);
      this.left[balance] = value;
      if (value !== 0) this.enter(balance);
    }
  }

  /** The failing balances, in no certain order: another one after every change. */
  get failing(): readonly number[] {
    return this.list;
  }

  of(balance: number): number {
    return this.left[balance] as number;
  }

  fails(balance: number): boolean {
    return (this.at[balance] as number) >= 0;
  }

  /** Adds to balances what a correction does, or takes it off again. */
  add(effect: readonly Addition[], sign: 1 | -1): void {
    for (const { balance, amount } of effect) {
      const before = this.left[balance] as number;
      const after = before + sign * amount;
      this.left[balance] = after;
      if (before === 0) this.enter(balance);
      else if (after === 0) this.leave(balance);
    }
  }

  /** The most balances of one family that fail. */
  get mostOfOneFamily(): number {
    let most = 0;
    for (const count of this.ofFamily) if (count > most) most = count;
    return most;
  }

  private enter(balance: number): void {
    this.at[balance] = this.list.length;
    this.list.push(balance);
    this.count(balance, 1);
  }

  private leave(balance: number): void {
    const place = this.at[balance] as number;
    const last = this.list.pop() as number;
    if (last !== balance) {
      this.list[place] = last;
      this.at[last] = place;
    }
    this.at[balance] = -1;
    this.count(balance, -1);
  }

  private count(balance: number, by: 1 | -1): void {
    const family = this.ledger.familyOf[balance] as number;
    if (family >= 0) this.ofFamily[family] = (this.ofFamily[family] as number) + by;
  }
}
