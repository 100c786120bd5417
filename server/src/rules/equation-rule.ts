import type { Bilingual } from '../form/form';
import { type CellKey, cellKey, type LeafColumn, type LeafRow } from '../form/indexed-form';
import { type Cause, causesOf } from '../reconcile/causes';
import type { CheckedEquation } from '../reconcile/equations';
import type { PlacedTable } from '../report/placed-tables';
import type { BoundCell } from '../report/table';
import { halfWidth } from '../text/number';
import { cellName, placed } from './names';
import { defineRule, type Fix, type RegisteredRule, type RelatedPlace } from './rule';

/** A cause of failing equations in one table. */
export interface FailingCause {
  readonly table: PlacedTable;
  readonly cause: Cause;
}

/** What a rule about one family of equations says; `left` and `right` are the two sums. */
export interface EquationWording {
  readonly code: string;
  readonly catalogueCode: string;
  readonly title: Bilingual;
  /** The message's first half: what is compared, with its numbers. */
  compare(left: number, right: number, equation: CheckedEquation, table: PlacedTable): Bilingual;
  /** What the left side is called in the title of the fix: `六栏之和`. */
  readonly leftName: Bilingual;
}

/** A rule that reports the failing equations of the families that name its code. */
export function equationRule(wording: EquationWording): RegisteredRule {
  return defineRule<FailingCause>({
    code: wording.code,
    catalogueCode: wording.catalogueCode,
    severity: 'error',
    title: wording.title,
    *detect(report) {
      for (const table of report.tables) {
        for (const cause of causesOf(table.table)) {
          if (cause.leading.equation.family.rule === wording.code) yield { table, cause };
        }
      }
    },
    render({ table, cause }) {
      const { leading } = cause;
      const compared = wording.compare(leading.left ?? 0, leading.right ?? 0, leading, table);
      const advice = adviceOf(cause);
      return {
        range: placed(table, blamedCell(table, cause).range),
        message: { zh: `${compared.zh}。${advice.zh}`, en: `${compared.en}. ${advice.en}` },
        related: relatedCells(table, cause),
      };
    },
    fix({ table, cause }) {
      return cause.total ? [recompute(table, cause.total, wording.leftName)] : [];
    },
  });
}

function adviceOf({ total, failing }: Cause): Bilingual {
  if (total?.proven) {
    return {
      zh: `改为 ${total.value} 后，相关等式全部成立${failing.length > 1 ? `（现有 ${failing.length} 个不成立）` : ''}`,
      en: `With ${total.value} every equation of this cell holds${failing.length > 1 ? ` (${failing.length} fail now)` : ''}`,
    };
  }
  return { zh: '请核对所列各格', en: 'Check the cells listed' };
}

function blamedCell(table: PlacedTable, { leading }: Cause): BoundCell {
  const key = leading.equation.right[0] as CellKey;
  return table.table.cells.get(key) as BoundCell;
}

/** Every cell of every equation that fails, each once, with its number. */
function relatedCells(table: PlacedTable, cause: Cause): RelatedPlace[] {
  const keys = new Set(cause.failing.flatMap(({ equation }) => [...equation.left, ...equation.right]));
  keys.delete(cause.leading.equation.right[0] as CellKey);
  const related: RelatedPlace[] = [];
  for (const key of keys) {
    const cell = table.table.cells.get(key);
    if (!cell) continue;
    const text = `${cellName(cell.row, cell.column, table.table.form)}＝${cell.value}`;
    related.push({ range: placed(table, cell.range), message: { zh: text, en: text } });
  }
  return related;
}

function recompute(table: PlacedTable, total: NonNullable<Cause['total']>, leftName: Bilingual): Fix {
  const cell = table.table.cells.get(total.key) as BoundCell;
  return {
    title: { zh: `改为 ${total.value}（${leftName.zh}）`, en: `Change to ${total.value} (${leftName.en})` },
    preferred: total.proven,
    edits: [{ range: placed(table, cell.range), newText: writtenAs(total.value, cell.text) }],
  };
}

/** A number in the writing of the one it replaces: full-width digits, thousands separators. */
export function writtenAs(value: number, old: string): string {
  const plain = /\d[,，]\d{3}/u.test(halfWidth(old)) ? value.toLocaleString('en-US') : String(value);
  const isFullWidth = /[０-９]/u.test(old);
  return isFullWidth
    ? plain.replace(/[0-9.,]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    : plain;
}

/** The row of an equation over rows, for its name. */
export function equationRow(equation: CheckedEquation, table: PlacedTable): LeafRow | undefined {
  return table.table.cells.get(equation.equation.right[0] as CellKey)?.row;
}

/** The column of an equation over columns, for its name. */
export function equationColumn(equation: CheckedEquation, table: PlacedTable): LeafColumn | undefined {
  return table.table.cells.get(equation.equation.right[0] as CellKey)?.column;
}

/** A cell's number, for messages that spell an equation out. */
export function cellValue(table: PlacedTable, row: string, column: string): number | null {
  return table.table.cells.get(cellKey(row, column))?.value ?? null;
}
