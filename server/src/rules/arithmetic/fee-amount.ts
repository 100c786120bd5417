import type { RowDefinition } from '../../form/form';
import type { CellKey, FormTable, LeafColumn } from '../../form/indexed-form';
import type { PlacedPassage } from '../../report/passages';
import { placedStretch } from '../../report/passages';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import type { BoundCell } from '../../report/table';
import type { Range } from '../../text/range';
import { placed, rowName } from '../names';
import { defineRule } from '../rule';

interface Suspicious {
  readonly table: PlacedTable;
  readonly cell: BoundCell;
  /** Where the text gives the same figure in 元; null where the amount alone is beyond belief. */
  readonly stated: Range | null;
}

/** No department takes 100 亿元 a year in fees, and no government 1000 亿元. In 万元. */
const mostOfDepartment = 1_000_000;
const mostOfGovernment = 10_000_000;
const departmentName = /(?:局|委|委员会|办公室|办|中心|镇|乡|街道|街道办事处|大队|支队|所|站)$/u;
/** Smaller figures may stand in both units by chance. */
const smallestStated = 100;

/** B09: fees are given in 万元, not in 元. */
export const feeAmount = defineRule<Suspicious>({
  code: 'fee-amount',
  catalogueCode: 'B09',
  severity: 'warning',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '收费金额可能误以元为单位', en: 'An amount seems to be in yuan' },
  detect(report) {
    return report.tables.flatMap((table) =>
      amountCells(table).flatMap((cell): Suspicious[] => {
        const value = cell.value ?? 0;
        const stated = value >= smallestStated ? statedInYuan(report, cell) : null;
        return stated || value >= mostOf(report) ? [{ table, cell, stated }] : [];
      }),
    );
  },
  render({ table, cell, stated }) {
    const name = rowName(cell.row);
    return {
      range: placed(table, cell.range),
      message: stated
        ? {
            zh: `“${name}”填 ${cell.text}，单位是万元；正文写的是 ${cell.text} 元，请核对是否应填 ${inTenThousand(cell)}`,
            en: `“${name}” is ${cell.text}, in units of 10,000 yuan, but the text says ${cell.text} yuan: should it be ${inTenThousand(cell)}?`,
          }
        : {
            zh: `“${name}”填 ${cell.text}，单位是万元，金额过大，请核对是否误以元填报`,
            en: `“${name}” is ${cell.text}, in units of 10,000 yuan, which is too much: was it given in yuan?`,
          },
      related: stated ? [{ range: stated, message: { zh: '正文的金额', en: 'the amount in the text' } }] : [],
    };
  },
  fix({ table, cell, stated }) {
    if (!stated) return [];
    const newText = inTenThousand(cell);
    return [
      {
        title: { zh: `改为 ${newText}（万元）`, en: `Change to ${newText} (10,000 yuan)` },
        preferred: false,
        edits: [{ range: placed(table, cell.range), newText }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '表中收费金额以万元为单位。正文写着同样的数而单位是元，或者金额大得不合常理，多半是误以元填报。',
      en: 'Amounts in the table are in units of 10,000 yuan. Where the text gives the same figure in yuan, or the amount is beyond belief, it was most likely given in yuan.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号第二部分表格：“本年收费金额（单位：万元）”。',
      en: 'The table of section two (国办公开办函〔2021〕30号) gives the unit as 万元.',
    },
    silence: {
      zh: '一百亿元以下（政府为一千亿元以下）的金额，正文没有同样的数而单位为元的，不报。',
      en: 'Amounts below ten billion yuan (a hundred billion for governments) are left alone unless the text gives the same figure in yuan.',
    },
    examples: [
      {
        right: '| 行政事业性收费 | 12.50 |  |  |',
        wrong: '| 行政事业性收费 | 12500000 |  |  |',
      },
    ],
  },
});

function isAmount({ definition }: LeafColumn): boolean {
  return definition.unit === '万元';
}

const amountsKey = {};

/** The keys of the cells that hold amounts in 万元. */
function amountKeys({ rows, columns }: FormTable): readonly CellKey[] {
  if (!columns.some(isAmount)) return [];
  return rows.flatMap((row) => row.keys.filter((_, i) => isAmount(row.columns[i] as LeafColumn)));
}

function amountCells({ table }: PlacedTable): BoundCell[] {
  const { form, cells } = table;
  return form.memo.get(amountsKey, amountKeys, form).flatMap((key) => cells.get(key) ?? []);
}

function mostOf(report: Report): number {
  return departmentName.test(report.organization.trim()) ? mostOfDepartment : mostOfGovernment;
}

function inTenThousand(cell: BoundCell): string {
  return String((cell.value ?? 0) / 10_000);
}

const amount = /^[^。；\n]{0,15}?(\d[\d,]*(?:\.\d+)?)\s?元/u;

/** The same figure in running text, behind the row's own name, in 元. */
function statedInYuan(report: Report, cell: BoundCell): Range | null {
  for (const passage of report.passages) {
    const found = amountIn(passage, cell.row.definition);
    if (found && found.value === cell.value) return placedStretch(passage, found.from, found.to);
  }
  return null;
}

function amountIn(
  { block, passage }: PlacedPassage,
  row: RowDefinition,
): { value: number; from: number; to: number } | null {
  return block.memo.get(row, () => {
    const at = passage.text.indexOf(row.label);
    const match = at < 0 ? null : amount.exec(passage.text.slice(at + row.label.length));
    if (!match) return null;
    const digits = match[1] as string;
    const to = at + row.label.length + match[0].length;
    const from = at + row.label.length + match[0].indexOf(digits);
    return { value: Number(digits.replaceAll(',', '')), from, to };
  });
}
