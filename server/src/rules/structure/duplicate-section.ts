import type { BoundSection } from '../../report/sections';
import { printedSection } from '../names';
import { defineRule } from '../rule';

/** A draft pasted a hundred times is one mistake, not hundreds. */
const mostReported = 30;

/** A01: each section stands in the report once. */
export const duplicateSection = defineRule<BoundSection>({
  code: 'duplicate-section',
  catalogueCode: 'A01',
  severity: 'error',
  title: { zh: '部分重复', en: 'A section appears twice' },
  detect(report) {
    return report.sections.filter((one) => one.occurrence === 'repeated').slice(0, mostReported);
  },
  render(section, report) {
    const name = printedSection(report.form, section.definition.id);
    const first = report.sections.find((one) => one.definition === section.definition);
    return {
      range: section.headingRange,
      message: {
        zh: `“${name}”重复出现：每个部分只应有一处，请删去或合并`,
        en: `“${name}” appears again: each section stands once; delete or merge it`,
      },
      related: first
        ? [{ range: first.headingRange, message: { zh: '首次出现', en: 'first appearance' } }]
        : [],
    };
  },
});
