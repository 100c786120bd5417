import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, checkNoFix, marked } from '../../support/check';
import { sound, withLine } from '../../support/drafts';
import { layoutNames } from '../../support/render';
import { type ReportValues, soundValues, withCells } from '../../support/values';

const code = 'fee-amount';

/** The sound report with another amount of fees, and what section one says of it. */
function fees(amount: string, stated = '', values: ReportValues = soundValues): string {
  const text = sound('tabbed', withCells(values, { 'proactive/adminFees/feeAmount': amount }));
  return withLine(text, '（三）政府信息管理', (line) => line + stated);
}

describe(code, () => {
  for (const layout of layoutNames)
    it(`marks an amount beyond belief, ${layout}`, () =>
      assert.deepEqual(
        marked(code, sound(layout, withCells(soundValues, { 'proactive/adminFees/feeAmount': '12500000' }))),
        ['12500000'],
      ));
  it('marks an amount that the text gives in yuan, and offers it in the unit of the table', () => {
    const stated = '全年行政事业性收费共12,500元。';
    assert.deepEqual(marked(code, fees('12500', stated)), ['12500']);
    checkFix(fees('12500', stated), fees('1.25', stated), { code, preferred: false });
    checkFix(fees('12,500', stated), fees('1.25', stated), { code, preferred: false });
  });
  it('offers no fix where nothing but the size is known', () => checkNoFix(code, fees('12500000')));
  it('is silent on amounts that may be true', () => {
    for (const amount of ['0', '12.50', '316441', '999999']) assert.deepEqual(marked(code, fees(amount)), []);
    const government = { ...soundValues, organization: '砚溪市人民政府' };
    assert.deepEqual(marked(code, fees('1250000', '', government)), []);
  });
  it('is silent where the text gives the amount in 万元, another amount, or another fee', () => {
    for (const stated of [
      '全年行政事业性收费12500万元。',
      '全年行政事业性收费12501元。',
      '收取信息处理费12500元。',
      '依法公开行政事业性收费目录。收取12500元。',
    ])
      assert.deepEqual(marked(code, fees('12500', stated)), [], stated);
  });
  it('is silent on what is no number', () => {
    for (const amount of ['', '/', '1O000000']) assert.deepEqual(marked(code, fees(amount)), []);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the amount or what the text says of it cannot be read', () => {
    const stated = '全年行政事业性收费共12500元。';
    checkDamaged(code, fees('12500', stated), [
      fees('12500', '全年行政事业性收费共□12500□元。'),
      fees('12500', '全年行政事业性收费共1\n- 7 -\n2500元。'),
      fees('1□2500', stated),
      fees('12500元\\Box', stated),
    ]);
  });
});
