import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changed, runs } from '../support/marks';
import { editIn, randomEdit } from '../support/random-edits';
import { allLayoutNames, renderReport } from '../support/render';
import { haveSeeds, seeds } from '../support/seeds';
import { EditedDraft, freshFindings, freshStructure, spliced } from '../support/syntax';
import { soundValues } from '../support/values';

const own = allLayoutNames.map((layout) => ({
  name: layout as string,
  text: renderReport(soundValues, layout),
}));
const mixed = own.flatMap(({ name, text }) =>
  name === 'tabbed' || name === 'html' ? [{ name: `${name} CRLF`, text: text.replaceAll('\n', '\r\n') }] : [],
);
const broken = {
  name: 'with an open table',
  text: changed(renderReport(soundValues, 'html'), '</table>\n<h2>三、', '<h2>三、'),
};
const commented = {
  name: 'with comments to the checker',
  text: renderReport(soundValues, 'piped').replaceAll(
    /\n(?=.*予以公开|.*商业企业)/gu,
    '\n<!-- gouji-disable-next-line row-total -->\n',
  ),
};
const laidOut = {
  name: 'within a table that lays out the page',
  text: `<table>\n<tr><td>导航</td>\n<td>${renderReport(soundValues, 'html')}\n</td></tr></table>\n`,
};
const quoted = {
  name: 'quoted',
  text: renderReport(soundValues, 'piped').replace(/^/gmu, '> '),
};
const pageOfRows = {
  name: 'a page that is one table of Markdown',
  text: renderReport(soundValues, 'pipedPage').replace(
    '\n',
    `\n|${'---|'.repeat(16)}\n|${'  |'.repeat(16)}\n`,
  ),
};
const real = haveSeeds('incremental parsing of real reports') ? seeds : [];
const texts = [...own, ...mixed, broken, commented, laidOut, quoted, pageOfRows, ...real];

describe('incremental parsing', () => {
  it('equals a fresh parse, in tree and findings, for random edits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(randomEdit, { minLength: 1, maxLength: 12 }),
        ({ text }, edits) => {
          const edited = new EditedDraft(text);
          let expected = text;
          for (const random of edits) {
            const edit = editIn(edited.lengths, random);
            expected = spliced(expected, edit);
            edited.apply(edit);
            assert.equal(edited.text, expected);
            assert.deepEqual(edited.structure, freshStructure(expected));
            // Asked for after each edit, so that what is kept with old blocks is used and not only made.
            assert.deepEqual(edited.findings, freshFindings(expected));
          }
        },
      ),
      { numRuns: runs(300) },
    );
  }).timeout(1_800_000);

  it('equals a fresh parse while a whole report is typed in', () => {
    for (const { text } of own) {
      const edited = new EditedDraft('');
      let line = 0;
      for (const typed of text.split(/(?<=\n)/u)) {
        const place = { line, character: 0 };
        edited.apply({ range: { start: place, end: place }, newText: typed });
        line++;
      }
      assert.equal(edited.text, text);
      assert.deepEqual(edited.structure, freshStructure(text));
      assert.deepEqual(edited.findings, []);
    }
  });

  it('equals a fresh parse where an edit far below makes a table one that lays out the page, or no longer', () => {
    const nested =
      '<table>\n<tr>\n<td>\n\n<p>一、总体情况</p>\n\n<p>甲</p>\n\n<table>\n<tr><td>1</td></tr>\n</table>\n</td></tr></table>\n';
    const lines = nested.split('\n');
    for (const [line, text] of lines.entries()) {
      for (const newText of ['', '<p>乙</p>', '<td>', '</table>', '<table>', '<td><td><td><td>']) {
        const edited = new EditedDraft(nested);
        const end = { line, character: text.length };
        for (const edit of [
          { range: { start: { line, character: 0 }, end }, newText },
          {
            range: { start: { line, character: 0 }, end: { line, character: newText.length } },
            newText: text,
          },
        ]) {
          edited.apply(edit);
          assert.deepEqual(edited.structure, freshStructure(edited.text), `${line} ${newText}`);
        }
      }
    }
  });

  it('equals a fresh parse when typed from the last line to the first', () => {
    for (const { text } of own) {
      const edited = new EditedDraft('');
      const start = { line: 0, character: 0 };
      for (const typed of text.split(/(?<=\n)/u).reverse())
        edited.apply({ range: { start, end: start }, newText: typed });
      assert.equal(edited.text, text);
      assert.deepEqual(edited.structure, freshStructure(text));
    }
  });

  it('keeps nine in ten blocks as the same objects after a one-character edit', () => {
    let before = 0;
    let kept = 0;
    for (const { text } of texts) {
      for (const one of oneCharacterEdits(text)) {
        before += one.blocksBefore;
        kept += one.blocksKept;
      }
    }
    assert.ok(kept / before >= 0.9, `${((100 * kept) / before).toFixed(1)} % of the blocks were kept`);
  });

  it('reads anew at most the block of a one-character edit and its neighbours', () => {
    for (const { name, text } of texts) {
      const lines = text.split('\n');
      for (const { line, blocksBefore, blocksKept } of oneCharacterEdits(text)) {
        // A broken table tag changes what all that follows is; that of a cell, what lays out the page.
        if (/table/u.test(lines[line] ?? '')) continue;
        if (name === laidOut.name && /<t[dh]/u.test(lines[line] ?? '')) continue;
        const lost = blocksBefore - blocksKept;
        assert.ok(lost <= 3, `${name}, line ${line}: ${lost} blocks lost`);
      }
    }
  });
});

/** A digit typed into the middle of each line in turn. */
function oneCharacterEdits(text: string): { line: number; blocksBefore: number; blocksKept: number }[] {
  const { lengths } = new EditedDraft(text);
  return lengths.map((length, line) => {
    const place = { line, character: Math.floor(length / 2) };
    return { line, ...new EditedDraft(text).apply({ range: { start: place, end: place }, newText: '1' }) };
  });
}
