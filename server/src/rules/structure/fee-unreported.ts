import type { Topic } from '../../form/form';
import type { BoundSection } from '../../report/sections';
import { defineRule } from '../rule';
import { missingTopics, quoted, sectionWithTopics } from '../topics';

const code = 'fee-unreported';

interface Unreported {
  readonly section: BoundSection;
  readonly topics: readonly Topic[];
}

/** A07: section six says what was charged for processing information, nothing included. */
export const feeUnreported = defineRule<Unreported>({
  code,
  catalogueCode: 'A07',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '未报告信息处理费情况', en: 'Processing fees are not reported' },
  detect(report) {
    const section = sectionWithTopics(report, code);
    if (!section) return [];
    const topics = missingTopics(report, section, code).filter(
      ({ names }) =>
        !report.passages.some(({ passage }) => names.some((name) => passage.text.includes(name))),
    );
    return topics.length > 0 ? [{ section, topics }] : [];
  },
  render({ section, topics }) {
    return {
      range: section.headingRange,
      message: {
        zh: `本部分没有写到${quoted(topics)}：收取的写明件数和金额，没有收取的也要写明未收取`,
        en: `Nothing is said of ${quoted(topics)}: state the amount, or that nothing was charged`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '收取信息处理费的情况在第六部分报告：收取了的写明金额，没有收取的写明“未收取”。只写“无其他需要报告的事项”不够。',
      en: 'Section six reports the fees charged for processing information, and says so where none were. “Nothing else to report” alone is not enough.',
    },
    rationale: {
      zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号第六部分。',
      en: 'The rules on processing fees (国办函〔2020〕109号); section six of the form (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '写到收费的任何说法都可以；写在其他部分的也不报。内容在表格或图片里的不检查。',
      en: 'Any wording about fees will do, in any section. What stands in tables or pictures is not judged.',
    },
    examples: [
      {
        right: '2024年，我局未收取政府信息公开信息处理费，无其他需要报告的事项。',
        wrong: '无其他需要报告的事项。',
        alsoRight: ['2024年，我局没有因依申请公开收取任何费用。', '2024年收取政府信息公开信息处理费0元。'],
      },
    ],
  },
});
