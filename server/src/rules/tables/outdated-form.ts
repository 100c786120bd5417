import type { PlacedTable } from '../../report/placed-tables';
import { placed } from '../names';
import { defineRule } from '../rule';

/** A10: a report for 2021 or later uses the tables of the form in force, not those of the trial form. */
export const outdatedForm = defineRule<PlacedTable>({
  code: 'outdated-form',
  catalogueCode: 'A10',
  severity: 'error',
  editions: ['disclosure-2021'],
  fixes: 'none',
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
      about: table.table.form.definition.id,
      message: {
        zh: `“${table.table.form.definition.label}”用的是${old.zh}的表；${report.year} 年度报告应使用${own.zh}`,
        en: `This table “${table.table.form.definition.label}” is of the ${old.en}; a report for ${report.year} uses the ${own.en}`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '2021 年起的年度报告应当用 2021 年印发的格式，不能再用 2019 年试行格式的表。',
      en: 'Reports for 2021 and later use the tables of the 2021 form, not those of the 2019 trial form.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号印发的格式自 2021 年度报告起施行，国办公开办函〔2019〕60号试行格式同时停用。',
      en: 'The form of 国办公开办函〔2021〕30号 applies from the report for 2021 and replaces the trial form of 国办公开办函〔2019〕60号.',
    },
    silence: {
      zh: '报告的年份读不出来，或者表中只有部分行像旧表时不报。',
      en: 'Nothing is said where the report’s year is unknown, or where only some rows look like the old table.',
    },
    examples: [],
  },
});
