import type { Bilingual } from '../../form/form';
import { type CellKey, cellKey, type LeafColumn, type LeafRow } from '../../form/indexed-form';
import { type Cause, isTotalOf } from '../../reconcile/causes';
import type { CheckedEquation } from '../../reconcile/equations';
import { causesIn } from '../../reconcile/report-causes';
import type { PlacedTable } from '../../report/placed-tables';
import type { BoundCell } from '../../report/table';
import type { Range } from '../../text/range';
import { cellName, placed, rowName } from '../names';
import { defineRule, type RegisteredRule, type RelatedPlace, type RuleDocumentation } from '../rule';
import { correctionsOf, repairFix, repairTitle, sharedCells } from './repairs';
import { isOfTornNumber } from './torn-number';

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
  readonly documentation: RuleDocumentation;
  /** The message's first half: what is compared, with its numbers. */
  compare(left: number, right: number, equation: CheckedEquation, table: PlacedTable): Bilingual;
  /** What the left side is called in the title of the fix: `六栏之和`. */
  readonly leftName: Bilingual;
}

/** Equations of more cells name only those that are not 0. */
const mostNamed = 7;
/** More corrections to choose from help nobody. */
const mostOffered = 8;

/** A rule that reports the failing equations of the families that name its code. */
export function equationRule(wording: EquationWording): RegisteredRule {
  return defineRule<FailingCause>({
    code: wording.code,
    catalogueCode: wording.catalogueCode,
    severity: 'error',
    editions: 'all',
    fixes: 'safe',
    title: wording.title,
    documentation: wording.documentation,
    detect(report) {
      const found: FailingCause[] = [];
      for (const table of report.tables) {
        for (const cause of causesIn(report, table)) {
          if (isImproper(cause) || !isOfTotal(cause)) continue;
          if (cause.leading.equation.family.rule !== wording.code) continue;
          if (!isOfTornNumber(cause, table, report)) found.push({ table, cause });
        }
      }
      return found;
    },
    render({ table, cause }) {
      const { leading } = cause;
      const compared = wording.compare(leading.left ?? 0, leading.right ?? 0, leading, table);
      const advice = adviceOf(table, cause);
      return {
        range: placed(table, blamedCell(table, cause).range),
        message: { zh: `${compared.zh}。${advice.zh}`, en: `${compared.en}. ${advice.en}` },
        related: relatedEquations(table, cause),
        suspects: suspectRows(table, cause),
      };
    },
    fix({ table, cause }) {
      const { culprit, alternatives, leading } = cause;
      const known = culprit ? [[culprit]] : alternatives.slice(0, mostOffered);
      return known.map((repairs) => {
        const [only, ...others] = correctionsOf(repairs);
        const isTotal = only && others.length === 0 && isTotalOf(only.key, leading.equation);
        const title = isTotal
          ? {
              zh: `改为 ${only.value}（${wording.leftName.zh}）`,
              en: `Change to ${only.value} (${wording.leftName.en})`,
            }
          : repairTitle(table, repairs);
        return repairFix(table, repairs, title, culprit !== null);
      });
    },
  });
}

/** Whether a cause is told on a total: the total is wrong, or nothing is known but that it does not agree. */
export function isOfTotal({ culprit, leading }: Cause): boolean {
  if (!culprit) return true;
  const [only, ...others] = culprit.corrections;
  return only !== undefined && others.length === 0 && isTotalOf(only.key, leading.equation);
}

/** Whether a cause is a number that no such cell can hold: that is told by what it is, not by what it breaks. */
export function isImproper({ culprit }: Cause): boolean {
  return culprit?.slip === 'improper';
}

function adviceOf(table: PlacedTable, cause: Cause): Bilingual {
  const { culprit, alternatives, failing } = cause;
  if (culprit) {
    const value = culprit.corrections[0]?.value;
    return {
      zh: `改为 ${value} 后，相关等式全部成立${failing.length > 1 ? `（现有 ${failing.length} 个不成立）` : ''}`,
      en: `With ${value} every equation of this cell holds${failing.length > 1 ? ` (${failing.length} fail now)` : ''}`,
    };
  }
  if (alternatives.length > 1) {
    const shared = sharedCells(alternatives).map((key) => {
      const cell = table.table.cells.get(key) as BoundCell;
      return `“${cellName(cell.row, cell.column, table.table.form)}”`;
    });
    return {
      zh: `有 ${alternatives.length} 种改法都能使等式成立${shared.length > 0 ? `，每种都要改${shared.join('、')}` : ''}，请核对后选用`,
      en: `${alternatives.length} corrections would each mend it${shared.length > 0 ? `, each of them in ${shared.join(', ')}` : ''}: check them and choose`,
    };
  }
  return { zh: '请核对所列各格', en: 'Check the cells listed' };
}

function blamedCell(table: PlacedTable, { leading }: Cause): BoundCell {
  const key = leading.equation.right[0] as CellKey;
  return table.table.cells.get(key) as BoundCell;
}

/** The rows in which something may have to change: those of every repair, or of the whole equation where there is none. */
export function suspectRows(table: PlacedTable, { culprit, alternatives, leading }: Cause): Range[] {
  const repairs = culprit ? [culprit] : alternatives.flat();
  const { left, right } = leading.equation;
  // A total worked out anew is no more likely to be at fault than what it sums up.
  const isOpen = culprit === null && alternatives.length < 2;
  const keys = isOpen ? [...left, ...right] : correctionsOf(repairs).map(({ key }) => key);
  const rows = new Set(keys.map((key) => table.table.form.rowOfCell.get(key)));
  return [...rows].flatMap((row) => {
    const bound = row && table.table.rowOf(row);
    return bound ? [placed(table, bound.range)] : [];
  });
}

/** A line for each equation that fails, naming its cells with their numbers. */
export function relatedEquations(table: PlacedTable, { failing }: Cause): RelatedPlace[] {
  return failing.map(({ equation, left, right }) => {
    const { text } = equation.family;
    const sums = `${addends(equation.left, table)}＝${left} ≠ ${addends(equation.right, table)}${equation.right.length > 1 ? `＝${right}` : ''}`;
    const first =
      equation.left.map((key) => table.table.cells.get(key)).find((cell) => cell?.value) ??
      table.table.cells.get(equation.left[0] as CellKey);
    return {
      range: placed(table, (first as BoundCell).range),
      message: { zh: `${text.zh}：${sums}`, en: `${text.en}: ${sums}` },
    };
  });
}

/** `自然人 5＋商业企业 0`, each cell by what tells it from the others; of many only those that are not 0. */
function addends(keys: readonly CellKey[], table: PlacedTable): string {
  const cells = keys.map((key) => table.table.cells.get(key) as BoundCell);
  const sameRow = cells.every((cell) => cell.row === cells[0]?.row);
  const named = cells.length > mostNamed ? cells.filter((cell) => cell.value !== 0) : cells;
  const names = named.map((cell) => {
    const name =
      cells.length === 1
        ? cellName(cell.row, cell.column, table.table.form)
        : sameRow
          ? cell.column.definition.label
          : rowName(cell.row);
    return `${name} ${cell.value}`;
  });
  const rest = cells.length - named.length;
  return [...names, ...(rest > 0 ? [`其余 ${rest} 格 0`] : [])].join('＋');
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
