import assert from 'node:assert/strict';
import { codesOf, findingsOf } from '../../support/check';
import { sound, withText } from '../../support/drafts';
import { layoutNames } from '../../support/render';

describe('all equations', () => {
  for (const layout of layoutNames)
    it(`are silent on the sound report, ${layout}`, () => assert.deepEqual(codesOf(sound(layout)), []));
  it('offer no number below zero', () => {
    const findings = findingsOf(withText('proceedings/count/review.upheld', '-90'));
    const fixes = findings.filter(({ code }) => code === 'proceedings-total').flatMap((one) => one.fixes);
    assert.ok(fixes.length > 0);
    for (const { edits } of fixes) for (const { newText } of edits) assert.ok(Number(newText) >= 0, newText);
  });
  it('say of one wrong cell one finding, with every equation that fails', () => {
    const findings = findingsOf(withText('requests/granted/total', '999'));
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.related.length, 2);
  });
});
