import type { SectionDefinition } from '../../form/form';
import { placedStretch } from '../../report/passages';
import type { Range } from '../../text/range';
import { neighbours, passagesWith } from '../cues';
import { numeral } from '../names';
import { defineRule } from '../rule';

/** A sentence that announces so many sections and names one less. */
interface Announcement {
  /** The number and what it counts, within the passage. */
  readonly from: number;
  readonly to: number;
  readonly section: SectionDefinition;
  /** 等 stands before the number: it may leave something out. */
  readonly isOpen: boolean;
}

interface Unlisted extends Announcement {
  readonly range: Range;
  readonly count: number;
}

const aNumberOfParts = neighbours('六6', '个 部大方项');
/** `等六个部分`, `共计 6 部分`, `六大部分内容`; not `第六部分`. */
const numberOfParts = /(等共?计?)?\s?(?<![第（(十\d])[六6]\s?个?大?(?:部分|方面|项)/gu;
const sentenceEnd = /[。！？!?\n]/u;
/** Sentences are shorter, but for a list of titles with their words about them. */
const longestSentence = 400;

/** A01: where the opening says that the report has six parts and lists them, it lists all six. */
export const unlistedSection = defineRule<Unlisted>({
  code: 'unlisted-section',
  catalogueCode: 'A01',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  judges: 'words',
  title: { zh: '说有六个部分而没有列全', en: 'The opening leaves out a section' },
  detect(report) {
    const found: Unlisted[] = [];
    const { sections } = report.form;
    for (const placed of passagesWith(report, aNumberOfParts))
      for (const one of placed.block.memo.get(sections, announcementsIn, placed.passage.text, sections))
        found.push({ ...one, range: placedStretch(placed, one.from, one.to), count: sections.length });
    return found;
  },
  render({ range, section, count, isOpen }) {
    const { title } = section;
    const all = numeral(count);
    return {
      range,
      about: section.id,
      ...(isOpen ? { severity: 'information' as const } : {}),
      message: {
        zh: `说有${all}个部分，而所列的没有“${title}”：法定格式的${all}个部分应当列全`,
        en: `${count} sections are announced, but “${title}” is not among those listed`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '首段说本报告由六个部分组成并逐一列举的，应当把六个部分列全。常见的是漏了第四部分或者第六部分。',
      en: 'An opening that says that the report has six sections and lists them, lists all six. Most often section 四 or 六 is left out.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）规定年度报告由六个部分组成。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号) has six sections.',
    },
    silence: {
      zh: '没有说六个部分的、列举不足五个部分的、漏了不止一个的不报；写“等六部分”的只作提示。标题措辞不同的不算漏列。',
      en: 'Silent where no six sections are announced, fewer than five are listed or more than one is missed; with 等 before the number it is information. Other wordings of a title are no omission.',
    },
    examples: [
      {
        right: '存在的主要问题及改进情况、其他需要报告的事项六个部分',
        wrong: '存在的主要问题及改进情况六个部分',
        alsoRight: ['存在问题和改进措施、其他事项等六个部分', '存在的主要问题及改进情况等部分'],
      },
    ],
  },
});

/** The sentences of a text that announce as many parts as there are sections and leave out one of them. */
function announcementsIn(text: string, sections: readonly SectionDefinition[]): readonly Announcement[] {
  const found: Announcement[] = [];
  for (const match of text.matchAll(numberOfParts)) {
    const [written, open = ''] = match;
    const from = match.index + open.length;
    const sentence = sentenceBefore(text, match.index);
    const absent = sections.filter(
      ({ mentions }) => mentions && !mentions.some((word) => sentence.includes(word)),
    );
    const [section] = absent;
    if (section && absent.length === 1)
      found.push({ from, to: match.index + written.length, section, isOpen: open !== '' });
  }
  return found;
}

/** The sentence that a place stands in, up to the next stop behind it: what is listed may follow the number. */
function sentenceBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < longestSentence && !sentenceEnd.test(text[from - 1] as string)) from--;
  let to = at;
  while (to < text.length && to - at < longestSentence && !sentenceEnd.test(text[to] as string)) to++;
  return text.slice(from, to);
}
