import assert from 'node:assert/strict';
import { check, checkFix, checkNoFix, findingsOf, marked } from '../../support/check';
import { fullWidth, sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'year-mismatch';

/** What is found in a paragraph of the overview. */
function found(...paragraphs: string[]): string[] {
  return marked(code, overview(...paragraphs));
}

function inIssues(paragraph: string): string[] {
  return marked(code, `${overview()}\n五、存在的主要问题及改进情况\n\n${paragraph}\n`);
}

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));

  it('marks the four digits and no more', () => {
    check(
      code,
      `
${title}

一、总体情况

2024年，我局依法公开。
𠮷😀（一）主动公开。2023年，我局共主动公开政府信息12条。
${'　'.repeat(12)}＾＾＾＾
`,
    );
  });

  describe('finds', () => {
    const wrong: readonly [string, readonly string[]][] = [
      ['本报告所列数据的统计期限自2023年1月1日起至2024年12月31日止。', ['2023']],
      ['本报告所列数据的统计期限自2024年1月1日起至2023年12月31日止。', ['2023']],
      ['数据统计期限为2023 年 1 月 1 日—12 月 31 日。', ['2023']],
      ['统计时间从2023年1月1日开始，到2023年12月31日结束。', ['2023', '2023']],
      ['2023年，我局未收到政府信息公开申请。', ['2023']],
      ['2023年度，在县委、县政府的领导下，我局扎实推进政务公开。', ['2023']],
      ['2023年1-12月，我局共公开信息30条。', ['2023']],
      ['（二）依申请公开情况。2023年度我局共收到申请3件，全部按期答复。', ['2023']],
      [
        '按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），2023年本机关收取信息处理费380元。',
        ['2023'],
      ],
      ['2023年海棠镇人民政府认真贯彻落实条例要求。', ['2023']],
      ['2025年，我局共收到政府信息公开申请5件。', ['2025']],
      ['2013年，我局共收到政府信息公开申请5件。', ['2013']],
      ['本单位2023年度未收取政府信息公开信息处理费。', ['2023']],
      ['严格执行有关要求，2023年对25件政府信息公开申请收取了信息处理费2950元。', ['2023']],
      ['截至2023年12月31日，我局网站发布政务类信息34条。', ['2023']],
      ['2023年1月1日到2024年12月31日止，我局主动公开信息292条。', ['2023']],
      ['2023年区政府门户网站公开信息63条。', ['2023']],
      ['2023年，砚溪区园林绿化局领导对公开工作十分关心。', ['2023']],
      ['现编制《砚溪区园林绿化局2023年度政府信息公开工作年度报告》。', ['2023']],
      ['及时回应关切，现将我局2023年度政府信息公开工作报告如下：', ['2023']],
      ['现将我局2023年度政府信息公开工作情况报告如下。', ['2023']],
      ['按照要求，特向社会公布2023年政府信息公开工作年度报告。', ['2023']],
      [`${fullWidth(2023)}年，我局未发生行政复议。`, [fullWidth(2023)]],
    ];
    for (const [paragraph, years] of wrong) it(paragraph, () => assert.deepEqual(found(paragraph), years));

    it('a year that a page broke over two lines, without a fix', () => {
      const text = overview('（二）依申请公开。本单位的统计期限自20\n23年1月1日起至2024年12月31日止。');
      assert.deepEqual(marked(code, text), ['20\n23']);
      checkNoFix(code, text);
    });
    it('a year in the opening that stands right under the title', () => {
      const opening = '2023年，我局依法公开政府信息。数据统计期限为2023年1月1日至2024年12月31日。';
      const text = `${title}\n${opening}\n一、总体情况\n2024年，我局依法公开。\n`;
      assert.deepEqual(marked(code, text), ['2023', '2023']);
    });
    it('a review of the year before among the problems', () =>
      assert.deepEqual(inIssues('2023年，我局工作取得了一定成效，但仍存在一些不足。'), ['2023']));
    it('the year in the title, where the whole text speaks of another one', () => {
      const text = [
        title,
        '一、总体情况',
        '本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。',
        '2025年，我局共公开信息3条。',
        '六、其他需要报告的事项',
        '2025年，我局未收取信息处理费。',
      ].join('\n\n');
      assert.deepEqual(marked(code, text), ['2024']);
    });
  });

  describe('says nothing of', () => {
    const right: readonly string[] = [
      '2023年，我局共公开信息98条；2024年，我局共公开信息120条。',
      '2023年收到申请5件。2024年收到申请8件，同比增长60%。',
      '2024年收到申请8件，较2023年增加3件。',
      '收到申请8件（含2023年结转的3件）。',
      '公开了2023年度部门决算和2024年度部门预算。',
      '公开2025年部门预算、2025年度财政预算及2024年部门预决算。',
      '2025年，我局将进一步加大公开力度，力争公开信息200条。',
      '下一步，2025年我局计划公开信息200条。',
      '根据2021年9月印发的《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。',
      '认真学习《中华人民共和国政府信息公开条例》（2019年修订）。',
      '印发《砚溪区2023年政务公开工作要点》，落实2023年度政务公开工作要点。',
      '自2020年起，我局设立公开专栏；2019年以来，共公开信息500条。',
      '按时发布2023年度政府信息公开工作年度报告。',
      '办理因2023年度政府信息公开申请引发行政复议1件。',
      '2023年，我局成立，承担园林绿化职责。',
      '在2023年第三方评估中，我局得分86分。',
      '2023年，省政府办公厅对公开工作提出新的要求。',
      '根据《关于做好2023年政府信息公开工作年度报告编制工作的通知》要求。',
      '2025年1月15日',
      '砚溪区园林绿化局 2025年1月',
      '“十四五”规划（2021—2025年）有关信息已全部公开。',
      '2023年，省政府办公厅印发有关文件，我局于2024年据此公开信息5条。',
    ];
    for (const paragraph of right) it(paragraph, () => assert.deepEqual(found(paragraph), []));

    it('problems of the year before that this year put right', () => {
      assert.deepEqual(inIssues('2023年，我局存在栏目更新不及时的问题。2024年，我局逐项整改。'), []);
      assert.deepEqual(inIssues('针对2023年存在的问题，我局逐项整改。'), []);
    });
    it('a report whose year nothing but a guess tells', () => {
      const text = changed(overview('2023年，我局共收到申请5件。'), title, '政府信息公开工作年度报告');
      assert.deepEqual(marked(code, text), []);
    });
  });

  it('points out final accounts of the very year as information', () => {
    const findings = findingsOf(overview('我局公开了2024年度部门决算。')).filter((one) => one.code === code);
    assert.deepEqual(
      findings.map(({ severity, fixes }) => [severity, fixes.map((fix) => fix.preferred)]),
      [['information', [false]]],
    );
  });

  it('writes the year of the report', () => {
    const fee = '2024年，我局未收取信息处理费。';
    checkFix(overview(fee.replace('2024', '2023')), overview(fee), { code, preferred: true });
    const period = '本报告所列数据的统计期限自2024年1月1日至2024年12月31日。';
    checkFix(overview(period.replace('2024', '2023')), overview(period), { code, preferred: true });
  });
  it('prefers no fix where nothing but the title names its year', () => {
    const text = (year: number): string =>
      [title, '一、总体情况', `${year}年，我局共公开信息3条。`, ''].join('\n\n');
    checkFix(text(2023), text(2024), { code, preferred: false });
  });
  itIgnoresDamaged(code, '2023年，我局共主动公开政府信息12条。', [
    '20□3年，我局共主动公开政府信息12条。',
    '□2023年，我局共主动公开政府信息12条。',
    '202\n- 3 -\n3年，我局共主动公开政府信息12条。',
    '20\n\n23年，我局共主动公开政府信息12条。',
    '较\\Box，2023年，我局共主动公开政府信息12条。',
    '<<<<<<< HEAD\n2023年，我局共公开信息12条。\n=======\n2024年，我局共公开信息12条。\n>>>>>>> other',
  ]);
});
