import type { Bilingual } from '../../form/form';
import type { CellKey, FormTable } from '../../form/indexed-form';
import type { Correction, Repair, StatedCorrection } from '../../reconcile/causes';
import type { Slip } from '../../reconcile/slips';
import type { PlacedTable } from '../../report/placed-tables';
import type { BoundCell } from '../../report/table';
import { halfWidth } from '../../text/number';
import { cellName, placed } from '../names';
import type { Fix } from '../rule';

/** What each slip is called; null where there is no more to say than that the number is wrong. */
const slipNames: Readonly<Record<Slip, Bilingual | null>> = {
  swapped: { zh: '两位数字颠倒', en: 'two digits are swapped' },
  dropped: { zh: '漏了一位数字', en: 'a digit is missing' },
  added: { zh: '多了一位数字', en: 'a digit too many' },
  tenfold: { zh: '差了十倍', en: 'off by ten times' },
  similar: { zh: '一位数字形近致误', en: 'a digit is taken for one like it' },
  changed: { zh: '一位数字有误', en: 'one digit is wrong' },
  exchanged: { zh: '相邻两格的数填反', en: 'two neighbours are exchanged' },
  misplaced: { zh: '两格的数填反', en: 'two numbers are exchanged' },
  shifted: { zh: '整行的数错了一栏', en: 'the row stands a column off' },
  miscounted: null,
  filled: null,
  emptied: null,
  improper: null,
  other: null,
};

/** Why a repair is likely: the slip it supposes, and where else its numbers stand. May be empty. */
export function reasonsFor({ table }: PlacedTable, { slip, stated, corrections }: Repair): Bilingual[] {
  const name = slipNames[slip];
  const sources = stated.map((one) => sourceName(one, corrections.length > 1, table.form));
  const told = new Map(sources.map((one) => [one.zh, one]));
  return [...(name ? [name] : []), ...told.values()];
}

/** Where the number of a correction stands: `上年报告“结转下年度继续办理”为 3`. */
function sourceName(
  { key, value, source }: StatedCorrection,
  isOneOfSeveral: boolean,
  form: FormTable,
): Bilingual {
  if (source === 'prose')
    return isOneOfSeveral
      ? { zh: `正文所写为 ${value}`, en: `the prose has ${value}` }
      : { zh: '正文所写即此数', en: 'the prose has this number' };
  const to = form.rowOfCell.get(key)?.definition.id;
  const carry = form.definition.carries?.find((one) => one.to === to);
  const label = form.rowById.get(carry?.from ?? '')?.definition.label ?? '';
  return { zh: `上年报告“${label}”为 ${value}`, en: `last year’s report has ${value} in “${label}”` };
}

/** All corrections of several repairs. */
export function correctionsOf(repairs: readonly Repair[]): readonly Correction[] {
  return repairs.flatMap((repair) => repair.corrections);
}

/** `将“结果维持”改为 3（现为 2，一位数字有误）`, for each of the repairs. */
export function repairTitle(table: PlacedTable, repairs: readonly Repair[]): Bilingual {
  const parts = repairs.map((repair) => {
    const reasons = reasonsFor(table, repair);
    const several = repair.corrections.length > 1;
    const cells = repair.corrections.map(({ key, value }) => {
      const cell = table.table.cells.get(key) as BoundCell;
      const name = cellName(cell.row, cell.column, table.table.form);
      const inside = several ? [] : reasons;
      return {
        zh: `将“${name}”改为 ${value}（${[`现为 ${cell.value}`, ...inside.map((one) => one.zh)].join('，')}）`,
        en: `“${name}” to ${value} (${[`now ${cell.value}`, ...inside.map((one) => one.en)].join(', ')})`,
      };
    });
    const behind = several && reasons.length > 0;
    return {
      zh: `${cells.map((cell) => cell.zh).join('，')}${behind ? `——${reasons.map((one) => one.zh).join('，')}` : ''}`,
      en: `${cells.map((cell) => cell.en).join(', ')}${behind ? `: ${reasons.map((one) => one.en).join(', ')}` : ''}`,
    };
  });
  return {
    zh: parts.map((part) => part.zh).join('；'),
    en: `Change ${parts.map((part) => part.en).join('; ')}`,
  };
}

/** Writes the corrected numbers, each over the characters of the old one. */
export function repairFix(
  table: PlacedTable,
  repairs: readonly Repair[],
  title: Bilingual,
  preferred: boolean,
): Fix {
  const edits = correctionsOf(repairs).map(({ key, value }) => {
    const cell = table.table.cells.get(key) as BoundCell;
    return { range: placed(table, cell.range), newText: writtenAs(value, cell.text) };
  });
  return { title, preferred, edits };
}

/** The cells that every one of several explanations changes. */
export function sharedCells(alternatives: readonly (readonly Repair[])[]): readonly CellKey[] {
  const [first = [], ...others] = alternatives.map((repairs) => correctionsOf(repairs).map(({ key }) => key));
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

/** A number in the writing of the one it replaces: full-width digits, thousands separators. */
export function writtenAs(value: number, old: string): string {
  const plain = /\d[,，]\d{3}/u.test(halfWidth(old)) ? value.toLocaleString('en-US') : String(value);
  const isFullWidth = /[０-９]/u.test(old);
  return isFullWidth
    ? plain.replace(/[0-9.,]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    : plain;
}
