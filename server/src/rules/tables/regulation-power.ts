import type { PowerDefinition } from '../../form/form';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import type { BoundCell } from '../../report/table';
import { columnName, placed, rowName } from '../names';
import { defineRule } from '../rule';

/** Figures in a row that the office should leave at 0. */
interface Overreach {
  readonly table: PlacedTable;
  readonly organization: string;
  /** At least one; the first in the order of the form. */
  readonly cells: readonly BoundCell[];
}

/** B07: only offices that may issue regulations count any. */
export const regulationPower = defineRule<Overreach>({
  code: 'regulation-power',
  catalogueCode: 'B07',
  severity: 'information',
  editions: 'all',
  fixes: 'none',
  title: { zh: '机关无权制定规章而规章不为0', en: 'Regulations counted by an office that may not issue any' },
  detect(report) {
    return report.tables.flatMap((table) =>
      (table.table.form.definition.powers ?? []).flatMap((power) => overreach(table, power, report)),
    );
  },
  render({ table, organization, cells }) {
    const [first, ...others] = cells as readonly [BoundCell, ...BoundCell[]];
    const name = (cell: BoundCell): string => columnName(cell.column, table.table.form);
    return {
      range: placed(table, first.range),
      message: {
        zh: `“${rowName(first.row)}”填了${first.value}：从名称看，${organization}没有规章制定权，请核对是否填错了行`,
        en: `“${rowName(first.row)}” is ${first.value}: by its name ${organization} has no power to issue regulations; was it filled in on the wrong row?`,
      },
      related: others.map((cell) => ({
        range: placed(table, cell.range),
        message: { zh: `${name(cell)} ${cell.value}`, en: `${name(cell)} ${cell.value}` },
      })),
    };
  },
  documentation: {
    explanation: {
      zh: '县（区）政府及其部门、乡镇政府、街道办事处没有规章制定权，表中“规章”一行应当填0。不为0的，多半是把其他文件填错了行。',
      en: 'County and district governments, their departments, townships and subdistricts may not issue regulations (规章), so that row is 0. If it is not, documents of another kind were most likely counted there.',
    },
    rationale: {
      zh: '《中华人民共和国立法法》第九十一条、第九十三条：部门规章、地方政府规章的制定主体。',
      en: 'Articles 91 and 93 of the Legislation Law say who may issue regulations.',
    },
    silence: {
      zh: '从机关名称看不出层级的不报；省、市、自治区、自治州、地区的机关不报；没有填、认不清的不检查。',
      en: 'Silent where the name does not tell the level of the office, on offices of provinces, cities, autonomous regions and prefectures, and on cells that are blank or unreadable.',
    },
    examples: [{ right: '| 规章 | 0 | 0 | 0 |', wrong: '| 规章 | 1 | 0 | 3 |' }],
  },
});

function overreach(table: PlacedTable, power: PowerDefinition, { organization }: Report): Overreach[] {
  const rows = power.rows.map((row) => filledCells(table, row)).filter((cells) => cells.length > 0);
  if (rows.length === 0) return [];
  const name = organization.replace(/\s+/gu, '');
  if (!power.withheldFrom.some((pattern) => new RegExp(pattern, 'u').test(name))) return [];
  return rows.map((cells) => ({ table, organization: name, cells }));
}

/** The cells of a row that are not at 0. */
function filledCells({ table }: PlacedTable, row: string): readonly BoundCell[] {
  const inForm = table.form.rowById.get(row);
  const cells = (inForm && table.rowOf(inForm)?.cells) ?? [];
  return cells.filter((cell) => (cell.value ?? 0) > 0);
}
