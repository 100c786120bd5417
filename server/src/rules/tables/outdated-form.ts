import type { PlacedTable } from '../../report/placed-tables';
import { placed } from '../names';
import { defineRule } from '../rule';

/** A10: a report for 2021 or later uses the tables of the form in force, not those of the trial form. */
export const outdatedForm = defineRule<PlacedTable>({
  code: 'outdated-form',
  catalogueCode: 'A10',
  severity: 'error',
  title: { zh: '用了旧格式的表', en: 'A table of an outdated form' },
  detect(report) {
    const inForce = report.form.definition.years.from ?? 0;
    // Without a year the edition is only taken for granted.
    if (report.year === null) return [];
    return report.tables.filter(
      ({ edition }) => (edition.definition.years.to ?? Number.POSITIVE_INFINITY) < inForce,
    );
  },
  render(table, report) {
    const first = table.table.rows[0];
    const old = table.edition.definition.name;
    const own = report.form.definition.name;
    return {
      range: placed(table, first?.labels.at(-1) ?? first?.range ?? table.table.range),
      message: {
        zh: `“${table.table.form.definition.label}”用的是${old.zh}的表；${report.year} 年度报告应使用${own.zh}`,
        en: `This table “${table.table.form.definition.label}” is of the ${old.en}; a report for ${report.year} uses the ${own.en}`,
      },
    };
  },
});
