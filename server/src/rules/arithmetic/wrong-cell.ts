import type { Bilingual } from '../../form/form';
import { causesOf } from '../../reconcile/causes';
import type { Slip } from '../../reconcile/slips';
import type { BoundCell } from '../../report/table';
import { cellName, placed } from '../names';
import { defineRule } from '../rule';
import { correctionFix, type FailingCause, isOfTotal, relatedEquations } from './equation-rule';

const slipNames: Readonly<Record<Slip, Bilingual | null>> = {
  swapped: { zh: '两位数字颠倒', en: 'two digits are swapped' },
  dropped: { zh: '漏了一位数字', en: 'a digit is missing' },
  added: { zh: '多了一位数字', en: 'a digit too many' },
  tenfold: { zh: '差了十倍', en: 'off by ten times' },
  similar: { zh: '一位数字形近致误', en: 'a digit is taken for one like it' },
  changed: { zh: '一位数字有误', en: 'one digit is wrong' },
  filled: null,
  emptied: null,
  other: null,
};

/** B06: where a row and a column fail and one cell explains both, that cell is named, with the number that mends all. */
export const wrongCell = defineRule<FailingCause>({
  code: 'wrong-cell',
  catalogueCode: 'B06',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '这一格的数有误', en: 'The number in this cell is wrong' },
  *detect(report) {
    for (const table of report.tables) {
      for (const cause of causesOf(table.table)) if (!isOfTotal(cause)) yield { table, cause };
    }
  },
  render({ table, cause }) {
    const { culprit, failing } = cause;
    const cell = table.table.cells.get(culprit?.key ?? '') as BoundCell;
    const name = cellName(cell.row, cell.column, table.table.form);
    const slip = culprit ? slipNames[culprit.slip] : null;
    return {
      range: placed(table, cell.range),
      message: {
        zh: `“${name}”疑应为 ${culprit?.value}（现为 ${cell.value}${slip ? `，${slip.zh}` : ''}）：改后 ${failing.length} 个等式全部成立`,
        en: `“${name}” should be ${culprit?.value} (now ${cell.value}${slip ? `, ${slip.en}` : ''}): then all ${failing.length} equations hold`,
      },
      related: relatedEquations(table, cause),
    };
  },
  fix({ table, cause: { culprit } }) {
    if (!culprit) return [];
    return [
      correctionFix(
        table,
        [culprit],
        { zh: `改为 ${culprit.value}`, en: `Change to ${culprit.value}` },
        true,
      ),
    ];
  },
  documentation: {
    explanation: {
      zh: '一格填错，往往行、列两三个等式同时不成立。只有一格改动就能使它们全部成立时，指出这一格和应填的数。',
      en: 'One wrong cell breaks two or three equations at once. Where a change to one cell mends them all, that cell is named, with the number it should hold.',
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
