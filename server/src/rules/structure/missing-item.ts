import type { BoundSection } from '../../report/sections';
import { fold } from '../../text/fold';
import { holdsUnreadSign } from '../damage';
import { numeral } from '../names';
import { defineRule } from '../rule';
import { wordsOf } from '../topics';

/** An item demanded by a local office that its section does not mention. */
interface MissingItem {
  readonly section: BoundSection;
  readonly item: string;
}

/** Items that the settings demand of a section, over and above the form, are mentioned there. */
export const missingItem = defineRule<MissingItem>({
  code: 'missing-item',
  catalogueCode: '—',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '没有写本地要求报告的事项', en: 'An item demanded locally is missing' },
  detect(report, { requiredItems }) {
    const found: MissingItem[] = [];
    for (const [id, items] of requiredItems) {
      const section = report.sections.find((one) => one.definition.id === id);
      if (!section) continue;
      const own = report.passages.filter((one) => one.section?.definition.id === id);
      if (own.some((one) => holdsUnreadSign(one.passage.text))) continue;
      const said = wordsOf(own);
      for (const item of items)
        if (!item.split('|').some((wording) => said.includes(fold(wording)))) found.push({ section, item });
    }
    return found;
  },
  render({ section, item }) {
    const [wording = item] = item.split('|');
    const ordinal = numeral(section.definition.ordinal);
    return {
      range: section.headingRange,
      about: `${section.definition.id}/${item}`,
      message: {
        zh: `本地要求在第${ordinal}部分写明“${wording}”，这一部分没有提到`,
        en: `The local office wants “${wording}” mentioned in this section, which it is not`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '本地主管部门要求在某一部分另外写到的事项，这一部分没有提到。要求写在 `.gouji.json` 的 `sections` 里。',
      en: 'What a local office wants mentioned in a section is not. The demands stand in `.gouji.json`, under `sections`.',
    },
    rationale: {
      zh: '各地政府信息公开工作主管部门布置年度报告的通知；法定格式允许在第六部分报告其他事项。',
      en: 'Local notices on the annual report; the form lets other matters be reported in its sixth section.',
    },
    silence: {
      zh: '没有写 `sections` 时不核对；整个部分缺少时由 `missing-section` 指出。比较时不计空格和标点。',
      en: 'Nothing is checked without `sections`; a section that is missing altogether is told by `missing-section`. Spaces and punctuation do not count.',
    },
    examples: [],
  },
});
