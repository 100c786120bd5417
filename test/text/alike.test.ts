import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AlikeTexts } from '../../server/src/text/alike';
import { similarity } from '../../server/src/text/fold';
import { runs } from '../support/marks';

describe('texts like another one', () => {
  const titles = ['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '总体情况', '其他需要报告的事项'];

  it('are those that share enough characters with it', () => {
    const alike = new AlikeTexts(titles);
    assert.deepEqual(alike.candidates('主动公开政府信息清况', 0.7), ['主动公开政府信息情况']);
    assert.deepEqual(alike.candidates('总体情况', 1), ['总体情况']);
    assert.deepEqual(alike.candidates('编后语', 0.5), []);
  });

  it('leave out none that is as alike as asked for', () => {
    const text = fc.string({ unit: fc.constantFrom(...'主动公开政府信息情况一二'), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        text,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (all, one, least) => {
          const found = new AlikeTexts(all).candidates(one, least);
          for (const other of all)
            if (similarity(one, other) >= least && other !== '') assert.ok(found.includes(other));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('are found out to be less alike than asked for without their likeness', () => {
    const text = fc.string({ unit: fc.constantFrom(...'主动公开政府'), maxLength: 10 });
    fc.assert(
      fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, least) => {
        const whole = similarity(a, b);
        const bounded = similarity(a, b, least);
        assert.ok(bounded === whole || (bounded === 0 && whole < least + 1e-6));
      }),
      { numRuns: runs(300) },
    );
  });
});
