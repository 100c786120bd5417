import assert from 'node:assert/strict';
import { shippedForms } from '../../server/src/form/load';
import { carriedFrom } from '../../server/src/reconcile/last-year';
import { bindReports } from '../../server/src/report/report';
import {
  type NeighbouringReport,
  noSurroundings,
  type Surroundings,
} from '../../server/src/report/surroundings';
import type { Finding } from '../../server/src/rules/rule';
import { analyse } from '../../server/src/service/analysis';
import { defaultProfile } from '../../server/src/service/profile';
import { parse, reparse } from '../../server/src/syntax/tree';
import { replaceRange, sourceOf, textOf } from '../../server/src/text/source';
import { number, sound } from '../support/drafts';
import { textUnder } from '../support/marks';
import { exchanged, lastYear, thisYear } from '../support/two-years';
import { type ReportValues, soundValues, withCells } from '../support/values';

function findings(text: string, surroundings: Partial<Surroundings> = {}): readonly Finding[] {
  const tree = parse(sourceOf(text));
  return analyse(tree, shippedForms(), defaultProfile, { ...noSurroundings, ...surroundings }).findings;
}

function leftBy(report: ReportValues): NeighbouringReport[] {
  return bindReports(parse(sourceOf(sound('tabbed', report))), shippedForms()).flatMap(
    (one) => carriedFrom(one) ?? [],
  );
}

function preferred(found: readonly Finding[]): string[] {
  return found.flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred).map((fix) => fix.title.zh));
}

const tie = sound('tabbed', exchanged);

describe('the report of the year before', () => {
  it('tells which of two explanations holds, and is given as the reason', () => {
    assert.deepEqual(preferred(findings(tie)), []);
    const found = findings(tie, { neighbours: leftBy(lastYear) });
    assert.deepEqual(
      found.map(({ code }) => code),
      ['wrong-cell'],
    );
    const over = thisYear.cells.get('requests/carriedOver/naturalPerson');
    assert.ok(found[0]?.message.zh.includes(`上年报告“结转下年度继续办理”为 ${over}`), found[0]?.message.zh);
    assert.equal(preferred(found).length, 1);
  });
  it('is given as the reason of a single wrong number', () => {
    const text = sound(
      'tabbed',
      withCells(thisYear, { 'requests/carriedOver/socialPublicWelfareOrg': '21' }),
    );
    const [found] = findings(text, { neighbours: leftBy(lastYear) });
    assert.ok(
      found?.message.zh.includes('两位数字颠倒，上年报告“结转下年度继续办理”为 12'),
      found?.message.zh,
    );
    assert.ok(found?.message.en.includes('last year’s report has 12'), found?.message.en);
  });
  it('finds nothing by itself: a number carried over otherwise is no fault of sums', () => {
    const other = withCells(lastYear, {});
    assert.deepEqual(findings(sound('tabbed', soundValues), { neighbours: leftBy(other) }), []);
  });
  it('says nothing of another body, another year, or where two of them contradict each other', () => {
    const [left] = leftBy(lastYear);
    assert.ok(left);
    const otherwise = withCells(lastYear, {
      'requests/carriedForward/naturalPerson': '9',
      'requests/carriedForward/total': String(
        Number(lastYear.cells.get('requests/carriedForward/total')) + 1,
      ),
      'requests/new/naturalPerson': String(Number(lastYear.cells.get('requests/new/naturalPerson')) + 1),
      'requests/new/total': String(Number(lastYear.cells.get('requests/new/total')) + 1),
    });
    for (const neighbours of [
      [{ ...left, organization: `${left.organization}二` }],
      [{ ...left, year: left.year - 1 }],
      [{ ...left, year: left.year + 1 }],
    ])
      assert.deepEqual(findings(tie, { neighbours }), findings(tie));
    const disputed = findings(tie, { neighbours: [left, ...leftBy(otherwise)] });
    assert.ok(!JSON.stringify(disputed).includes('上年报告“结转下年度继续办理”为 8'));
  });
  it('leaves out what does not add up in it, and what has no name or no year', () => {
    const [broken] = leftBy(withCells(lastYear, { 'requests/new/naturalPerson': '777' }));
    const carried = broken?.carried.get('requests');
    assert.equal(carried?.has('carriedOver/naturalPerson'), false);
    assert.equal(carried?.get('carriedOver/socialPublicWelfareOrg'), 12);
    assert.deepEqual(leftBy(withCells(lastYear, { 'requests/carriedForward/naturalPerson': '77' })), []);
    assert.deepEqual(leftBy({ ...lastYear, organization: '' }), []);
  });
});

describe('the cell edited last', () => {
  const values = withCells(soundValues, {
    'proceedings/count/review.upheld': String(number('proceedings/count/review.upheld') + 2),
  });
  const text = sound('tabbed', values);
  /** The places of the fixes that are offered, in their order. */
  const offered = (found: readonly Finding[]): string[] =>
    found.flatMap(({ fixes }) => fixes.map((fix) => JSON.stringify(fix.edits.map((edit) => edit.range))));

  it('comes first among the explanations, and is not preferred for that', () => {
    const before = findings(text);
    const places = before.flatMap(({ fixes }) => fixes.map((fix) => fix.edits[0]?.range ?? assert.fail()));
    assert.ok(places.length > 2);
    for (const editedLast of places) {
      const found = findings(text, { editedLast });
      assert.equal(offered(found)[0], JSON.stringify([editedLast]), textUnder(text, editedLast));
      assert.deepEqual(offered(found).sort(), offered(before).sort());
      assert.deepEqual(preferred(found), []);
    }
  });
  it('makes nothing certain and nothing uncertain', () => {
    const transposed = sound('tabbed', withCells(soundValues, { 'requests/new/naturalPerson': '63' }));
    const fixes = preferred(findings(transposed));
    assert.equal(fixes.length, 1);
    for (const draft of [transposed, tie]) {
      for (const at of draft.matchAll(/(?<=\t)\d{2,}/gu)) {
        const line = draft.slice(0, at.index).split('\n').length - 1;
        const from = at.index - (draft.lastIndexOf('\n', at.index - 1) + 1);
        const editedLast = {
          start: { line, character: from },
          end: { line, character: from + at[0].length },
        };
        assert.deepEqual(preferred(findings(draft, { editedLast })), draft === transposed ? fixes : []);
      }
    }
  });
  it('is none where several cells, or something else, was written', () => {
    const line = text.split('\n').findIndex((one) => one.includes('结果维持'));
    for (const editedLast of [
      { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      { start: { line, character: 0 }, end: { line: line + 3, character: 4 } },
    ])
      assert.deepEqual(findings(text, { editedLast }), findings(text));
  });
  it('counts after an edit as in a fresh reading of the text', () => {
    const [first] = findings(text).flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    assert.ok(first);
    const tree = parse(sourceOf(text));
    for (const surroundings of [noSurroundings, { ...noSurroundings, editedLast: first.range }])
      analyse(tree, shippedForms(), defaultProfile, surroundings);
    const { source, change } = replaceRange(
      tree.source,
      { start: first.range.start, end: first.range.start },
      '1',
    );
    const { start } = first.range;
    const editedLast = { start, end: { line: start.line, character: start.character + 1 } };
    const later = analyse(reparse(tree, source, change), shippedForms(), defaultProfile, {
      ...noSurroundings,
      editedLast,
    });
    assert.deepEqual(later.findings, findings(textOf(source), { editedLast }));
  });
});
