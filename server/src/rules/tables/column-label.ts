import type { LeafColumn } from '../../form/indexed-form';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import { gridOf } from '../../syntax/block';
import type { GridCell, GridRow } from '../../syntax/grid';
import { blockAt } from '../../syntax/tree';
import { differences } from '../../text/fold';
import { type Range, range } from '../../text/range';
import { placed } from '../names';
import { defineRule } from '../rule';

interface WrongLabel {
  readonly column: LeafColumn;
  readonly place: Range;
  readonly written: string;
}

/** Shorter labels are too near to other words. */
const shortestLabel = 4;

/** B10: column labels are worded as the form words them. Local wordings that the form knows are left alone. */
export const columnLabel = defineRule<WrongLabel>({
  code: 'column-label',
  catalogueCode: 'B10',
  severity: 'warning',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '栏标签与法定格式不符', en: 'A column label is not the form’s' },
  detect(report) {
    return report.tables.flatMap((table) => {
      const found = table.table.memo.get(wrongLabelsKey, () => wrongLabels(report, table));
      return found.map((one) => ({ ...one, place: placed(table, one.place) }));
    });
  },
  render({ column, place, written }) {
    const { label } = column.definition;
    return {
      range: place,
      message: {
        zh: `栏标签应为“${label}”，现为“${written}”`,
        en: `The column’s label is “${label}”, not “${written}”`,
      },
    };
  },
  fix({ column, place }) {
    const { label } = column.definition;
    return [
      {
        title: { zh: `改为“${label}”`, en: `Change to “${label}”` },
        preferred: true,
        edits: [{ range: place, newText: label }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '栏标签与法定表格差一个字，多半是识别或录入的错误。',
      en: 'A column label differs from the form’s by one character, most likely a slip of typing or of text recognition.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '通行的简写、跨行断开的标签不报。',
      en: 'Wordings in common use and labels broken over lines are left alone.',
    },
    examples: [
      {
        right: '社会公益组织',
        wrong: '社会公益组只',
      },
    ],
  },
});

const wrongLabelsKey = {};

/** Cells between the separators of one line in the table's heading, off by one character from a column's label; their lines count from the table's. */
function wrongLabels(report: Report, { table, line }: PlacedTable): WrongLabel[] {
  const { labels, columns } = table.form;
  const found: WrongLabel[] = [];
  const last = line + table.lastLine;
  for (let index = blockAt(report.tree, line); index < report.tree.blocks.length; index++) {
    const block = report.tree.blocks[index];
    const start = report.tree.starts[index] as number;
    if (!block || start > last) break;
    if (block.kind !== 'table') continue;
    for (const row of gridOf(block).rows) {
      const lineOfRow = start + row.line;
      if (lineOfRow > last || hasNumber(row)) continue;
      for (const cell of row.cells) {
        if (cell.text.length < shortestLabel - 1 || cell.end - cell.start !== cell.text.length) continue;
        const { folded, isKnown } = labels.find(cell.text);
        if (isKnown || folded.length < shortestLabel - 1 || /\d/u.test(folded)) continue;
        const column = columns.find(
          ({ foldedLabel }) => foldedLabel.length >= shortestLabel && differences(foldedLabel, folded) === 1,
        );
        const at = lineOfRow + cell.line - line;
        if (column && !isTorn(row, cell, column.foldedLabel, folded))
          found.push({ column, place: range(at, cell.start, at, cell.end), written: cell.text });
      }
    }
  }
  return found;
}

/** Whether a label may stand in two parts: its beginning last on a line, or its end first. */
function isTorn({ cells }: GridRow, cell: GridCell, label: string, folded: string): boolean {
  const words = cells.filter(({ text }) => text !== '');
  return (words.at(-1) === cell && label.startsWith(folded)) || (words[0] === cell && label.endsWith(folded));
}

/** A row with a value is no heading. */
function hasNumber({ cells }: GridRow): boolean {
  for (let i = 0; i < cells.length; i++) if (cells[i]?.reading.kind === 'number') return true;
  return false;
}
