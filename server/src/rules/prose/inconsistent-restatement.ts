import { agreementsOf, isComparable } from '../../reconcile/agreement';
import { type PlacedFact, placedFacts } from '../../report/prose';
import type { Report } from '../../report/report';
import { defineRule } from '../rule';
import { numberText, quoted } from './wording';

/** Two numbers for one thing. */
interface Restatement {
  readonly first: PlacedFact;
  readonly second: PlacedFact;
}

/** C11: the same thing is the same number wherever it is said. */
export const inconsistentRestatement = defineRule<Restatement>({
  code: 'inconsistent-restatement',
  catalogueCode: 'C11',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '同一件事前后数字不一', en: 'The same thing is told with two numbers' },
  *detect(report) {
    // What the table contradicts or bears out is told by the table.
    const told = new Set(
      agreementsOf(report).flatMap(({ placed, inTable }) => (inTable === null ? [] : [placed.fact])),
    );
    const firsts = new Map<string, PlacedFact>();
    for (const second of placedFacts(report.prose)) {
      const { fact } = second;
      if (fact.sameAs === null || told.has(fact) || !isFirmlyStated(second, report)) continue;
      const first = firsts.get(fact.sameAs);
      if (!first) firsts.set(fact.sameAs, second);
      else if (first.fact.value !== fact.value && first.fact.unit === fact.unit) yield { first, second };
    }
  },
  render({ first, second }) {
    const [a, b] = [numberText(first.fact), numberText(second.fact)];
    return {
      range: second.range,
      message: {
        zh: `${quoted(second.fact).zh}与前文不一致：前面写 ${a}，这里写 ${b}。请核对`,
        en: `${quoted(second.fact).en}: ${a} was said before, ${b} here. Check which is right`,
      },
      related: [{ range: first.range, message: quoted(first.fact) }],
    };
  },
  documentation: {
    explanation: {
      zh: '同一件事（如全年主动公开政府信息的总条数）在正文几处说到，数字应当相同。表中有对应格的，另由正文与表的核对指出。',
      en: 'What is said in several places (such as how much was published in all) is the same number everywhere. What stands in a table is checked against the table instead.',
    },
    rationale: {
      zh: '国办公开办函〔2021〕30号要求内容准确；前后不一必有一处有误。',
      en: '国办公开办函〔2021〕30号 demands accurate contents; of two numbers one is wrong.',
    },
    silence: {
      zh: '只有措辞所指完全相同才核对：带有渠道、栏目、类别、其他年份、更大范围或约数的，不报。',
      en: 'Only words that mean just the same are compared: nothing is said where a channel, a column, a kind, another year, a wider scope or a round number comes in.',
    },
    examples: [
      {
        right: '（四）政府信息公开平台建设。完善门户网站信息公开专栏，',
        wrong:
          '全年主动公开政府信息120条。\n\n（四）政府信息公开平台建设。全年主动公开政府信息118条。完善门户网站信息公开专栏，',
        alsoRight: ['（四）政府信息公开平台建设。全年主动公开政府信息120条。完善门户网站信息公开专栏，'],
      },
    ],
  },
});

function isFirmlyStated({ fact }: PlacedFact, report: Report): boolean {
  return isComparable({ ...fact, isSure: true }, report);
}
