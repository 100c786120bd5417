import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import { containsPosition, type Range } from '../../text/range';
import { defineRule, type Severity } from '../rule';
import { type FoundTerm, type Term, termsIn } from './terms';

interface WrongTerm {
  readonly range: Range;
  readonly term: Term;
}

const severities: Readonly<Record<Term['kind'], Severity>> = {
  slip: 'warning',
  outdated: 'information',
  unusual: 'information',
};
const key = {};

/** H01, H02: no misspelt, doubled or outdated words. */
export const term = defineRule<WrongTerm>({
  code: 'term',
  catalogueCode: 'H01',
  severity: 'warning',
  editions: 'all',
  fixes: 'unsafe',
  judges: 'words',
  title: { zh: '错别字或不规范用语', en: 'A misspelt or outdated word' },
  detect(report) {
    const found: WrongTerm[] = [];
    for (const placed of report.passages)
      for (const { term, from, to } of termsOf(placed)) {
        const range = placedStretch(placed, from, to);
        if (!isInWrongTitle(range, report)) found.push({ range, term });
      }
    return found;
  },
  render({ range, term: { wrong, right, kind, note } }) {
    const should = right === null ? '' : `，应写作“${right}”`;
    const message = {
      slip: { zh: `“${wrong}”疑为笔误，应为“${right}”`, en: `“${wrong}” looks like a slip for “${right}”` },
      outdated: {
        zh: `“${wrong}”不是现行的用语${should}：${note?.zh}`,
        en: `“${wrong}” is not the present term${right === null ? '' : `, which is “${right}”`}: ${note?.en}`,
      },
      unusual: {
        zh: `请核对“${wrong}”是否应为“${right}”${note ? `：${note.zh}` : ''}`,
        en: `Should “${wrong}” be “${right}”?${note ? ` ${note.en}` : ''}`,
      },
    }[kind];
    return { range, message, severity: severities[kind] };
  },
  fix({ range, term: { right } }) {
    // A word broken over two lines would take the line end with it.
    if (right === null || range.start.line !== range.end.line) return [];
    return [
      {
        title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
        // The wording of a sentence is its author's: nothing is changed without a look at it.
        preferred: false,
        edits: [{ range, newText: right }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '查年度报告里见过的错别字、叠字、漏字（进步扩展、管理制制度、领导小姐等），以及现行条例和格式已经不用的说法（收费及减免等）。笔误为警告，用语为信息。',
      en: 'Finds misspelt, doubled and lost characters met with in reports (a warning), and terms that the Regulations and the form no longer have (information).',
    },
    rationale: {
      zh: '《国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知》（国办秘函〔2019〕19号）：严重表述错误单项否决；用语依《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）等。',
      en: 'The check list for government websites (国办秘函〔2019〕19号) fails a site for grave misspellings; terms follow the rules in force, such as 国办函〔2020〕109号.',
    },
    silence: {
      zh: '只认词表里的写法；与前后的字能连成正确词语的不报，如“促销费用”“科技进步”“为了了解”“存在在”。部分标题里的错字由标题规则报。',
      en: 'Knows no wording but those listed, and is silent where the characters around make it part of a right word. Slips in section titles are reported by the rule on titles.',
    },
    examples: [
      {
        right: '主动公开政府信息120条',
        wrong: '主主动公开政府信息120条',
        alsoRight: ['推动科技进步提升，为了了解需求，降低促销费用，主动公开政府信息120条'],
      },
      { right: '保密审查制度', wrong: '保密审查制制度' },
      {
        right: '2024年，我局未收取政府信息公开信息处理费，',
        wrong: '2024年，我局未收取政府信息公开处理费，',
      },
    ],
  },
});

function termsOf({ block, passage }: PlacedPassage): readonly FoundTerm[] {
  return block.memo.get(key, termsIn, passage.text);
}

/** Whether it stands in a section's title that is not worded as it should be: that is one finding, not two. */
function isInWrongTitle(range: Range, { sections }: Report): boolean {
  return sections.some(
    (section) => section.match !== 'statutory' && containsPosition(section.titleRange, range.start),
  );
}
