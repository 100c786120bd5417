import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedForms } from '../../server/src/form/load';
import { bindReports, type Report } from '../../server/src/report/report';
import { parse, reparse } from '../../server/src/syntax/tree';
import { applyEdits, replaceRange, sourceOf, textOf } from '../../server/src/text/source';
import { runs } from '../support/marks';
import { withOverview } from '../support/prose-drafts';
import { editIn, randomEdit } from '../support/random-edits';
import { seeds } from '../support/seeds';

const paragraphs = [
  '（一）主动公开。公开信息96条，其中动态60条、其他信息36条。',
  '微信发布信息80条，包括：图解20条、视频',
  '30条、文字30条。',
  '收到政府信息公开申请40件，办结36件，办结率90%。',
  '主要有以下两点：一是更新不及时；二是形式单一。',
].join('\n\n');
const texts = [
  withOverview(paragraphs),
  withOverview(paragraphs, 'spaced'),
  ...seeds.map(({ text }) => text),
];

/** What the running text of the reports of a draft states, without the objects that it is made of. */
function stated(reports: readonly Report[]): unknown {
  return reports.map(({ prose }) => prose);
}

describe('facts of a draft that is edited', () => {
  it('equal those of a fresh reading', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(randomEdit, { minLength: 1, maxLength: 8 }),
        (text, edits) => {
          let tree = parse(sourceOf(text));
          bindReports(tree, shippedForms());
          for (const random of edits) {
            const edit = editIn(
              tree.source.lines.map((line) => line.text.length),
              random,
            );
            const { source, change } = replaceRange(tree.source, edit.range, edit.newText);
            tree = reparse(tree, source, change);
            const fresh = bindReports(parse(sourceOf(textOf(tree.source))), shippedForms());
            assert.deepEqual(stated(bindReports(tree, shippedForms())), stated(fresh));
          }
        },
      ),
      { numRuns: runs(150) },
    );
  }).timeout(600_000);

  it('are read again in the paragraph that was edited and in no other', () => {
    const text = withOverview(paragraphs);
    const tree = parse(sourceOf(text));
    const before = bindReports(tree, shippedForms())[0]?.prose ?? [];
    const line = text.split('\n').findIndex((one) => one.includes('办结36件'));
    const at = { line, character: 3 };
    const { source, change } = replaceRange(tree.source, { start: at, end: at }, '的');
    const after = bindReports(reparse(tree, source, change), shippedForms())[0]?.prose ?? [];
    const old = new Set(before.map(({ reading }) => reading));
    assert.equal(after.length, before.length);
    assert.equal(after.filter(({ reading }) => !old.has(reading)).length, 1);
    assert.equal(textOf(applyEdits(sourceOf(text), [])), text);
  });
});
