import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inDocument, inSource } from '../../server/src/text/places';
import { sourceOf } from '../../server/src/text/source';

/** The lines in which a text is read. */
function linesOf(text: string): string[] {
  return sourceOf(text).lines.map((line) => line.text);
}

describe('a line that holds a page of HTML', () => {
  it('is read as a browser shows it', () =>
    assert.deepEqual(
      linesOf('<h1>甲</h1><p>乙<br/>丙</p><table><tr><td><p>1</p></td></tr></table><p>丁</p>\n戊'),
      ['<h1>甲</h1>', '<p>乙<br/>', '丙</p>', '<table><tr><td><p>1</p></td></tr></table>', '<p>丁</p>', '戊'],
    ));
  it('is left as it is where it is a piece of a table', () => {
    for (const line of ['<tr><td><p>1</p></td><td><p>2</p></td></tr>', '</td><td><p>1</p><p>2</p></td>'])
      assert.deepEqual(linesOf(line), [line]);
  });
  it('is left as it is where it is a row of a table, or the tags stand within a sentence', () => {
    for (const line of ['| 本年<br>度 | <p>1</p> |', '本年<br>度\t<p>1</p>', '数 < 5，见<b>甲</b>和<table'])
      assert.deepEqual(linesOf(line), [line]);
  });
  it('is read as a browser shows it, also where it begins with text', () =>
    assert.deepEqual(linesOf('一、总体情况<br>甲。<br/><h2>二、乙</h2>丙'), [
      '一、总体情况<br>',
      '甲。<br/>',
      '<h2>二、乙</h2>',
      '丙',
    ]));
  it('keeps a table of data whole, with a table in it too', () => {
    const before = '<td>1</td>'.repeat(4);
    const table = `<table><tr>${before}<td><table><tr><td><p>1</p></td></tr></table><p>2</p></td></tr></table>`;
    assert.deepEqual(linesOf(`<p>甲</p>${table}<p>乙</p>`), ['<p>甲</p>', table, '<p>乙</p>']);
  });
  it('is read as if a table that lays out the page were not there', () => {
    const table = '<table><tr><td>1</td></tr></table>';
    assert.deepEqual(linesOf(`<table><tr><td>甲${table}<p>乙</p></td></tr></table><p>丙</p>`), [
      '<table>',
      '<tr>',
      '<td>甲',
      table,
      '<p>乙</p></td></tr></table>',
      '<p>丙</p>',
    ]);
  });
  it('is broken behind a table that began on an earlier line, and not within it', () =>
    assert.deepEqual(linesOf('<td><p>1</p></td></tr></table><p>甲</p>'), [
      '<td><p>1</p></td></tr></table>',
      '<p>甲</p>',
    ]));
  it('is left as it is where a comment stands behind a table that began on an earlier line', () => {
    const line = '<td><p>1</p></td></tr></table> <!-- 注 -->';
    assert.deepEqual(linesOf(line), [line]);
  });
});

describe('places of the document', () => {
  const pieces = fc.array(
    fc.constantFrom('<p>', '</p>', '<br>', '<table>', '</table>', '<td>', '甲', '𠮷', '\n', '\r\n', '1'),
    { maxLength: 30 },
  );
  it('are those of the source and back, for every place in a text', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join('');
        const source = sourceOf(text);
        text.split(/\r\n|\n/u).forEach((content, line) => {
          for (let character = 0; character <= content.length; character++) {
            const place = inSource(source, { line, character });
            const rest = source.lines[place.line]?.text.slice(place.character) ?? '';
            assert.ok(content.slice(character).startsWith(rest), 'the same text follows');
            assert.deepEqual(inDocument(source, place), { line, character });
          }
        });
      }),
      { numRuns: 500 },
    );
  });
  it('are exchanged wherever they stand in a value', () => {
    const source = sourceOf('<p>甲</p><p>乙</p>');
    const value = { at: [{ line: 1, character: 3 }], line: 7, name: '乙' };
    assert.deepEqual(inDocument(source, value), { at: [{ line: 0, character: 11 }], line: 7, name: '乙' });
  });
});
