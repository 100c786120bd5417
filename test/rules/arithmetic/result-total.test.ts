import assert from 'node:assert/strict';
import { codesOf } from '../../support/check';
import { number, sound, withLine, withText } from '../../support/drafts';
import { soundValues, withCells } from '../../support/values';

describe('result-total', () => {
  const code = 'result-total';
  it('marks the total that its column does not make', () => {
    // Every row adds up, so the fault shows in the columns: one result more for a person than row seven has.
    const person = 'requests/granted/naturalPerson';
    const text = sound(
      'tabbed',
      withCells(soundValues, {
        [person]: String(number(person) + 1),
        'requests/granted/total': String(number('requests/granted/total') + 1),
      }),
    );
    const codes = codesOf(text);
    assert.ok(codes.includes(code), codes.join());
    assert.ok(!codes.includes('row-total') && !codes.includes('carry-balance'), codes.join());
  });
  it('is silent where a result cannot be read', () => {
    const text = withText('requests/granted/naturalPerson', '1O');
    assert.ok(!codesOf(text).includes(code));
  });
  it('is silent where a row of results is missing', () =>
    assert.deepEqual(codesOf(withLine(sound(), '2.重复申请', () => null)), ['missing-row']));
  it('is silent where something unreadable pushes the numbers of a row aside', () => {
    const lines = sound('pipeCell').split('\n');
    const total = lines.findIndex((line) => line.startsWith('(七)总计'));
    // The row's own line, then a line for each of its numbers.
    const with5th = (sign: string): string => lines.with(total + 5, `${lines[total + 5]}${sign}`).join('\n');
    const wrong = lines.with(total + 7, '9 |').join('\n');
    assert.ok(codesOf(wrong).length > 0);
    for (const sign of ['\\Box', '□', '?']) assert.ok(!codesOf(with5th(sign)).includes(code), sign);
  });
});
