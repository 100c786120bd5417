import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { isBetweenVersions } from '../damage';
import { printedSection } from '../names';
import { defineRule } from '../rule';

/** A draft pasted a hundred times is one mistake, not hundreds. */
const mostReported = 30;

/** Whether a section is another version of the first, which a program marked as such. */
function isOtherVersion({ definition, headingRange }: BoundSection, report: Report): boolean {
  const first = report.sections.find((one) => one.definition === definition) as BoundSection;
  return isBetweenVersions(report, first.headingRange.end.line, headingRange.start.line);
}

/** A01: each section stands in the report once. */
export const duplicateSection = defineRule<BoundSection>({
  code: 'duplicate-section',
  catalogueCode: 'A01',
  severity: 'error',
  editions: 'all',
  fixes: 'none',
  title: { zh: '部分重复', en: 'A section appears twice' },
  detect(report) {
    return report.sections
      .filter((one) => one.occurrence === 'repeated')
      .slice(0, mostReported)
      .filter((one) => !isOtherVersion(one, report));
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
  documentation: {
    explanation: {
      zh: '每个部分只应出现一次。重复多半是粘贴时多贴了一段。',
      en: 'Each section stands once. A second one was most likely pasted by mistake.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '目录、页眉里重复的标题不算；一个文件里前后几份年度报告各算各的。',
      en: 'Headings repeated in a table of contents or a page head do not count; several reports in one file are counted each on its own.',
    },
    examples: [
      {
        right: '## 六、其他需要报告的事项\n',
        wrong: '## 五、存在的主要问题及改进情况\n\n（重复的一段）\n\n## 六、其他需要报告的事项\n',
      },
    ],
  },
});
