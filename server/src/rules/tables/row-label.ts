import type { PlacedTable } from '../../report/placed-tables';
import type { BoundRow } from '../../report/table';
import { differences, fold } from '../../text/fold';
import { type Range, range } from '../../text/range';
import type { Line } from '../../text/source';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface WrongLabel {
  readonly table: PlacedTable;
  readonly row: BoundRow;
  /** Where the label stands, with the ordinal before it and without. */
  readonly whole: Range;
  readonly place: Range;
  readonly written: string;
}

/** A label off by more than so many characters is damaged, not misspelt: what damaged it cannot be said. */
const mostSlips = 2;
const ordinalBefore =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}\s*[.．、])\s*/u;

/** B10: row labels are worded as the form words them; a slip of the pen gets the form's label as its fix. */
export const rowLabel = defineRule<WrongLabel>({
  code: 'row-label',
  catalogueCode: 'B10',
  severity: 'warning',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '行标签与法定格式不符', en: 'A row label is not the form’s' },
  detect(report) {
    return report.tables.flatMap((table) =>
      table.table.rows
        .filter((row) => row.match === 'similar')
        .flatMap((row) => wrongLabel(table, row))
        .filter((found) => !isWrapped(found, report.tree.source.lines)),
    );
  },
  render({ whole, written, row }) {
    const { label } = row.row.definition;
    return {
      range: whole,
      message: {
        zh: `行标签应为“${label}”，现为“${written}”`,
        en: `The row’s label is “${label}”, not “${written}”`,
      },
    };
  },
  fix({ place, row }) {
    const { label } = row.row.definition;
    return [
      {
        title: { zh: `改为“${rowName(row.row)}”`, en: `Change to “${rowName(row.row)}”` },
        preferred: true,
        edits: [{ range: place, newText: label }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '行标签与法定表格差一两个字，多半是识别或录入的错误。',
      en: 'A row label differs from the form’s by a character or two, most likely a slip of typing or of text recognition.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '各地通行的写法、带数字的标签、与另一行也相近的标签不报；末尾的字折到下一行的不报。',
      en: 'Wordings in common use, labels with digits in them, labels as near to another row, and labels whose last characters stand on the next line are left alone.',
    },
    examples: [
      {
        right: '2.没有现成信息需要另行制作',
        wrong: '2.没有现成信息需要另行制做',
      },
    ],
  },
});

function wrongLabel(table: PlacedTable, row: BoundRow): WrongLabel[] {
  const [whole] = row.labels;
  // A label in pieces is wrapped or torn: its text is not one that a fix could replace.
  if (row.labels.length !== 1 || !whole || whole.start.line !== whole.end.line) return [];
  const skipped = ordinalBefore.exec(row.labelText)?.[0].length ?? 0;
  const written = row.labelText.slice(skipped);
  // A figure in a label may be a value that ran into it: no fix may take it away.
  if (/[\d０-９]/u.test(written) || row.state === 'incomplete') return [];
  const slips = differences(fold(row.row.definition.label), fold(written));
  if (slips === 0 || slips > mostSlips || slips * 4 > row.row.definition.label.length) return [];
  // In HTML the text between tags need not be the characters of the range.
  if (whole.end.character - whole.start.character !== row.labelText.length) return [];
  const { line } = whole.start;
  const place = placed(table, range(line, whole.start.character + skipped, line, whole.end.character));
  return [{ table, row, whole: placed(table, whole), place, written }];
}

/** So many lines behind a row the end of its label may stand, where a program wrote its values between the two. */
const linesBehind = 3;

/** Whether what a label lacks at its end stands by itself on one of the next lines. */
function isWrapped({ table, row, written }: WrongLabel, lines: readonly Line[]): boolean {
  const [label, begun] = [fold(row.row.definition.label), fold(written)];
  if (!label.startsWith(begun)) return false;
  const rest = label.slice(begun.length);
  const from = table.line + row.lastLine + 1;
  return lines
    .slice(from, from + linesBehind)
    .some(({ text }) => text.split(/[\s|>]+/u).some((word) => fold(word) === rest));
}
