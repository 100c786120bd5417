import type { Bilingual } from '../../form/form';
import type { Cause, Repair } from '../../reconcile/causes';
import { causesIn } from '../../reconcile/report-causes';
import type { PlacedTable } from '../../report/placed-tables';
import type { BoundCell } from '../../report/table';
import { cellName, columnName, placed, rowName } from '../names';
import { defineRule } from '../rule';
import { type FailingCause, isImproper, isOfTotal, relatedEquations, suspectRows } from './equation-rule';
import { reasonsFor, repairFix } from './repairs';
import { isOfTornNumber } from './torn-number';

/** A cause of which the culprit is known. */
interface KnownCulprit extends FailingCause {
  readonly culprit: Repair;
}

/** B06: where a row and a column fail and one cell explains both, that cell is named, with the number that mends all. */
export const wrongCell = defineRule<KnownCulprit>({
  code: 'wrong-cell',
  catalogueCode: 'B06',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '这一格的数有误', en: 'The number in this cell is wrong' },
  detect(report) {
    const found: KnownCulprit[] = [];
    for (const table of report.tables) {
      for (const cause of causesIn(report, table)) {
        const { culprit } = cause;
        if (!culprit || isOfTotal(cause) || isImproper(cause)) continue;
        if (!isOfTornNumber(cause, table, report)) found.push({ table, cause, culprit });
      }
    }
    return found;
  },
  render({ table, cause, culprit }) {
    const cells = culprit.corrections.map(({ key }) => table.table.cells.get(key) as BoundCell);
    const [first, ...others] = cells as [BoundCell, ...BoundCell[]];
    const said =
      others.length === 0 ? saidOfOne(table, culprit, first) : saidOfSeveral(table, culprit, cells);
    const outcome = outcomeOf(table, cause);
    return {
      range: placed(table, first.range),
      message: { zh: `${said.zh}：${outcome.zh}`, en: `${said.en}: ${outcome.en}` },
      related: [
        ...others.map((cell) => ({ range: placed(table, cell.range), message: nameOf(table, cell) })),
        ...relatedEquations(table, cause),
      ],
      suspects: suspectRows(table, cause),
    };
  },
  fix({ table, culprit }) {
    const values = culprit.corrections.map(({ value }) => value);
    const title = { zh: `改为 ${values.join('、')}`, en: `Change to ${values.join(', ')}` };
    return [repairFix(table, [culprit], title, true)];
  },
  documentation: {
    explanation: {
      zh: '一格填错，往往行、列两三个等式同时不成立。只有一种改法（至多三处笔误：一格写错、两格填反、整行错一栏）能使它们全部成立时，指出错格和应填的数。正文所写的数、同一文件夹中上年报告的结转数与哪种改法相符，也一并考虑。',
      en: 'One wrong cell breaks two or three equations at once. Where one explanation alone mends them all (up to three slips: a number, two numbers in each other’s place, a row a column off), the wrong cells are named, with the numbers they should hold. What the text states, and what last year’s report in the same folder carried over, counts as well.',
    },
    rationale: {
      zh: '表三的勾稽关系：行合计、办理结果合计、“一＋二＝三（七）＋四”。',
      en: 'The equations of the table of requests: totals of rows, total of results, and 一 + 二 = 三（七） + 四.',
    },
    silence: {
      zh: '有几种改法同样说得通时，不指定哪一格，只在合计上报告并列出各种改法；有关的行读不全时不核对。',
      en: 'Where several corrections explain it equally well no cell is named: the total is reported with all of them; nothing is checked where a row cannot be read whole.',
    },
    examples: [
      {
        right: '| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
        wrong: '| （一）予以公开 |  | 33 | 1 | 0 | 0 | 0 | 0 | 4 |',
      },
    ],
  },
});

function nameOf(table: PlacedTable, cell: BoundCell): Bilingual {
  const name = cellName(cell.row, cell.column, table.table.form);
  return { zh: `“${name}”`, en: `“${name}”` };
}

function saidOfOne(table: PlacedTable, culprit: Repair, cell: BoundCell): Bilingual {
  const name = nameOf(table, cell);
  const [correction] = culprit.corrections;
  const reasons = reasonsFor(table, culprit);
  return {
    zh: `${name.zh}疑应为 ${correction?.value}（${[`现为 ${cell.value}`, ...reasons.map((one) => one.zh)].join('，')}）`,
    en: `${name.en} should be ${correction?.value} (${[`now ${cell.value}`, ...reasons.map((one) => one.en)].join(', ')})`,
  };
}

/** Cells of one row by the row once and their columns, others each by its own name. */
function namesOf(table: PlacedTable, cells: readonly BoundCell[]): Bilingual {
  const [row, ...others] = new Set(cells.map((cell) => cell.row));
  if (!row || others.length > 0) {
    const names = cells.map((cell) => nameOf(table, cell));
    return { zh: names.map((one) => one.zh).join('、'), en: names.map((one) => one.en).join(', ') };
  }
  const columns = cells.map((cell) => columnName(cell.column, table.table.form));
  return {
    zh: `“${rowName(row)}”一行的${columns.map((one) => `“${one}”`).join('、')}`,
    en: `In “${rowName(row)}” ${columns.map((one) => `“${one}”`).join(', ')}`,
  };
}

function saidOfSeveral(table: PlacedTable, culprit: Repair, cells: readonly BoundCell[]): Bilingual {
  const names = namesOf(table, cells);
  const values = culprit.corrections.map(({ value }) => value);
  const written = cells.map(({ value }) => value);
  const reasons = reasonsFor(table, culprit);
  return {
    zh: `${names.zh}疑应为 ${values.join('、')}（${[`现为 ${written.join('、')}`, ...reasons.map((one) => one.zh)].join('，')}）`,
    en: `${names.en} should be ${values.join(', ')} (${[`now ${written.join(', ')}`, ...reasons.map((one) => one.en)].join(', ')})`,
  };
}

/** What holds with the right number, and what the cells that could not be read must then be. */
function outcomeOf(table: PlacedTable, { failing, assumed }: Cause): Bilingual {
  const unread = assumed.map(({ key, value }) => {
    const name = nameOf(table, table.table.cells.get(key) as BoundCell);
    return { zh: `${name.zh}应为 ${value}`, en: `${name.en} is then ${value}` };
  });
  const holding =
    failing.length === 1
      ? { zh: '改后等式成立', en: 'then the equation holds' }
      : { zh: `改后 ${failing.length} 个等式全部成立`, en: `then all ${failing.length} equations hold` };
  return {
    zh: [holding.zh, ...unread.map((one) => `读不出的${one.zh}`)].join('，'),
    en: [holding.en, ...unread.map((one) => `and unread ${one.en}`)].join(', '),
  };
}
