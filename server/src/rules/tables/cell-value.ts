import type { CellKey } from '../../form/indexed-form';
import type { Repair } from '../../reconcile/causes';
import { determinedCells } from '../../reconcile/derive';
import { causesIn } from '../../reconcile/report-causes';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import type { BoundCell } from '../../report/table';
import { type Range, range } from '../../text/range';
import { repairFix } from '../arithmetic/repairs';
import { cellName, placed, rowName } from '../names';
import { defineRule, type Fix, type RelatedPlace, type Rendering } from '../rule';

/** One cell with a value that its column cannot have, or all cells of a table that hold none. */
type Irregular =
  | {
      readonly kind: 'unfilled';
      readonly table: PlacedTable;
      readonly cells: readonly BoundCell[];
      readonly places: readonly RelatedPlace[];
      readonly count: number;
    }
  | { readonly kind: 'scrawled'; readonly table: PlacedTable; readonly cells: readonly BoundCell[] }
  | {
      readonly kind: 'negative' | 'fraction' | 'unreadable';
      readonly table: PlacedTable;
      readonly cell: BoundCell;
    };

/** More cells of one table that cannot be read have one cause: the way the numbers are written. */
const mostUnreadable = 6;

/** B05: 件 are counted in whole numbers from 0; blank, `/`, `—` and `无` are not 0, which is said once a table. */
export const cellValue = defineRule<Irregular>({
  code: 'cell-value',
  catalogueCode: 'B05',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '格内不是合格的数', en: 'A cell does not hold a proper number' },
  detect(report) {
    return report.tables.flatMap((table) =>
      table.table.holdsCountsOnly ? [] : [...unfilled(table), ...unreadable(table), ...improper(table)],
    );
  },
  render(state) {
    if (state.kind === 'unfilled') {
      const [first] = state.places;
      return {
        severity: 'warning',
        range: first?.range ?? range(state.table.line, 0, state.table.line, 0),
        about: state.table.table.form.definition.id,
        message: {
          zh: `本表有 ${state.count} 格未填数（空白、“/”、“—”或“无”）：没有发生的应填 0；有关等式未核对`,
          en: `${state.count} cells of this table hold no number (blank, “/”, “—” or “无”): write 0 where nothing happened; their equations are not checked`,
        },
        related: state.places.slice(1),
      };
    }
    if (state.kind === 'scrawled') return renderScrawled(state.table, state.cells);
    const { cell, table } = state;
    const name = cellName(cell.row, cell.column, table.table.form);
    const { unit } = cell.column.definition;
    const messages = {
      negative: {
        zh: `“${name}”为 ${cell.text}：${unit}数不能为负`,
        en: `“${name}” is ${cell.text}: it cannot be negative`,
      },
      fraction: {
        zh: `“${name}”为 ${cell.text}：${unit}数应为整数`,
        en: `“${name}” is ${cell.text}: it must be a whole number`,
      },
      unreadable: {
        zh: `“${name}”的“${cell.text}”不是一个能确定的数，有关等式未核对`,
        en: `“${cell.text}” in “${name}” is not surely one number; its equations are not checked`,
      },
    };
    return {
      severity: state.kind === 'unreadable' ? 'warning' : 'error',
      range: placed(table, cell.range),
      message: messages[state.kind],
    };
  },
  fix(state, report) {
    if (state.kind === 'negative' || state.kind === 'fraction') {
      const repair = repairOf(report, state.table, state.cell);
      if (!repair) return [];
      const value = repair.corrections[0]?.value;
      const title = {
        zh: `改为 ${value}（等式唯一可能的数）`,
        en: `Change to ${value}, the only number that fits`,
      };
      return [repairFix(state.table, [repair], title, true)];
    }
    const cells = 'cells' in state ? state.cells : [state.cell];
    const determined = determinedCells(state.table.table);
    // Where the equations want another number, nothing happened is not what was meant.
    const open =
      state.kind === 'unfilled' ? cells.filter((cell) => (determined.get(cell.key) ?? 0) === 0) : [];
    const zero = open.length > 0 ? [fillWithZero(state.table, open)] : [];
    return [...fillDetermined(state.table, cells, determined), ...zero];
  },
  documentation: {
    explanation: {
      zh: '表中各格应当填数：件数是不小于 0 的整数，收费金额可有小数。空白、“/”、“—”、“无”都不是 0，没有发生的应填 0。',
      en: 'Each cell holds a number: 件 are whole numbers from 0, fees may have decimals. Blank, “/”, “—” and “无” are not 0; write 0 where nothing happened.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '未填的格、许多读不出数的格，一张表只报一次；法定表格本来没有格的地方不报。',
      en: 'Cells not filled in, and many that cannot be read, are reported once a table; places where the form has no cell are left alone.',
    },
    examples: [
      {
        right: '| 行政处罚 | 4 |',
        wrong: '| 行政处罚 | 4.5 |',
      },
      {
        right: '| 行政强制 | 0 |',
        wrong: '| 行政强制 | / |',
      },
    ],
  },
});

/** What an improper number should be, where the equations that it breaks leave no choice. */
function repairOf(report: Report, table: PlacedTable, cell: BoundCell): Repair | undefined {
  return (
    causesIn(report, table)
      .map(({ culprit }) => culprit)
      .find((one) => one?.slip === 'improper' && one.corrections[0]?.key === cell.key) ?? undefined
  );
}

function* unfilled(table: PlacedTable): Iterable<Irregular> {
  const cells: BoundCell[] = [];
  const places: RelatedPlace[] = [];
  let count = 0;
  for (const row of table.table.rows) {
    if (row.state === 'empty') {
      count += row.row.columns.length;
      const name = rowName(row.row);
      places.push({ range: placed(table, rowPlace(row.labels, row.range)), message: { zh: name, en: name } });
    }
    for (const cell of row.cells) {
      if (cell.state !== 'blank' && cell.state !== 'notApplicable') continue;
      count++;
      cells.push(cell);
      const name = cellName(cell.row, cell.column, table.table.form);
      places.push({ range: placed(table, cell.range), message: { zh: name, en: name } });
    }
  }
  if (count > 0) yield { kind: 'unfilled', table, cells, places, count };
}

function unreadable(table: PlacedTable): Irregular[] {
  const cells = [...table.table.cells.values()].filter((cell) => cell.state === 'unreadable');
  return cells.length > mostUnreadable
    ? [{ kind: 'scrawled', table, cells }]
    : cells.map((cell): Irregular => ({ kind: 'unreadable', table, cell }));
}

function renderScrawled(table: PlacedTable, cells: readonly BoundCell[]): Rendering {
  const places = cells.map((cell): RelatedPlace => {
    const text = `${cellName(cell.row, cell.column, table.table.form)} ${cell.text}`;
    return { range: placed(table, cell.range), message: { zh: text, en: text } };
  });
  const [first] = cells;
  return {
    severity: 'warning',
    range: places[0]?.range ?? range(table.line, 0, table.line, 0),
    about: table.table.form.definition.id,
    message: {
      zh: `本表有 ${cells.length} 格不是能确定的数（如“${first?.text}”）：请改写为阿拉伯数字；有关等式未核对`,
      en: `${cells.length} cells of this table are not surely numbers (such as “${first?.text}”): write them in plain digits; their equations are not checked`,
    },
    related: places.slice(1),
  };
}

function rowPlace(labels: readonly Range[], whole: Range): Range {
  return labels.at(-1) ?? whole;
}

function* improper(table: PlacedTable): Iterable<Irregular> {
  for (const cell of table.table.cells.values()) {
    const { valueType } = cell.column.definition;
    if (cell.value === null) continue;
    if (cell.value < 0 && valueType !== 'integer') yield { kind: 'negative', table, cell };
    else if (!Number.isInteger(cell.value) && valueType !== 'nonNegativeDecimal')
      yield { kind: 'fraction', table, cell };
  }
}

/** Writes the numbers that the equations leave no choice about. */
function fillDetermined(
  table: PlacedTable,
  cells: readonly BoundCell[],
  determined: ReadonlyMap<CellKey, number>,
): Fix[] {
  const edits = cells.flatMap((cell) => {
    const value = determined.get(cell.key);
    return value === undefined ? [] : [{ range: placed(table, cell.range), newText: String(value) }];
  });
  if (edits.length === 0) return [];
  const [only] = edits;
  const title =
    edits.length === 1
      ? { zh: `填入唯一可能的数 ${only?.newText}`, en: `Write ${only?.newText}, the only number that fits` }
      : {
          zh: `填入 ${edits.length} 格唯一可能的数`,
          en: `Write the only numbers that fit in ${edits.length} cells`,
        };
  return [{ title, preferred: false, edits }];
}

function fillWithZero(table: PlacedTable, cells: readonly BoundCell[]): Fix {
  return {
    title: {
      zh: `这 ${cells.length} 格都填 0（请先确认确无发生）`,
      en: `Write 0 in these ${cells.length} cells (make sure that nothing happened)`,
    },
    preferred: false,
    edits: cells.map((cell) => ({ range: placed(table, cell.range), newText: '0' })),
  };
}
