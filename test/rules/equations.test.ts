import assert from 'node:assert/strict';
import { checkNoFix, codesOf, findingsOf } from '../support/check';
import { sound, withText } from '../support/drafts';
import { layoutNames } from '../support/render';

describe('all equations', () => {
  for (const layout of layoutNames)
    it(`are silent on the sound report, ${layout}`, () => assert.deepEqual(codesOf(sound(layout)), []));
  it('offer no fix where no sum is legal', () => {
    const text = withText('proceedings/count/review.upheld', '-90');
    checkNoFix('proceedings-total', text);
  });
  it('say of one wrong cell one finding, with every equation that fails', () => {
    const findings = findingsOf(withText('requests/granted/total', '999'));
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.related.length, 2);
  });
});
