import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/registry';
import { defaultProfile, type Level, type Profile, rulesIn } from '../../server/src/service/profile';
import { findingsUnder } from '../support/check';
import { withText } from '../support/drafts';
import { soundValues } from '../support/values';

const name = 'requests/granted/total';
const wrongTotal = withText(name, String(Number(soundValues.cells.get(name)) + 1));

function withLevel(code: string, level: Level): Profile {
  return { ...defaultProfile, levels: new Map([[code, level]]) };
}

describe('the profile', () => {
  it('leaves each rule its own level where nothing is said', () => {
    const found = findingsUnder(defaultProfile, wrongTotal);
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['row-total', 'error']],
    );
  });

  it('gives the findings of a rule the level chosen', () => {
    for (const level of ['hint', 'information', 'warning', 'error'] as const) {
      const found = findingsUnder(withLevel('row-total', level), wrongTotal);
      assert.deepEqual(
        found.map((one) => one.severity),
        [level],
      );
    }
  });

  it('runs no rule that is off', () => {
    assert.deepEqual(findingsUnder(withLevel('row-total', 'off'), wrongTotal), []);
    assert.ok(!rulesIn(withLevel('row-total', 'off')).some((rule) => rule.code === 'row-total'));
  });

  it('runs a rule that is off by default only where it was switched on', () => {
    assert.deepEqual(
      rulesIn(defaultProfile).map((rule) => rule.code),
      rules.filter((rule) => !rule.isOffByDefault).map((rule) => rule.code),
    );
    const all: Profile = { ...defaultProfile, levels: new Map(rules.map((rule) => [rule.code, 'warning'])) };
    assert.equal(rulesIn(all).length, rules.length);
  });

  it('says nothing of a code that it does not know', () => {
    assert.equal(findingsUnder(withLevel('no-such-rule', 'off'), wrongTotal).length, 1);
  });
});
