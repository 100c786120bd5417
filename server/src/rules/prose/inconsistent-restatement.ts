import type { Fact } from '../../prose/fact';
import { type Agreement, agreementsOf, isComparable } from '../../reconcile/agreement';
import { type PlacedFact, placedFact } from '../../report/prose';
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
  judges: 'figures',
  title: { zh: '同一件事前后数字不一', en: 'The same thing is told with two numbers' },
  detect(report) {
    const found = againstTable(report);
    const inTable = new Set<Fact>();
    for (const one of agreementsOf(report)) if (one.inTable !== null) inTable.add(one.placed.fact);
    const firsts = new Map<string, PlacedFact>();
    for (const { reading, line } of report.prose)
      for (const fact of reading.facts) {
        if (fact.sameAs === null || inTable.has(fact) || !isFirmlyStated(fact, report)) continue;
        const second = placedFact(fact, line);
        const first = firsts.get(fact.sameAs);
        if (!first) firsts.set(fact.sameAs, second);
        else if (first.fact.value !== fact.value && first.fact.unit === fact.unit)
          found.push({ first, second });
      }
    return found;
  },
  render({ first, second }) {
    const [a, b] = [numberText(first.fact), numberText(second.fact)];
    return {
      range: second.range,
      message: {
        zh: `${quoted(second.fact).zh}与另一处不一致：另一处写 ${a}，这里写 ${b}。请核对`,
        en: `${quoted(second.fact).en}: ${a} is said elsewhere, ${b} here. Check which is right`,
      },
      related: [{ range: first.range, message: quoted(first.fact) }],
    };
  },
  documentation: {
    explanation: {
      zh: '同一件事（如全年主动公开政府信息的总条数）在正文几处说到，数字应当相同。表中有对应格而正文都与表不符的，由正文与表的核对指出。',
      en: 'What is said in several places (such as how much was published in all) is the same number everywhere. Where the table has the number and no place agrees with it, that is told as a matter of text and table.',
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

/** Of two numbers for one cell one agrees with the table: the other is told here, and not as the table's matter. */
function againstTable(report: Report): Restatement[] {
  const found: Restatement[] = [];
  const all = agreementsOf(report);
  const doubtful = all.filter(
    ({ placed: { fact }, state, inTable }) =>
      state === 'unknown' &&
      inTable !== null &&
      fact.sameAs !== null &&
      fact.kind === 'count' &&
      isComparable(fact, report),
  );
  if (doubtful.length === 0) return found;
  const parts = partsIn(report);
  const agreeing = firstsAgreeing(all);
  for (const one of doubtful) {
    const first = agreeing.get(statementOf(one));
    if (first && !parts.has(one.placed.fact)) found.push({ first, second: one.placed });
  }
  return found;
}

/** The first of the numbers that agree with the table, by what they state and what the table has. */
function firstsAgreeing(all: readonly Agreement[]): ReadonlyMap<string, PlacedFact> {
  const firsts = new Map<string, PlacedFact>();
  for (const one of all) {
    if (one.state !== 'agrees' || one.placed.fact.kind !== 'count') continue;
    const key = statementOf(one);
    if (!firsts.has(key)) firsts.set(key, one.placed);
  }
  return firsts;
}

function statementOf({ placed, inTable }: Agreement): string {
  return `${placed.fact.statement} ${inTable}`;
}

/** The numbers that are parts of some sum of the text. */
function partsIn({ prose }: Report): ReadonlySet<Fact> {
  return new Set(prose.flatMap(({ reading }) => reading.sums.flatMap(({ parts }) => parts)));
}

function isFirmlyStated(fact: Fact, report: Report): boolean {
  return isComparable({ ...fact, isSure: true }, report);
}
