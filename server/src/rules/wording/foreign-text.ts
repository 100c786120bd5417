import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import type { Range } from '../../text/range';
import { beginningsOf, passagesWith } from '../cues';
import { defineRule } from '../rule';
import regions from './regions.json';

interface ForeignWord {
  readonly range: Range;
  readonly word: string;
  readonly organization: string;
}

/** What an office at one level of region never says of its own region. */
interface RegionLevel {
  /** Found in the office's name: it belongs to such a region. */
  readonly named: string;
  /** Found in the office's name: something else is meant, or both are. */
  readonly notNamed: string;
  /** Patterns of words that speak of a region of another level as one's own; each begins with two plain characters. */
  readonly foreign: readonly string[];
}

const levels = (regions.levels as readonly RegionLevel[]).map(({ named, notNamed, foreign }) => ({
  named: new RegExp(named, 'u'),
  notNamed: new RegExp(notNamed, 'u'),
  begun: beginningsOf(foreign),
  foreign: new RegExp(`(?:(?<![\\u4e00-\\u9fff])|(?<=[在按照据绕向实从]))(?:${foreign.join('|')})`, 'gu'),
}));
type Level = (typeof levels)[number];

/** H09: the text speaks of the office's own region, not of one of another level. */
export const foreignText = defineRule<ForeignWord>({
  code: 'foreign-text',
  catalogueCode: 'H09',
  severity: 'information',
  editions: 'all',
  fixes: 'none',
  judges: 'words',
  title: { zh: '像是从别处报告抄来的文字', en: 'Text that seems to be of another region' },
  detect(report) {
    const found: ForeignWord[] = [];
    const organization = report.organization.replace(/\s+/gu, '');
    const level = levels.find(
      ({ named, notNamed }) => named.test(organization) && !notNamed.test(organization),
    );
    if (!level) return found;
    for (const placed of passagesWith(report, level.begun))
      for (const { from, to } of foreignIn(placed, level)) {
        if (mayBeginBefore(placed, from, report)) continue;
        found.push({
          range: placedStretch(placed, from, to),
          word: placed.passage.text.slice(from, to),
          organization,
        });
      }
    return found;
  },
  render({ range, word, organization }) {
    return {
      range,
      message: {
        zh: `“${word}”与${organization}的层级不符，请核对是否抄自其他单位的报告`,
        en: `“${word}” does not fit the level of ${organization}: was this taken from another office’s report?`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '机关名称写明属于县的，正文却以“我区”“区委、区政府”自称，或者反过来，多半是抄了别处的报告没有改完。',
      en: 'An office of a county that speaks of “our district”, or the other way round, most likely has text of another report left in its own.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号第四点：内容雷同敷衍、造成不良后果的，依条例第四十七条追究责任。',
      en: 'Point 4 of 国办公开办函〔2021〕30号: reports copied from each other are answered for under article 47 of the Regulations.',
    },
    silence: {
      zh: '名称里看不出是县还是区的、两者都有的不报；“自治区”“各区”“某某区委、区政府”等不报。',
      en: 'Silent where the office’s name names no county or district, or both; and on words for an autonomous region, for all districts or for a district by name.',
    },
    examples: [
      {
        right: '由专人负责日常维护。',
        wrong: '在区委、区政府的领导下，由专人负责日常维护。',
        alsoRight: [
          '按照自治区政府的要求，由专人负责日常维护。',
          '在县委、县政府的领导下，由专人负责日常维护。',
        ],
      },
    ],
  },
});

const behindPageNumber = /[\u4e00-\u9fff]\n[\s\d\-—–]*$/u;
const unfinished = /[\u4e00-\u9fff][\s\d\-—–]*$/u;

/** Whether the word before a place may be its own and stand on a line before: 在自治 / 区委. */
function mayBeginBefore(placed: PlacedPassage, at: number, { passages }: Report): boolean {
  const { text } = placed.passage;
  if (at > 0) return behindPageNumber.test(text.slice(0, at));
  const before = passages[passages.indexOf(placed) - 1];
  return before?.block.kind === 'paragraph' && unfinished.test(before.passage.text);
}

function foreignIn(
  { block, passage: { text } }: PlacedPassage,
  level: Level,
): readonly { from: number; to: number }[] {
  return block.memo.get(level, () =>
    [...text.matchAll(level.foreign)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    })),
  );
}
