import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, checkNoFix, findingsOf, marked } from '../../support/check';
import { sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'report-title';

/** The sound report under another title. */
function titled(...lines: string[]): string {
  return changed(sound(), `${title}\n`, `${lines.join('\n')}\n`);
}

function said(text: string): string[] {
  return findingsOf(text)
    .filter((finding) => finding.code === code)
    .map((finding) => `${finding.severity}: ${finding.message.zh}`);
}

describe(code, () => {
  it('marks the wrong words', () => {
    check(
      code,
      `
数𠮷😀砚溪区园林绿化局2024年政府信息公开工作报告
　    　　　　　　　　    　　　＾＾＾＾＾＾＾＾

一、总体情况
`,
    );
  });
  it('reads the year in full width and with spaces between its digits', () => {
    for (const year of ['２０２４', '2 0 2 4', '二〇二四'])
      assert.deepEqual(said(titled(`砚溪区园林绿化局${year}年政府信息公开工作年度报告`)), [], year);
  });
  it('puts lost and muddled words right', () => {
    const name = '砚溪区园林绿化局2024年';
    for (const [wrong, severity] of [
      ['政府信息公开工作报告', 'error'],
      ['政府信息公开工作告年度报', 'error'],
      ['政府信息公开工作年报度告', 'error'],
      ['信息公开工作年度报告', 'warning'],
    ] as const) {
      const text = titled(name + wrong);
      assert.deepEqual(
        said(text).map((one) => one.split(':')[0]),
        [severity],
        wrong,
      );
      checkFix(text, sound(), { code, preferred: true });
      const markdown = changed(sound('piped'), `# ${title}\n`, `# ${name}${wrong}\n`);
      checkFix(markdown, sound('piped'), { code, preferred: true });
    }
  });
  it('says that the year or the body is not named', () => {
    assert.match(
      said(titled('砚溪区园林绿化局政府信息公开工作年度报告'))[0] ?? '',
      /^warning: 标题没有写年份/u,
    );
    assert.match(said(titled('2024年政府信息公开工作年度报告'))[0] ?? '', /^information: 标题没有写机关/u);
    checkNoFix(code, titled('砚溪区园林绿化局政府信息公开工作年度报告'));
  });
  it('says that another work is named', () =>
    assert.match(
      said(titled('砚溪区园林绿化局2024年政务公开工作年度报告'))[0] ?? '',
      /^warning: 标题写作“政务公开工作年度报告”/u,
    ));
  it('is silent on the writings that are met', () => {
    for (const lines of [
      ['砚溪区园林绿化局2024年度政府信息公开工作年度报告'],
      ['2024年砚溪区园林绿化局政府信息公开工作年度报告'],
      ['砚溪区园林绿化局政府信息公开工作2024年度报告'],
      ['砚溪区园林绿化局二〇二四年政府信息公开工作年度报告'],
      ['砚溪区园林绿化局2024年政府信息公开工作年报'],
      ['砚溪区园林绿化局2024年政府信息公开年度报告（公开版）'],
      ['砚溪县人民政府信息公开工作年度报告', '（2024年度）'],
      ['砚溪区园林绿化局', '2024年政府信息公开工作年度报告'],
      ['砚溪区园林绿化局2024年度政府', '信息公开工作年度报告'],
      ['砚溪区园林绿化局', '', '2024年', '', '政府信息公开工作年度报告'],
      ['砚溪区园林绿化局 2024 年 政府信息公开 工作年度报告'],
    ])
      assert.deepEqual(said(titled(...lines)), [], lines.join('|'));
  });
  it('is silent where there is no title', () => {
    assert.deepEqual(marked(code, changed(sound(), `${title}\n\n`, '')), []);
    assert.deepEqual(marked(code, changed(sound(), `${title}\n`, '索引号：2024-01\n\n来源：局办公室\n')), []);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where a digit of the year cannot be read, or stands on the line before', () =>
    checkDamaged(code, titled('砚溪区园林绿化局政府信息公开工作年度报告'), [
      ...['202□', '2O2?', '\\Box', '20\n24'].map((year) =>
        titled(`砚溪区园林绿化局${year}年政府信息公开工作年度报告`),
      ),
      titled('砚溪区园林绿化局2024年政府信息公开工\n作年度报告'),
    ]));
});
