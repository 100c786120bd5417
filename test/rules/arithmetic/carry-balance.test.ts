import assert from 'node:assert/strict';
import { checkDamaged, codesOf, findingsOf } from '../../support/check';
import { number, sound, withLine, withText } from '../../support/drafts';
import { soundValues, withCells } from '../../support/values';

describe('carry-balance', () => {
  const code = 'carry-balance';
  const values = withCells(soundValues, {
    'requests/new/naturalPerson': String(number('requests/new/naturalPerson') + 3),
    'requests/new/total': String(number('requests/new/total') + 3),
  });
  it('is found where rows and columns add up but received is not settled', () => {
    const codes = codesOf(sound('tabbed', values));
    assert.ok(codes.length > 0 && codes.every((one) => one === code), codes.join());
  });
  it('names the four items with their numbers', () => {
    const [finding] = findingsOf(sound('tabbed', values));
    const related = finding?.related.map((place) => place.message.zh).join() ?? '';
    for (const item of ['一、本年新收', '二、上年结转', '四、结转下年度'])
      assert.ok(related.includes(item), item);
  });
  it('does not guess which of the four is wrong', () => {
    for (const { fixes } of findingsOf(sound('tabbed', values)))
      assert.ok(fixes.every((fix) => !fix.preferred));
  });
  it('is silent where what is carried over cannot be read', () => {
    const text = withText('requests/carriedOver/naturalPerson', '/');
    assert.ok(!codesOf(text).includes(code));
  });
  it('is silent where a number of the four rows is run together with another, or its row lost its label', () => {
    const wrong = sound('tabbed', values);
    checkDamaged(code, wrong, [
      withLine(wrong, '一、本年新收', (line) => line.replace(/(\d)\t(\d+)$/u, '$1$2')),
      withLine(wrong, '四、结转下年度', () => null),
      withLine(wrong, '二、上年结转', (line) => line.replace(/\t\d+$/u, '\t?').replace(/\t\d+\t/u, '\t□\t')),
    ]);
  });
});
