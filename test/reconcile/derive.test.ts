import assert from 'node:assert/strict';
import { shippedForms } from '../../server/src/form/load';
import { determinedCells, recalculatedTotals } from '../../server/src/reconcile/derive';
import { bindReports } from '../../server/src/report/report';
import type { BoundTable } from '../../server/src/report/table';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';
import { checkFix } from '../support/check';
import { number, sound } from '../support/drafts';
import { layoutNames } from '../support/render';
import { soundValues, withCells } from '../support/values';

function requestsOf(values: Record<string, string>): BoundTable {
  const [report] = bindReports(
    parse(sourceOf(sound('tabbed', withCells(soundValues, values)))),
    shippedForms(),
  );
  const table = report?.tables.find((one) => one.table.form.definition.id === 'requests')?.table;
  assert.ok(table);
  return table;
}

describe('cells that the equations leave no choice about', () => {
  it('are found, whether an addend or a total', () => {
    const table = requestsOf({ 'requests/granted/naturalPerson': '/', 'requests/unable.notHeld/total': '—' });
    assert.deepEqual([...determinedCells(table)].sort(), [
      ['granted/naturalPerson', number('requests/granted/naturalPerson')],
      ['unable.notHeld/total', number('requests/unable.notHeld/total')],
    ]);
  });
  it('are none where two stand in each of their equations', () => {
    const cells = [
      'granted/naturalPerson',
      'granted/otherOrg',
      'partiallyGranted/naturalPerson',
      'partiallyGranted/otherOrg',
    ];
    const table = requestsOf(Object.fromEntries(cells.map((key) => [`requests/${key}`, '/'])));
    assert.deepEqual([...determinedCells(table)], []);
  });
  it('are none where their equations contradict each other', () => {
    const table = requestsOf({ 'requests/granted/naturalPerson': '/', 'requests/granted/total': '999' });
    assert.deepEqual([...determinedCells(table)], []);
  });
  for (const layout of layoutNames) {
    it(`are written by a fix that is not preferred, ${layout}`, () => {
      const before = sound(layout, withCells(soundValues, { 'requests/granted/naturalPerson': '/' }));
      checkFix(before, sound(layout), { code: 'cell-value', titled: '唯一可能的数', preferred: false });
    });
  }
});

describe('totals worked out anew', () => {
  it('are none where all are right', () => {
    assert.deepEqual([...recalculatedTotals(requestsOf({}))], []);
  });
  it('are those of the row, of the column and of both, from the inputs alone', () => {
    const table = requestsOf({
      'requests/granted/total': '999',
      'requests/resultTotal/naturalPerson': '888',
      'requests/resultTotal/total': '777',
    });
    assert.deepEqual([...recalculatedTotals(table)].sort(), [
      ['granted/total', number('requests/granted/total')],
      ['resultTotal/naturalPerson', number('requests/resultTotal/naturalPerson')],
      ['resultTotal/total', number('requests/resultTotal/total')],
    ]);
  });
  it('leave out what an input that cannot be read enters', () => {
    const table = requestsOf({ 'requests/granted/naturalPerson': '?', 'requests/granted/total': '999' });
    assert.deepEqual([...recalculatedTotals(table).keys()], []);
  });
});
