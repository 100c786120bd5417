import assert from 'node:assert/strict';
import vocabulary from '../../server/forms/vocabulary.json';
import { LongestWord } from '../../server/src/text/longest-word';

const words = Object.values(vocabulary.words).flat();

describe('the longest word at a place', () => {
  const index = new LongestWord<string>(words.map((word) => [word, word]));

  it('is found for every word of the vocabulary, alone and between others', () => {
    for (const word of words) {
      assert.equal(index.at(word, 0), word);
      assert.equal(index.at(`𠮷${word}\n`, 2), word);
    }
  });

  it('is the longest: none of the others that stand there', () => {
    for (const word of words) {
      for (const behind of ['', '政府信息公开申请', '件']) {
        const text = word + behind;
        const standing = words.filter((one) => text.startsWith(one));
        const longest = Math.max(...standing.map((one) => one.length));
        assert.equal(index.at(text, 0)?.length, longest, text);
      }
    }
  });

  it('is null where none stands, behind the end, and in an index without words', () => {
    assert.equal(index.at('𠮷😀', 0), null);
    assert.equal(index.at('申请', 2), null);
    assert.equal(index.at('', 0), null);
    assert.equal(new LongestWord([]).at('申请', 0), null);
  });

  it('stands for the first of two entries with one word', () => {
    const twice = new LongestWord([
      ['件', 1],
      ['件次', 2],
      ['件', 3],
    ]);
    assert.equal(twice.at('件件', 0), 1);
    assert.equal(twice.at('件次', 0), 2);
  });
});
