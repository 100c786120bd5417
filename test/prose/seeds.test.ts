import assert from 'node:assert/strict';
import { findingsOf } from '../support/check';
import { cellsOf, isAlarm, proseIn, sumText } from '../support/prose';
import { haveSeeds, seeds } from '../support/seeds';

const sums: Readonly<Record<string, readonly string[]>> = {
  '000': ['936＝307＋402＋227'],
  '001': ['70＝12＋10＋6＋15＋12＋3＋12'],
  '002': [],
  '003': [],
  '004': ['66＝5＋0＋0＋0＋0＋0＋0＋2＋2＋2＋1＋1＋10＋0＋3＋26＋0＋12＋2', '8＝8＋0'],
};
const requests: Readonly<Record<string, number>> = { '000': 0, '001': 0, '002': 5, '003': 0, '004': 0 };
const proseRules = [
  'prose-table-mismatch',
  'inconsistent-restatement',
  'enumeration-sum',
  'part-exceeds-total',
  'item-count',
  'percentage',
  'growth-rate',
  'completion-rate',
];

describe('running text of real reports', () => {
  before(function () {
    if (!haveSeeds('running text of real reports')) this.skip();
  });

  it('its sums are read, and none is called wrong', () => {
    for (const { name, text } of seeds) {
      const read = proseIn(text).sums;
      for (const sum of sums[name] ?? [])
        assert.ok(
          read.some((one) => sumText(one) === sum),
          `${name}: ${sum}`,
        );
      assert.deepEqual(read.filter(isAlarm), [], name);
    }
  });

  it('what it says was received is bound to its cell', () => {
    for (const { name, text } of seeds) {
      const received = proseIn(text).facts.filter((fact) => cellsOf(fact).join() === 'requests/new/total');
      assert.deepEqual(
        received.map(({ value }) => value),
        [requests[name]],
        name,
      );
    }
  });

  it('nothing in it is found wrong', () => {
    for (const { name, text } of seeds)
      assert.deepEqual(
        findingsOf(text).filter(({ code }) => proseRules.includes(code)),
        [],
        name,
      );
  });
});
