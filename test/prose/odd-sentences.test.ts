import assert from 'node:assert/strict';
import fc from 'fast-check';
import vocabulary from '../../server/forms/vocabulary.json';
import { runs } from '../support/marks';
import { placedFactsIn, proseIn } from '../support/prose';

const pieces = [
  ...Object.values(vocabulary.words).flat(),
  ...vocabulary.units.case,
  ...vocabulary.units.none,
  ...'，、；。：（）“”《》%0123456789一二三十百千万〇.,:;()',
  '其中',
  '其中1条',
  '(1条',
  '1条)',
  '；其中2条',
  '12件',
  '3,456条',
  '2024年',
  '\n',
  '𠮷',
  '\ud800',
];

describe('odd sentences', () => {
  it('never make the reading throw, and every range lies in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), (parts) => {
        const text = parts.join('');
        const lines = text.split(/\r\n|\r|\n/u);
        for (const { range, fact } of placedFactsIn(text)) {
          assert.ok(Number.isFinite(fact.value));
          assert.ok(range.end.line < lines.length);
          assert.ok(range.end.character <= (lines[range.end.line]?.length ?? 0));
          const isForward = range.start.line < range.end.line || range.start.character < range.end.character;
          assert.ok(isForward);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('of any length are read: the work grows with the text and not faster', () => {
    for (const piece of [
      '其中1条',
      '1条、',
      '(1条',
      '（一）',
      '一是',
      '“',
      '《',
      '收到申请1件，其中',
      '三点：',
      '1,',
      '占1%，',
      '未',
    ]) {
      const { facts } = proseIn(piece.repeat(Math.floor(19_000 / piece.length)));
      assert.ok(Array.isArray(facts), piece);
    }
  });
});
