import type { BoundSection } from '../../report/sections';
import { defineRule } from '../rule';
import { isTornBefore, isTornBehind } from './torn-heading';

/** A02: section titles are worded as the form words them; old and local wordings get a fix. */
export const sectionTitle = defineRule<BoundSection>({
  code: 'section-title',
  catalogueCode: 'A02',
  severity: 'warning',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '部分标题不是法定措辞', en: 'A section title is not the statutory one' },
  detect(report) {
    return report.sections.filter(
      (one) =>
        one.match !== 'statutory' &&
        one.occurrence === 'first' &&
        !isTornBefore(one, report) &&
        !isTornBehind(one, report),
    );
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
  documentation: {
    explanation: {
      zh: '各部分的标题应当用法定措辞。常见的是沿用了旧格式的标题，或者漏字、多字。',
      en: 'Section titles are worded as the form words them. Most often a title of the old form was kept, or a word was lost or added.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '该版格式认可的几种写法都不报；按位置才能认出的标题只提供修复，不自动修复。',
      en: 'Every wording that the edition accepts is left alone; a heading known by its place alone gets a fix to choose, never an automatic one.',
    },
    examples: [
      {
        right: '## 五、存在的主要问题及改进情况',
        wrong: '## 五、存在的问题及改进措施',
      },
    ],
  },
});
