import assert from 'node:assert/strict';
import { defaultProfile, type Profile } from '../../../server/src/service/profile';
import { findingsUnder } from '../../support/check';
import { headings, sound } from '../../support/drafts';
import { changed, textUnder } from '../../support/marks';

const code = 'missing-item';

function demanding(...items: readonly string[]): Profile {
  const { circumstances } = defaultProfile;
  return {
    ...defaultProfile,
    circumstances: { ...circumstances, requiredItems: new Map([['other', items]]) },
  };
}

const draft = changed(
  sound(),
  `${headings.other}\n`,
  `${headings.other}\n\n本年度办理人大代表建议 3 件，均已答复。\n`,
);

function found(profile: Profile, text = draft): string[] {
  return findingsUnder(profile, text)
    .filter((one) => one.code === code)
    .map((one) => `${textUnder(text, one.range)}: ${one.message.zh}`);
}

describe(code, () => {
  it('names what is demanded and not mentioned, on the heading of the section', () => {
    const [only, ...others] = found(demanding('人大代表建议', '政务新媒体'));
    assert.deepEqual(others, []);
    assert.match(only ?? '', new RegExp(`^${headings.other}: .*“政务新媒体”`, 'u'));
  });
  it('is silent on what is there, in one of its wordings, however spaced', () =>
    assert.deepEqual(found(demanding('建议提案|代表 建议', '（均已答复）')), []));
  it('is silent where nothing is demanded', () => assert.deepEqual(found(defaultProfile), []));
  it('is silent where the whole section is missing', () => {
    const without = draft.slice(0, draft.indexOf(headings.other));
    assert.deepEqual(found(demanding('政务新媒体'), without), []);
  });
  it('is silent where the words are broken or cannot be read', () => {
    const other = (text: string): string => changed(draft, '本年度办理人大代表建议 3 件，均已答复。', text);
    assert.equal(found(demanding('政务新媒体'), other('开设栏目。')).length, 1);
    for (const text of ['开设政务新\n- 7 -\n媒体栏目。', '开设政务\n\n新媒体栏目。', '开设政务□□□栏目。'])
      assert.deepEqual(found(demanding('政务新媒体'), other(text)), [], text);
  });
});
