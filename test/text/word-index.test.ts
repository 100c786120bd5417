import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordIndex } from '../../server/src/text/word-index';
import { runs } from '../support/marks';

const letters = fc.string({ unit: fc.constantFrom('制', '度', '的', '😀'), minLength: 0, maxLength: 12 });

describe('an index of words', () => {
  it('finds what a search for each word finds, in the order of the text', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(letters.filter((word) => word.length > 1)),
        letters,
        letters,
        (words, text, usual) => {
          const expected: string[] = [];
          for (let at = 0; at < text.length; at++)
            for (const word of words) if (text.startsWith(word, at)) expected.push(`${at} ${word}`);
          const index = new WordIndex(words, (word) => word, usual);
          const found = index.findIn(text).map(({ from, to, entry }) => {
            assert.equal(text.slice(from, to), entry);
            return `${from} ${entry}`;
          });
          assert.deepEqual(found.sort(), expected.sort());
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
