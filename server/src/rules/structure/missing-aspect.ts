import type { Topic } from '../../form/form';
import type { BoundSection } from '../../report/sections';
import { defineRule } from '../rule';
import { missingTopics, quoted, sectionWithTopics } from '../topics';

const code = 'missing-aspect';

interface Uncovered {
  readonly section: BoundSection;
  readonly topics: readonly Topic[];
}

/** A04: the overview speaks of the five aspects that the form prescribes. */
export const missingAspect = defineRule<Uncovered>({
  code,
  catalogueCode: 'A04',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '总体情况缺少应写的方面', en: 'The overview leaves out an aspect' },
  detect(report) {
    const section = sectionWithTopics(report, code);
    if (!section) return [];
    const topics = missingTopics(report, section, code);
    return topics.length > 0 ? [{ section, topics }] : [];
  },
  render({ section, topics }) {
    const all = section.definition.topics?.filter((topic) => topic.rule === code) ?? [];
    return {
      range: section.headingRange,
      message: {
        zh: `本部分没有写到${quoted(topics)}：格式要求写${quoted(all)}${all.length}个方面，请补写；没有开展的也要写明`,
        en: `Nothing is said of ${quoted(topics)}: this section covers ${all.length} aspects, ${quoted(all)}; write what was done, or that nothing was`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '总体情况应当写到主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，缺哪一个就点出哪一个。',
      en: 'The overview speaks of five aspects: disclosure on own initiative, on request, management of information, platforms, and supervision. Those that are left out are named.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第一部分。',
      en: 'Section one of the form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '小标题的写法不限（如“平台建设”“公开渠道”）；没有按方面分小标题的，只要文字里提到就不报。内容在表格或图片里的不检查。',
      en: 'Any wording of the sub-headings will do; where the section is not divided by aspects, a word about each is enough. What stands in tables or pictures is not judged.',
    },
    examples: [
      {
        right:
          '（三）政府信息管理。严格落实信息发布审核和保密审查制度，动态调整主动公开目录，及时清理失效文件。\n\n（四）政府信息公开平台建设。完善门户网站信息公开专栏，规范政务新媒体信息发布，由专人负责日常维护。\n\n（五）监督保障。',
        wrong:
          '（三）政府信息管理。严格落实信息发布审核和保密审查制度，动态调整主动公开目录，及时清理失效文件。\n\n（四）监督保障。',
        alsoRight: [
          '（三）信息管理。严格落实信息发布审核和保密审查制度。\n\n（四）网站和新媒体。由专人负责日常维护。\n\n（五）组织领导。',
        ],
      },
    ],
  },
});
