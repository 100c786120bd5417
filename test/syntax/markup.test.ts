import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gridOf } from '../../server/src/syntax/block';
import { holdsTag, spanInLine, visibleText } from '../../server/src/syntax/markup';
import { parse } from '../../server/src/syntax/tree';
import { range } from '../../server/src/text/range';
import { sourceOf } from '../../server/src/text/source';

/** What is seen of a line, and what of the line stands for each character. */
function seen(line: string, most = 1000): { text: string; written: string[] } | null {
  const visible = visibleText(line, most);
  if (!visible) return null;
  const written = visible.starts.map((start, i) => line.slice(start, visible.ends[i]));
  return { text: visible.text, written };
}

describe('a line with markup', () => {
  it('is seen without its tags', () =>
    assert.deepEqual(seen('<p style="text-indent:2em">一、<b>总体</b>情况</p>'), {
      text: '一、总体情况',
      written: [...'一、总体情况'],
    }));
  it('is seen with what its references stand for, spaces left out', () =>
    assert.deepEqual(seen('&emsp;&#12288;&#x3000;&nbsp;数𠮷&ldquo;甲&rdquo;'), {
      text: '数𠮷“甲”',
      written: ['数', '\ud842', '\udfb7', '&ldquo;', '甲', '&rdquo;'],
    }));
  it('is seen without characters that have no width', () =>
    assert.equal(seen('\u200b一、\u200e总体\ufeff情况\u00ad')?.text, '一、总体情况'));
  it('is seen without the backslash before a mark, and with any other', () =>
    assert.deepEqual(seen('12\\.5\\\\甲\\乙'), {
      text: '12.5\\甲\\乙',
      written: ['1', '2', '.', '5', '\\', '甲', '\\', '乙'],
    }));
  it('is nothing but text where nothing in it is markup', () => {
    for (const line of ['一、总体情况', '3 < 5 & 7 > 2', '研发费用 R&D；&不是名字', '&notaname;', '<>'])
      assert.equal(seen(line), null, line);
  });
  it('is given up where more is seen than asked for', () =>
    assert.equal(seen(`<p>${'甲'.repeat(50)}</p>`, 8)?.text, '甲'.repeat(9)));
  it('has spans that reach over tags and references whole', () => {
    const line = '<p>&ldquo;总<b>体</b>情况&rdquo;</p>';
    const { start, end } = spanInLine(visibleText(line, 100), 0, 6);
    assert.equal(line.slice(start, end), '&ldquo;总<b>体</b>情况&rdquo;');
  });
  it('is read in any text without a throw, each character where it is said to stand', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<', '>', '&', ';', '#', 'x', 'nbsp', 'b', '/', '1', '甲', '\u200b', '😀', ' '),
        ),
        (pieces) => {
          const line = pieces.join('');
          const visible = visibleText(line, 1000);
          if (!visible) return;
          for (let i = 0; i < visible.text.length; i++) {
            const written = line.slice(visible.starts[i], visible.ends[i]);
            if (!written.startsWith('&')) assert.equal(written, visible.text[i]);
          }
        },
      ),
    ));
});

describe('a tag in a range', () => {
  const { lines } = sourceOf('甲<b>乙</b>\n丙');
  it('is seen on each of its lines, and not beside it', () => {
    assert.equal(holdsTag(range(0, 0, 0, 6), lines), true);
    assert.equal(holdsTag(range(0, 4, 1, 1), lines), true);
    assert.equal(holdsTag(range(0, 4, 0, 5), lines), false);
    assert.equal(holdsTag(range(1, 0, 1, 1), lines), false);
  });
});

describe('a cell with markup', () => {
  /** The cells of the first line, `text=what of the line it spans:kind of reading`. */
  const cells = (line: string): string[] => {
    const [block] = parse(sourceOf(line)).blocks;
    assert.ok(block);
    return (gridOf(block).rows[0]?.cells ?? []).map(
      ({ text, start, end, reading }) => `${text}=${line.slice(start, end)}:${reading.kind}`,
    );
  };
  it('is what is seen of it', () =>
    assert.deepEqual(cells('| &emsp;规章 | <b>12</b> | &nbsp; | 0\u200b | &#12288; 7 | `3` | $4$ |'), [
      '规章=规章:text',
      '12=12:number',
      '=:blank',
      '0=0:number',
      '7=7:number',
      '`3`=`3`:number',
      '$4$=$4$:number',
    ]));
  it('is what is seen of it between tabs', () =>
    assert.deepEqual(cells('规<br>章\t<font color="red">1</font>2\t\u200b'), [
      '规章=规<br>章:text',
      '12=1</font>2:number',
      '=:blank',
    ]));
});
