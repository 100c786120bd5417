import assert from 'node:assert/strict';
import { codesOf } from '../support/check';
import { number, sound } from '../support/drafts';
import { changed } from '../support/marks';
import { read } from '../support/reading';

const decisions = number('proactive/adminPenalty/decisionsThisYear');

describe('a value that runs on from its label', () => {
  it('is read where the row has one value, with its own characters as range', () => {
    const text = changed(sound('piped'), `| 行政处罚 | ${decisions} |`, `| 行政处罚${decisions} | |`);
    const { proactive } = read(text).tables;
    assert.equal(proactive?.cells['adminPenalty/decisionsThisYear'], decisions);
    assert.equal(proactive?.texts['adminPenalty/decisionsThisYear'], String(decisions));
    assert.deepEqual(codesOf(text), []);
  });
  it('is not split off where the row has more values than one', () => {
    const granted = number('requests/granted/naturalPerson');
    const text = sound('spaced').replace(`（一）予以公开 ${granted} `, `（一）予以公开${granted} `);
    assert.deepEqual(
      codesOf(text).filter((code) => code !== 'incomplete-row' && code !== 'missing-row'),
      [],
    );
  });
});
