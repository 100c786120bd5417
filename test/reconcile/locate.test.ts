import assert from 'node:assert/strict';
import { shippedForms } from '../../server/src/form/load';
import { type Evidence, noEvidence } from '../../server/src/reconcile/evidence';
import { failingBalances, ledgerOf } from '../../server/src/reconcile/ledger';
import { type Mistake, Mistakes } from '../../server/src/reconcile/mistakes';
import { judge, type Verdict } from '../../server/src/reconcile/verdict';
import { type Located, locate } from '../support/located';
import { draws, type Figures, plantedTable, plants, requests, soundRequests } from '../support/planted-slips';

const tables = 150;

/** Random tables with slips planted, the same in every run, searched. */
function located(count: number, ...kinds: readonly string[]): Located[] {
  const draw = draws(20_261);
  const chosen = kinds.map((name) => plants[name] ?? assert.fail(name));
  return Array.from({ length: tables }, () => locate(plantedTable(draw, requests, chosen, count)));
}

function share(results: readonly Located[], is: (one: Located) => boolean): number {
  return results.filter(is).length / results.length;
}

const ofOneCell = [
  'digits swapped',
  'digit dropped',
  'digit doubled',
  'digit changed',
  'tenfold',
  'addend changed',
  'total changed',
];
const ofSeveralCells = ['neighbours exchanged', 'row shifted'];

describe('the search for wrong cells', () => {
  for (const kind of ofOneCell) {
    it(`names one wrong cell in every table: ${kind}`, () => {
      assert.equal(
        share(located(1, kind), (one) => one.isRight),
        1,
      );
    });
    it(`names two, seldom leaves them open, and is never wrong: ${kind}`, () => {
      const results = located(2, kind);
      assert.ok(share(results, (one) => one.isRight) >= 0.93, `${share(results, (one) => one.isRight)}`);
      assert.equal(
        share(results, (one) => one.isAmong),
        1,
      );
      assert.ok(share(results, (one) => one.isWrong) < 0.01);
    });
  }
  for (const kind of ofSeveralCells) {
    it(`always has the truth among the explanations of one slip, and names nothing else: ${kind}`, () => {
      const results = located(1, kind);
      assert.equal(
        share(results, (one) => one.isAmong),
        1,
      );
      assert.equal(
        share(results, (one) => one.isWrong),
        0,
      );
      assert.ok(share(results, (one) => one.isRight) > 0.5);
    });
  }
  for (const kind of ofSeveralCells) {
    it(`hardly ever takes what is right for wrong where two slips are made: ${kind}`, () => {
      assert.ok(share(located(2, kind), (one) => one.isWrong) < 0.01);
    });
  }
  for (const count of [2, 3, 5]) {
    it(`hardly ever takes what is right for wrong where ${count} slips of all kinds are in a table`, () => {
      const results = located(count, ...Object.keys(plants));
      assert.ok(share(results, (one) => one.isWrong) < 0.01);
    });
  }
});

const columns = requests.columns.map((column) => column.definition.id);
const at = (row: string, column: string): number =>
  (requests.rowById.get(row)?.firstPlace ?? 0) + columns.indexOf(column);

/** A table from figures, with what is changed in it: numbers, or not a number for what cannot be read. */
function verdictOf(figures: Figures, changes: ReadonlyMap<number, number>, evidence: Evidence): Verdict {
  const cells = requests.rows.flatMap(({ keys }) => keys.map((key) => (figures.get(key) ?? 0) * 100));
  for (const [place, value] of changes) cells[place] = value * 100;
  const ledger = ledgerOf(requests, cells);
  return judge(ledger, new Mistakes(ledger, evidence), failingBalances(ledger));
}

function named(mistakes: readonly Mistake[]): string[] {
  const keys = requests.rows.flatMap((row) => row.keys);
  return mistakes.flatMap(({ changes }) => changes.map(({ cell, to }) => `${keys[cell]}=${to / 100}`));
}

/** A sound table in which all is 0 but two rows of natural persons. */
function sparse(): Figures {
  const figures: Figures = new Map();
  for (const column of ['naturalPerson', 'total']) {
    figures.set(`granted/${column}`, 12).set(`unable.notHeld/${column}`, 30);
    figures.set(`resultTotal/${column}`, 42).set(`new/${column}`, 42);
  }
  return figures;
}

describe('evidence', () => {
  // Two rows are off by as much, one above and one below: it may be in any column with enough to take.
  const changes = new Map([
    [at('granted', 'total'), 14],
    [at('unable.notHeld', 'total'), 28],
  ]);
  it('of nothing leaves a tie', () => {
    const { certain, open } = verdictOf(sparse(), changes, noEvidence);
    assert.deepEqual(certain, []);
    assert.ok(open.length > 1);
  });
  it('of the prose ranks what agrees with it first', () => {
    const stated = new Map([
      ['granted/naturalPerson', [{ value: 14, source: 'prose' as const }]],
      ['unable.notHeld/naturalPerson', [{ value: 28, source: 'prose' as const }]],
    ]);
    const { open } = verdictOf(sparse(), changes, { stated, editedLast: null });
    assert.deepEqual(named(open[0] ?? []).sort(), [
      'granted/naturalPerson=14',
      'unable.notHeld/naturalPerson=28',
    ]);
  });
  it('that speaks against a change ranks it last', () => {
    const stated = new Map([['granted/naturalPerson', [{ value: 12, source: 'lastYear' as const }]]]);
    const { open } = verdictOf(sparse(), changes, { stated, editedLast: null });
    assert.ok(named(open.at(-1) ?? []).includes('granted/naturalPerson=14'));
  });
  it('of the cell edited last decides between equals', () => {
    const { open } = verdictOf(sparse(), changes, { stated: new Map(), editedLast: 'granted/total' });
    assert.ok(named(open[0] ?? []).includes('granted/total=12'));
  });
});

it('nothing is certain where two rows that stand a column off look like one wrong number', () => {
  const figures = sparse().set('denied.thirdPartyRights/commercialEnterprise', 2);
  for (const column of ['naturalPerson', 'total'])
    figures.set(`otherDisposal.other/${column}`, 2).set(`notProcessed.petition/${column}`, 1);
  figures.set('denied.thirdPartyRights/total', 2);
  for (const row of ['resultTotal', 'new']) {
    figures.set(`${row}/naturalPerson`, 45).set(`${row}/commercialEnterprise`, 2).set(`${row}/total`, 47);
  }
  const changes = new Map([
    [at('denied.thirdPartyRights', 'naturalPerson'), 2],
    [at('denied.thirdPartyRights', 'commercialEnterprise'), 0],
    [at('otherDisposal.other', 'naturalPerson'), 0],
  ]);
  const { certain, open } = verdictOf(figures, changes, noEvidence);
  assert.deepEqual(named(certain), []);
  assert.deepEqual(named(open[0] ?? []), ['otherDisposal.other/commercialEnterprise=2']);
});

describe('cells that cannot be read', () => {
  it('are worked out of their row, so that their column tells the wrong cell', () => {
    const draw = draws(7);
    for (let i = 0; i < 50; i++) {
      const figures = soundRequests(draw);
      const right = figures.get('granted/naturalPerson') ?? 0;
      const changes = new Map([
        [at('granted', 'naturalPerson'), right + 17],
        [at('unable.notHeld', 'naturalPerson'), Number.NaN],
      ]);
      const { certain } = verdictOf(figures, changes, noEvidence);
      assert.deepEqual(named(certain), [`granted/naturalPerson=${right}`]);
    }
  });
  it('never leave less than nothing for themselves', () => {
    const changes = new Map([
      [at('granted', 'naturalPerson'), Number.NaN],
      [at('granted', 'total'), 0],
      [at('new', 'naturalPerson'), 43],
    ]);
    const { certain, open } = verdictOf(sparse(), changes, noEvidence);
    for (const mistakes of [certain, ...open])
      for (const one of named(mistakes)) assert.doesNotMatch(one, /=-/u);
  });
});

describe('values that no cell can hold', () => {
  for (const value of [-5, 1.5, 1e13, -1e13]) {
    it(`are found out and never proposed: ${value}`, () => {
      const changes = new Map([[at('granted', 'naturalPerson'), value]]);
      const { certain, open } = verdictOf(sparse(), changes, noEvidence);
      const proposed = [certain, ...open].flatMap((mistakes) => named(mistakes));
      for (const one of proposed) assert.match(one, /=\d{1,12}$/u);
      if (Math.abs(value) < 1e12) assert.deepEqual(named(certain), ['granted/naturalPerson=12']);
    });
  }
  it('far beyond what can be reckoned with do no harm', () => {
    const changes = new Map([[at('granted', 'naturalPerson'), 1e18]]);
    const { certain, open } = verdictOf(sparse(), changes, noEvidence);
    for (const mistakes of [certain, ...open])
      for (const one of named(mistakes)) assert.match(one, /=\d{1,12}$/u);
  });
});

it('a cell of the shipped forms stands in one equation of a family, which the search relies on', () => {
  for (const { tables: all } of shippedForms()) {
    for (const { equationsOf } of all) {
      for (const [key, equations] of equationsOf) {
        const families = equations.map((one) => one.family.id);
        assert.equal(new Set(families).size, families.length, key);
      }
    }
  }
});
