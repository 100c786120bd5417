import { placedStretch } from '../../report/passages';
import { matchesOf } from '../../text/matches';
import type { Range } from '../../text/range';
import { whiteSpace } from '../../text/space';
import { type Cue, cuesIn, neighbours, passagesWith } from '../cues';
import { defineRule } from '../rule';

interface Marking {
  readonly range: Range;
  readonly text: string;
  readonly kind: 'secret' | 'internal' | 'telegram';
}

/** A star between the degree and the term, or the degree behind its label: no running text has that by chance. */
const secret =
  /(?:绝\s?密|机\s?密|秘\s?密)\s?[★☆✩✰]\s?(?:\d{1,2}\s?年|长期)?|密\s?级\s?[：:]\s?(?:绝\s?密|机\s?密|秘\s?密)/gu;
const internal =
  /内部(?:资料|文件|材料|刊物)[，,·\s]{0,2}(?:注意保存|严禁外传|不得外传|请勿外传|妥善保管|不得公开)|^[（(【]?内部(?:资料|文件|材料)[）)】]?$/gmu;
const telegram = /(?:密电|密发|机密发|机电)\s?[〔[［(（]\s?(?:19|20)\d{2}\s?[〕\]］)）]\s?第?\d{1,4}\s?号/gu;
const markings = [
  { kind: 'secret', pattern: secret, cue: neighbours('密', `★☆✩✰级${whiteSpace}`) },
  { kind: 'internal', pattern: internal, cue: neighbours('部', '资文材刊') },
  { kind: 'telegram', pattern: telegram, cue: neighbours('密机', '电发') },
] as const;
const anyMarking = markings.reduce((all, { cue }) => all | cue, 0);

const key = {};

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: Marking['kind'];
}

/** I06: nothing that is marked secret or internal is published with the report. */
export const secrecyMarking = defineRule<Marking>({
  code: 'secrecy-marking',
  catalogueCode: 'I06',
  severity: 'error',
  editions: 'all',
  fixes: 'none',
  title: { zh: '有密级或内部标志', en: 'A marking of secrecy' },
  detect(report) {
    const found: Marking[] = [];
    for (const placed of passagesWith(report, anyMarking)) {
      const { text } = placed.passage;
      for (const { from, to, kind } of placed.block.memo.get(key, markingsIn, text, cuesIn(placed)))
        found.push({ range: placedStretch(placed, from, to), text: text.slice(from, to), kind });
    }
    return found;
  },
  render({ range, text, kind }) {
    const message = {
      secret: {
        zh: `“${text}”是国家秘密标志：公开前须经保密审查，涉密内容不得公开`,
        en: `“${text}” marks a state secret: nothing so marked may be published`,
      },
      internal: {
        zh: `“${text}”是内部资料的标志，请核对能否公开`,
        en: `“${text}” marks internal material: may it be published?`,
      },
      telegram: {
        zh: `“${text}”像是涉密文电的编号，请核对能否公开`,
        en: `“${text}” looks like the number of a classified telegram: may it be published?`,
      },
    }[kind];
    return { range, message, ...(kind === 'secret' ? {} : { severity: 'warning' }) };
  },
  documentation: {
    explanation: {
      zh: '查密级标志（秘密★、机密★、绝密★及保密期限，“密级：”后的密级）、内部资料标志（“内部资料，注意保存”等）和涉密文电编号。',
      en: 'Finds markings of secrecy (the degree with its star and term, or behind its label), markings of internal material, and numbers of classified telegrams.',
    },
    rationale: {
      zh: '《中华人民共和国保守国家秘密法》关于国家秘密标志的规定；《中华人民共和国政府信息公开条例》第十四条：国家秘密不予公开；第十七条：公开前应当审查。',
      en: 'The Law on Guarding State Secrets, on markings; articles 14 and 17 of the Regulations on Open Government Information.',
    },
    silence: {
      zh: '正文里说到国家秘密、商业秘密、涉密、保密审查、机密性的不报；明电是公开的文电，不报。',
      en: 'Silent on text that speaks of state or business secrets, secrecy review and the like, and on telegrams sent in clear (明电).',
    },
    examples: [
      {
        right: '（三）政府信息管理。严格落实信息发布审核和保密审查制度',
        wrong: '机密★1年 （三）政府信息管理。严格落实信息发布审核和保密审查制度',
        alsoRight: ['（三）政府信息管理。对涉及国家秘密、商业秘密的信息严格落实信息发布审核和保密审查制度'],
      },
      {
        right: '（三）政府信息管理。严格落实信息发布审核和保密审查制度',
        wrong: '（三）政府信息管理。按内部资料，注意保存的要求，严格落实信息发布审核和保密审查制度',
      },
    ],
  },
});

function markingsIn(text: string, cues: Cue): readonly Found[] {
  return markings.flatMap(({ kind, pattern, cue }) =>
    (cues & cue) !== 0
      ? [...matchesOf(text, pattern)].map((match) => ({
          kind,
          from: match.index,
          to: match.index + match[0].length,
        }))
      : [],
  );
}
