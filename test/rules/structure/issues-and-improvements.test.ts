import assert from 'node:assert/strict';
import { check, checkDamaged, checkNoFix, findingsOf, marked } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'issues-and-improvements';

function withIssues(text: string): string {
  return changed(sound(), sectionText(sound(), 'issues'), `${headings.issues}\n\n${text}\n\n`);
}

describe(code, () => {
  it('marks the answer that is none', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

五、存在的主要问题及改进情况

数𠮷😀无。
＾＾＾＾＾＾＾

六、其他需要报告的事项
`,
    );
    for (const text of ['无。', '无', '暂无', '没有。', '（一）无。', '存在问题：无'])
      assert.deepEqual(marked(code, withIssues(text)), [text]);
  });
  it('marks the heading of an empty section', () =>
    assert.deepEqual(marked(code, withIssues('')), [headings.issues]));
  it('says which half is left out', () => {
    const onlyGood = withIssues('全年各项公开任务均已完成，群众反映良好，工作平稳有序运行。');
    const onlyBad = withIssues('全年工作中还存在政策解读形式单一、栏目更新不及时的问题。');
    for (const [text, half] of [
      [onlyGood, '“存在的主要问题”'],
      [onlyBad, '“改进情况”'],
    ] as const) {
      assert.deepEqual(marked(code, text), [headings.issues]);
      const [finding] = findingsOf(text).filter((one) => one.code === code);
      assert.ok(finding?.message.zh.includes(half));
    }
  });
  it('offers no fix', () => checkNoFix(code, withIssues('无。')));
  it('is silent on both halves, however short and however named', () => {
    for (const text of [
      '解读形式单一，下步增加图解。',
      '一是人手不足；二是培训不够。下一步将加强培训。',
      '（一）存在的主要问题\n\n公开的时效有待提高。\n\n（二）改进情况\n\n明确了时限。',
    ])
      assert.deepEqual(marked(code, withIssues(text)), []);
  });
  it('is silent where the content cannot be read, or the section is not there', () => {
    for (const text of ['<img src="5.png">', '| 问题 | 改进 | 时限 |\n|---|---|---|\n| 无 | 无 | 无 |'])
      assert.deepEqual(marked(code, withIssues(text)), []);
    assert.deepEqual(marked(code, changed(sound(), sectionText(sound(), 'issues'), '')), []);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the words are broken or cannot be read', () =>
    checkDamaged(code, withIssues('无。'), [
      withIssues('□□□□。'),
      withIssues('\\Box'),
      withIssues('全年更新不及\n- 7 -\n时，下一\n- 8 -\n步，将增\n\n加图解。'),
    ]));
});
