import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isAlarm, proseIn, sumText } from '../support/prose';

interface Case {
  readonly text: string;
  readonly marks: ReadonlyMap<string, readonly string[]>;
}

const kinds = ['=', '+', '!', '%', '&', '#'];

const cases: readonly Case[] = readFileSync('test/fixtures/sentences.txt', 'utf8')
  .replace(/^(?:# .*\n)+/u, '')
  .split(/^---$/mu)
  .map((entry): Case => {
    const lines = entry.trim().split('\n');
    const isMark = (line: string): boolean => kinds.includes(line[0] ?? '') && line[1] === ' ';
    const marked = (kind: string): string[] =>
      lines.filter((line) => line.startsWith(`${kind} `)).flatMap((line) => line.slice(2).split(', '));
    return {
      text: lines.filter((line) => !isMark(line)).join('\n'),
      marks: new Map(kinds.map((kind) => [kind, marked(kind).sort()])),
    };
  });

/** What is read in a text, by the kinds of marks. */
function reading(text: string): Map<string, string[]> {
  const { facts, sums, ratios, shareSums, pointCounts } = proseIn(text);
  const sure = facts.filter((fact) => fact.statement !== null && fact.isSure && !fact.isApproximate);
  const own = sure.filter(({ scope }) => !scope.isWide && !scope.isOtherPeriod);
  return new Map([
    [
      '=',
      [
        ...new Set(
          own.map(({ statement, value, subject }) => `${statement} ${value}${subject && ` ${subject}`}`),
        ),
      ],
    ],
    ['+', sums.filter(({ state }) => state === 'holds').map(sumText)],
    ['!', sums.filter(isAlarm).map(({ total }) => String(total))],
    ['%', ratios.filter(({ state }) => state === 'wrong').map(({ percent }) => String(percent.value))],
    ['&', shareSums.filter(({ state }) => state === 'wrong').map(({ sum }) => String(sum))],
    ['#', pointCounts.filter(({ state }) => state === 'wrong').map(({ stated }) => String(stated.value))],
  ]);
}

describe('sentences made up with traps', () => {
  it('there are a hundred of them', () => assert.ok(cases.length >= 100, String(cases.length)));

  for (const { text, marks } of cases) {
    it(text, () => {
      const read = reading(text);
      for (const kind of kinds) {
        if (kind === '+')
          for (const sum of marks.get(kind) ?? [])
            assert.ok(read.get(kind)?.includes(sum), `${sum}: ${read.get(kind)}`);
        else assert.deepEqual((read.get(kind) ?? []).sort(), marks.get(kind), kind);
      }
    });
  }

  after(() => {
    const count = (kind: string): number =>
      cases.reduce((sum, { marks }) => sum + (marks.get(kind)?.length ?? 0), 0);
    const found = (kind: string): number =>
      cases.reduce((sum, { text, marks }) => {
        const read = reading(text).get(kind) ?? [];
        return sum + (marks.get(kind) ?? []).filter((one) => read.includes(one)).length;
      }, 0);
    const alarms = cases
      .filter(({ marks }) => marks.get('!')?.length === 0)
      .flatMap(({ text }) => reading(text).get('!') ?? []).length;
    console.log(`
      sentences                            ${cases.length}
      numbers bound to their cells         ${found('=')} of ${count('=')}
      right sums read as they are meant    ${found('+')} of ${count('+')}
      right sums raising an alarm          ${alarms}
      wrong sums found                     ${found('!')} of ${count('!')}
      wrong percentages found              ${found('%')} of ${count('%')}
      wrong sums of shares found           ${found('&')} of ${count('&')}
      wrong numbers of points found        ${found('#')} of ${count('#')}`);
  });
});
