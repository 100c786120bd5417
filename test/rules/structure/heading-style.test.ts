import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, findingsOf, marked } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'heading-style';

function withIssues(text: string): string {
  return changed(
    sound(),
    sectionText(sound(), 'issues'),
    `${headings.issues}\n\n有问题，要改进。\n\n${text}\n\n`,
  );
}

describe(code, () => {
  it('marks the marks of the odd one', () => {
    check(
      code,
      `
# 砚溪区园林绿化局2024年政府信息公开工作年度报告

## 一、总体情况
## 二、主动公开政府信息情况
#### 三、收到和处理政府信息公开申请情况
^^^^
## 四.政府信息公开行政复议、行政诉讼情况
   　^
`,
    );
  });
  it('writes the headings of sections alike', () => {
    const line = `## ${headings.issues}\n`;
    for (const odd of [`#### ${headings.issues}\n`, `${headings.issues}\n`])
      checkFix(changed(sound('piped'), line, odd), sound('piped'), { code, preferred: false });
    const dotted = headings.issues.replace('、', '.');
    checkFix(changed(sound(), `${headings.issues}\n`, `${dotted}\n`), sound(), { code, preferred: false });
  });
  it('writes sub-headings and items alike, in one finding', () => {
    checkFix(
      withIssues('### （一）问题\n\n有。\n\n### （二）改进\n\n有。\n\n## （三）其他\n\n有。'),
      withIssues('### （一）问题\n\n有。\n\n### （二）改进\n\n有。\n\n### （三）其他\n\n有。'),
      { code, preferred: false },
    );
    const mixed = withIssues('1.解读形式单一。\n\n2.更新慢。\n\n3、人少。\n\n4.培训少。\n\n5、经费少。');
    assert.deepEqual(marked(code, mixed), ['、']);
    const [finding] = findingsOf(mixed).filter((one) => one.code === code);
    assert.equal(finding?.related.length, 1);
    assert.match(finding?.message.zh ?? '', /多数用“\.”，此处用“、”（共 2 处）/u);
    checkFix(mixed, mixed.replace(/^([35])、/gmu, '$1.'), { code, preferred: false });
  });
  it('is silent on one style kept throughout, whatever it is', () => {
    for (const text of [
      '1、解读形式单一。\n\n2、更新慢。',
      '（一）问题。解读形式单一。\n\n### （二）改进\n\n增加图解。',
      '版本1.5，12.4宪法日。',
    ])
      assert.deepEqual(marked(code, withIssues(text)), [], text);
    assert.deepEqual(marked(code, sound('piped').replace(/^## /gmu, '#### ')), []);
    assert.deepEqual(marked(code, sound().replace(/^([一二三四五六])、/gmu, '$1．')), []);
  });
  it('leaves headings in tags and in emphasis alone', () => {
    assert.deepEqual(marked(code, sound('html').replace('<h2>五', '<h3>五')), []);
    assert.deepEqual(
      marked(code, changed(sound('piped'), `## ${headings.issues}`, `**${headings.issues}**`)),
      [],
    );
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the marks stand on the line before', () => {
    const line = `## ${headings.issues}\n`;
    checkDamaged(code, changed(sound('piped'), line, `${headings.issues}\n`), [
      changed(sound('piped'), line, `##\n${headings.issues}\n`),
      changed(sound('piped'), line, `## 五、\n\n${headings.issues.slice(2)}\n`),
      changed(sound('piped'), line, `## 五、存在的\n${headings.issues.slice(5)}\n`),
    ]);
  });
});
