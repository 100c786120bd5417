import type { Topic } from '../../form/form';
import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { fold } from '../../text/fold';
import type { Range } from '../../text/range';
import { holdsUnreadSign } from '../damage';
import { defineRule } from '../rule';
import { missingTopics, quoted, sectionWithTopics, textOf } from '../topics';

const code = 'issues-and-improvements';

/** Shorter texts, counted without marks, can hold neither a problem nor what was done about it. */
const shortestText = 10;

type Fault =
  | { readonly kind: 'empty'; readonly range: Range }
  | { readonly kind: 'short'; readonly range: Range; readonly text: string }
  | { readonly kind: 'oneSided'; readonly range: Range; readonly topics: readonly Topic[] };

/** A06: section five tells both of problems and of what is done about them. */
export const issuesAndImprovements = defineRule<Fault>({
  code,
  catalogueCode: 'A06',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '问题或改进情况未写', en: 'Problems or improvements are left out' },
  detect(report) {
    const section = sectionWithTopics(report, code);
    const fault = section && faultOf(report, section);
    return fault ? [fault] : [];
  },
  render(fault) {
    const { range } = fault;
    switch (fault.kind) {
      case 'empty':
        return {
          range,
          message: {
            zh: '本部分没有内容：请写明本年度存在的主要问题和改进情况',
            en: 'This section is empty: tell of the problems of the year and of what is done about them',
          },
        };
      case 'short':
        return {
          range,
          message: {
            zh: `本部分只写了“${fault.text}”：请写明本年度存在的主要问题和改进情况`,
            en: `This section says no more than “${fault.text}”: tell of the problems of the year and of what is done about them`,
          },
        };
      case 'oneSided':
        return {
          range,
          message: {
            zh: `本部分没有写到${quoted(fault.topics)}：既要写问题，也要写改进，请补写`,
            en: `Nothing is said of ${quoted(fault.topics)}: this section tells both of problems and of improvements`,
          },
        };
    }
  },
  documentation: {
    explanation: {
      zh: '第五部分既要写本年度存在的主要问题，也要写改进情况，只写一头即有缺项；不能留空，也不能只写“无”。',
      en: 'Section five tells both of the problems of the year and of what is done about them. It is neither left blank nor answered with “无”.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第五十条第一款第四项；国办公开办函〔2021〕30号要求内容不得雷同敷衍。',
      en: 'Article 50 (1)(4) of the Regulations on Open Government Information; 国办公开办函〔2021〕30号 asks for more than stock phrases.',
    },
    silence: {
      zh: '只看有没有写到，不看写得好不好：出现“不足”“有待”“下一步”“加强”之类的字眼就不报。内容在表格或图片里的不检查。',
      en: 'It looks only whether something is said, not how well: any word for a shortcoming, and any for doing better, is enough. What stands in tables or pictures is not judged.',
    },
    examples: [
      {
        right:
          '存在的主要问题：一是政策解读形式较为单一；二是部分栏目更新不够及时。\n\n改进情况：一是增加图解和问答等解读形式；二是明确栏目更新时限和责任人，定期检查。',
        wrong: '无。',
        alsoRight: ['政策解读的形式还比较单一。下一步，我局将增加图解。'],
      },
      {
        right:
          '存在的主要问题：一是政策解读形式较为单一；二是部分栏目更新不够及时。\n\n改进情况：一是增加图解和问答等解读形式；二是明确栏目更新时限和责任人，定期检查。',
        wrong: '',
      },
    ],
  },
});

/** Of most texts the first words tell that they are long enough. */
const firstWords = 40;

function isShort(passages: readonly PlacedPassage[]): boolean {
  const hasEnough = ({ passage }: PlacedPassage): boolean =>
    fold(passage.text.slice(0, firstWords)).length >= shortestText;
  return (
    !passages.some(hasEnough) &&
    passages.reduce((sum, one) => sum + fold(one.passage.text).length, 0) < shortestText
  );
}

function faultOf(report: Report, section: BoundSection): Fault | null {
  const passages = textOf(report, section);
  const [first] = passages;
  if (!first) return { kind: 'empty', range: section.headingRange };
  if (isShort(passages)) {
    if (passages.some(({ passage }) => holdsUnreadSign(passage.text))) return null;
    const { text } = first.passage;
    return { kind: 'short', range: placedStretch(first, 0, text.length), text: text.replaceAll('\n', '') };
  }
  const topics = missingTopics(report, section, code);
  return topics.length > 0 ? { kind: 'oneSided', range: section.headingRange, topics } : null;
}
