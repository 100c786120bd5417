import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/rules/registry';
import { applyEdits, sourceOf, textOf } from '../../server/src/text/source';
import { codesOf, findingsOf, said } from '../support/check';
import { changed } from '../support/marks';

const sample = readFileSync('test/fixtures/sample.md', 'utf8');

describe('the page of a rule', () => {
  it('is about a report in which nothing else is found', () => assert.deepEqual(said(sample), []));

  for (const { code, editions, fixes, documentation } of rules) {
    it(`${code} says everything in both languages`, () => {
      const { explanation, rationale, silence } = documentation;
      for (const text of [explanation, rationale, silence])
        assert.ok(text.zh.length > 5 && text.en.length > 5 && text.zh !== text.en);
      assert.ok(editions === 'all' || editions.length > 0);
    });
    documentation.examples.forEach(({ right, wrong, alsoRight = [] }, i) => {
      it(`${code}: example ${i + 1} is found, and nothing else is`, () => {
        const text = changed(sample, right, wrong);
        assert.deepEqual(
          [...new Set(codesOf(text, code))],
          [code],
          said(text, code).join('\n') || 'nothing is found',
        );
        const all = findingsOf(text, code).flatMap((finding) => finding.fixes);
        if (fixes === 'none') assert.deepEqual(all, []);
        if (fixes !== 'safe') assert.ok(all.every((fix) => !fix.preferred));
      });
      if (fixes === 'safe')
        it(`${code}: the preferred fixes of example ${i + 1} write what is right, or none is preferred`, () => {
          const text = changed(sample, right, wrong);
          const edits = findingsOf(text, code).flatMap((finding) =>
            finding.fixes.filter((fix) => fix.preferred).flatMap((fix) => fix.edits),
          );
          if (edits.length > 0) assert.equal(textOf(applyEdits(sourceOf(text), edits)), sample);
        });
      if (fixes !== 'none')
        it(`${code}: each fix of example ${i + 1} removes its finding, and brings nothing new where it is preferred`, () => {
          const text = changed(sample, right, wrong);
          const before = findingsOf(text);
          for (const fix of before.flatMap((finding) => finding.fixes)) {
            const after = findingsOf(textOf(applyEdits(sourceOf(text), fix.edits)));
            const left = after.filter((finding) => finding.code === code).length;
            assert.ok(left < before.length, `${fix.title.zh} leaves ${left} of ${before.length}`);
            // What is only offered may have a consequence that is reported in its turn.
            if (!fix.preferred) continue;
            const added = after.filter((finding) => finding.code !== code);
            assert.deepEqual(added, [], fix.title.zh);
          }
        });
      for (const text of alsoRight)
        it(`${code}: silent on ${JSON.stringify(text)}`, () =>
          assert.deepEqual(said(changed(sample, right, text), code), []));
    });
  }
});
