import assert from 'node:assert/strict';
import { check, checkDamaged, checkNoFix } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';

const code = 'duplicate-section';

describe(code, () => {
  it('marks the second heading and names the first', () => {
    const [finding] = check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况
全年工作平稳。
五、存在的主要问题及改进情况
更新不够及时。
五、存在的主要问题及改进情况
＾＾＾＾＾＾＾＾＾＾＾＾＾＾
已经改进。
六、其他需要报告的事项
没有。
`,
    );
    assert.deepEqual(
      finding?.related.map((place) => place.range.start.line),
      [4],
    );
  });
  it('is silent on the sound report and on a table of contents', () => {
    check(code, sound().trimEnd());
    const contents = Object.values(headings).join('\n');
    check(
      code,
      changed(sound(), `${headings.overview}\n`, `目录\n${contents}\n\n${headings.overview}\n`).trimEnd(),
    );
  });
  it('is silent on a heading one level down that has a section’s title', () => {
    check(code, changed(sound(), '（一）主动公开。', '（一）主动公开政府信息情况\n').trimEnd());
  });
  it('has no fix', () => checkNoFix(code, `${sound()}\n${sectionText(sound(), 'issues')}`));
  it('is silent on two versions that could not be merged, and on half a heading', () => {
    const [heading, again] = [`${headings.issues}\n`, `${headings.issues}\n\n更新不够及时。\n\n`];
    checkDamaged(code, changed(sound(), heading, again + heading), [
      changed(sound(), heading, `<<<<<<< HEAD\n${again}=======\n${heading}>>>>>>> other\n`),
      changed(sound(), heading, `${headings.issues.slice(0, 6)}\n\n${heading}`),
    ]);
  });
});
