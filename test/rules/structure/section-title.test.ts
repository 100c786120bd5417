import { check, checkDamaged, checkFix } from '../../support/check';
import { headings, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'section-title';

/** The sound report with another wording of section five, before and after its fix. */
function checkTitle(written: string, fixed: string = headings.issues, preferred = true): void {
  const before = changed(sound(), `${headings.issues}\n`, `${written}\n`);
  checkFix(before, changed(sound(), `${headings.issues}\n`, `${fixed}\n`), { code, preferred });
}

describe(code, () => {
  it('marks the title without marks and ordinal', () => {
    check(
      code,
      `
# 砚溪区园林绿化局2024年政府信息公开工作年度报告

## 一、总体情况
## 三、收到和处理政府信息公开申请的情况
  　　 ＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾
**五、存在的问题及改进措施**
  　　＾＾＾＾＾＾＾＾＾＾
`.replace('  　　 ＾', '   　　＾'),
    );
  });
  it('replaces an old or local wording', () => {
    checkTitle('五、存在问题及改进措施');
    checkTitle('五、存在的不足及改进措施');
  });
  it('replaces a wording with a slip', () => checkTitle('五、存在的主要问提及改进情况'));
  it('keeps the marks around the title', () =>
    checkTitle('**五、存在问题及改进措施**', `**${headings.issues}**`));
  it('keeps spaces and a wrong mark behind the ordinal', () =>
    checkTitle('　　五．存在问题及改进措施　', '　　五．存在的主要问题及改进情况　'));
  it('offers, but does not prefer, the title where the heading is known by its place alone', () =>
    checkTitle('五、下一步打算和安排', headings.issues, false));
  it('counts characters of two units before the title', () => {
    const text = changed(sound(), headings.overview, `# 数𠮷😀\n\n${headings.overview}`);
    checkFix(changed(text, `${headings.other}\n`, '六、其他需要报告事项\n'), text, { code, preferred: true });
  });
  it('is silent on titles that the edition of the report accepts', () => {
    check(
      code,
      `
砚溪区园林绿化局2020年政府信息公开工作年度报告

二、行政机关主动公开政府信息情况
三、行政机关收到和处理政府信息公开申请情况
四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
`,
    );
  });
  for (const layout of layoutNames)
    it(`is silent on the statutory titles, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent on a title that is torn, cut off or run into the text', () => {
    const wrong = changed(sound(), headings.issues, '五、存在的主要问提及改进情况');
    const torn = [
      '五、存在的主要问题\n及改进情况',
      '五、存在的主要问\n\n题及改进情况',
      '五、存在的主要问\n- 7 -\n题及改进情况',
      '五、存在的\n主要问题及改进情况',
    ];
    checkDamaged(code, wrong, [
      ...torn.map((heading) => changed(sound(), headings.issues, heading)),
      `${sound().slice(0, sound().indexOf(headings.issues))}五、存在的主要问`,
      changed(sound(), `${headings.other}\n\n`, headings.other),
    ]);
  });
});
