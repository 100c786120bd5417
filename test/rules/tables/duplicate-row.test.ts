import assert from 'node:assert/strict';
import { check, checkDamaged, codesOf, findingsOf, marked } from '../../support/check';
import { lineOf, sound, withLine } from '../../support/drafts';
import { changed, textUnder } from '../../support/marks';
import { layoutNames } from '../../support/render';

describe('duplicate-row', () => {
  const twice = withLine(sound(), '2.重复申请', (line) => `${line}\n${line}`);
  it('marks the second row of a name, and related the first', () => {
    const found = findingsOf(twice).filter((finding) => finding.code === 'duplicate-row');
    assert.equal(found.length, 1);
    assert.equal(textUnder(twice, found[0]?.range ?? assert.fail()), '2.重复申请');
    const [first] = found[0]?.related ?? [];
    assert.equal(first?.range.start.line, (found[0]?.range.start.line ?? 0) - 1);
  });
  it('is no reason to count anything twice', () => assert.deepEqual(codesOf(twice), ['duplicate-row']));
  it('is silent on rows of the same label under other headings', () =>
    check('duplicate-row', sound().trimEnd()));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () =>
      assert.deepEqual(marked('duplicate-row', sound(layout)), []));
  it('is silent on two versions that could not be merged, and on half a label', () => {
    const line = lineOf(sound(), '2.重复申请');
    checkDamaged('duplicate-row', twice, [
      changed(sound(), line, `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other`),
      changed(sound(), line, `2.重复\n${line}`),
    ]);
  });
});
