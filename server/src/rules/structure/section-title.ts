import type { BoundSection } from '../../report/sections';
import { defineRule } from '../rule';

/** A02: section titles are worded as the form words them; old and local wordings get a fix. */
export const sectionTitle = defineRule<BoundSection>({
  code: 'section-title',
  catalogueCode: 'A02',
  severity: 'warning',
  title: { zh: '部分标题不是法定措辞', en: 'A section title is not the statutory one' },
  detect(report) {
    return report.sections.filter((one) => one.match !== 'statutory' && one.occurrence === 'first');
  },
  render(section) {
    const { title } = section.definition;
    return {
      range: section.titleRange,
      message: {
        zh: `标题应为“${title}”，现为“${section.title}”`,
        en: `The statutory title is “${title}”, not “${section.title}”`,
      },
    };
  },
  fix(section) {
    const { title } = section.definition;
    return [
      {
        title: { zh: `改为法定标题“${title}”`, en: `Change to the statutory title “${title}”` },
        // Known by its place alone, a heading may be something else altogether.
        preferred: section.match !== 'ordinal',
        edits: [{ range: section.titleRange, newText: title }],
      },
    ];
  },
});
