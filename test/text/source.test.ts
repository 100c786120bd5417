import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, replaceRange, sourceOf, textOf } from '../../server/src/text/source';
import { runs } from '../support/marks';
import { type Edit, spliced } from '../support/syntax';

/** Text with every line end and with characters of two UTF-16 units. */
const texts = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\r\n', '数', '𠮷', '😀', 'a', '1', '|', '\t', ''), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(''));

const places = fc.record({
  line: fc.integer({ min: -1, max: 14 }),
  character: fc.integer({ min: -1, max: 9 }),
});
const edits: fc.Arbitrary<Edit> = fc.record({
  range: fc.record({ start: places, end: places }),
  newText: texts,
});

/** One edit, checked against the splice of a plain string. */
function checkEdit(text: string, edit: Edit): string {
  const expected = spliced(text, edit);
  const before = sourceOf(text);
  const { source, change } = replaceRange(before, edit.range, edit.newText);
  assert.equal(textOf(source), expected);
  assert.deepEqual(source, sourceOf(expected), 'the lines are those of a fresh split');
  assert.deepEqual(
    [...source.lines.slice(0, change.first), ...source.lines.slice(change.newEnd)],
    [...before.lines.slice(0, change.first), ...before.lines.slice(change.oldEnd)],
    'lines outside the change are the old ones',
  );
  source.lines.slice(0, change.first).forEach((line, i) => {
    assert.equal(line, before.lines[i], 'the same object');
  });
  assert.equal(change.newEnd - change.oldEnd, source.lines.length - before.lines.length);
  return expected;
}

function at(line: number, character: number, endLine = line, endCharacter = character): Edit['range'] {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

describe('a text as lines', () => {
  it('gives every text back', () => {
    fc.assert(fc.property(texts, (text) => textOf(sourceOf(text)) === text));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => textOf(sourceOf(text)) === text));
  });
  it('knows the three line ends', () => {
    assert.deepEqual(sourceOf('a\nb\r\nc\rd').lines, [
      { text: 'a', eol: '\n' },
      { text: 'b', eol: '\r\n' },
      { text: 'c', eol: '\r' },
      { text: 'd', eol: '' },
    ]);
  });
  it('has a last line without an end, also where the text ends in one', () => {
    assert.deepEqual(sourceOf('').lines, [{ text: '', eol: '' }]);
    assert.deepEqual(sourceOf('a\n').lines.at(-1), { text: '', eol: '' });
  });
});

describe('replacing a range', () => {
  it('equals the splice of a plain string for any sequence of edits', () => {
    fc.assert(
      fc.property(texts, fc.array(edits, { maxLength: 8 }), (text, sequence) => {
        sequence.reduce(checkEdit, text);
      }),
      { numRuns: runs(2000) },
    );
  });
  it('joins a CR with the LF that comes to stand behind it', () => {
    assert.equal(checkEdit('a\rxb', { range: at(1, 0, 1, 1), newText: '\n' }), 'a\r\nb');
    assert.equal(checkEdit('a\rx\nb', { range: at(1, 0, 1, 1), newText: '' }), 'a\r\nb');
    assert.equal(checkEdit('a\nb', { range: at(0, 1), newText: '\r' }), 'a\r\nb');
  });
  it('parts a CR from its LF where something is put between by a whole line', () => {
    assert.equal(checkEdit('a\r\nb', { range: at(0, 1, 1, 0), newText: '\r' }), 'a\rb');
    assert.equal(checkEdit('a\r\nb', { range: at(0, 1, 1, 0), newText: '\n' }), 'a\nb');
  });
  it('counts UTF-16 units', () => {
    assert.equal(checkEdit('𠮷😀数1', { range: at(0, 5, 0, 6), newText: '2' }), '𠮷😀数2');
  });
  it('moves a place outside the text to the nearest inside and turns a reversed range round', () => {
    assert.equal(checkEdit('ab\ncd', { range: at(9, 9), newText: '!' }), 'ab\ncd!');
    assert.equal(checkEdit('ab\ncd', { range: at(0, 99), newText: '!' }), 'ab!\ncd');
    assert.equal(checkEdit('abc', { range: at(0, 2, 0, 1), newText: '' }), 'ac');
  });
});

describe('applying several edits', () => {
  it('takes them in any order, each speaking of the text as it was', () => {
    const source = sourceOf('a1\r\nb2\nc3');
    const all: Edit[] = [
      { range: at(2, 1, 2, 2), newText: '33' },
      { range: at(0, 1, 0, 2), newText: '' },
      { range: at(1, 0), newText: 'x\n' },
    ];
    const expected = 'a\r\nx\nb2\nc33';
    assert.equal(textOf(applyEdits(source, all)), expected);
    assert.equal(textOf(applyEdits(source, [...all].reverse())), expected);
  });
  it('inserts at one place in the order given', () => {
    const source = sourceOf('ab');
    const all = ['1', '2', '3'].map((newText) => ({ range: at(0, 1), newText }));
    assert.equal(textOf(applyEdits(source, all)), 'a123b');
  });
  it('leaves the source as it was', () => {
    const source = sourceOf('a\nb');
    applyEdits(source, [{ range: at(0, 0, 1, 1), newText: '' }]);
    assert.equal(textOf(source), 'a\nb');
  });
});
