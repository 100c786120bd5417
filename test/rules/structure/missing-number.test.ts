import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, checkNoFix, findingsOf, marked } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'missing-number';

function withOther(text: string): string {
  return changed(
    sound(),
    sectionText(sound(), 'other'),
    `${headings.other}\n\n未收取信息处理费。\n\n${text}\n`,
  );
}

function inOther(text: string): string[] {
  return marked(code, withOther(text));
}

describe(code, () => {
  it('marks the words with the blank', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况

数𠮷😀共发布信息  条，同比增长%，关注人数26.4粉丝。
　    　　　＾＾^^＾　＾＾＾＾^　　　　　^^^^＾＾
`,
    );
  });
  it('finds a lost figure in every writing', () => {
    for (const [text, found] of [
      ['全年主动公开　条。', '公开　条'],
      ['共 条，其中动态 10 条。', '共 条'],
      ['主动公开信息  条.共 件,其中动态10件。', '共 件'],
      ['主动公开政府信息175,资金信息2条。', '公开政府信息175'],
      ['累计发布信息　　条；其他10条。', '信息　　条'],
      ['收取信息处理费 元。', '处理费 元'],
      ['收取信息处理费元。', '信息处理费元'],
      ['共公开政府信息条。', '共公开政府信息条'],
      ['累计发布条，其中动态10条。', '累计发布条'],
      ['较上年下降 %。', '下降 %'],
      ['办结率％。', '率％'],
      ['砚溪区园林绿化局\n\n2025年 月 日', '年 月 日'],
      ['截至2024年12月　日。', '年12月　日'],
    ] as const)
      assert.deepEqual(inOther(text), [found], text);
  });
  it('finds a year and a month that nothing parts, and puts 年 between them', () => {
    assert.deepEqual(inOther('统计期限自20241月1日起至202412月31日止。'), ['20241月', '202412月']);
    for (const text of [
      '工作时间为2024年1月1日至12月31日。',
      '编号2024011月报。',
      '共120241月1日。',
      '20241月报。',
    ])
      assert.deepEqual(inOther(text), [], text);
    checkFix(
      withOther('自2024 12月31日起，20241月1日止。'),
      withOther('自2024 12月31日起，2024年1月1日止。'),
      {
        code,
        preferred: true,
      },
    );
  });
  it('finds a lost unit, and offers it without preferring it', () => {
    checkFix(withOther('全年发布信息175，均为原创。'), withOther('全年发布信息175条，均为原创。'), {
      code,
      preferred: false,
    });
    const text = withOther('公众号现有26.4粉丝。');
    assert.deepEqual(
      findingsOf(text).map((finding) => finding.severity),
      ['warning'],
    );
    checkFix(text, withOther('公众号现有26.4万粉丝。'), { code, preferred: false });
  });
  it('offers no figure: it is not known', () => checkNoFix(code, withOther('全年主动公开　条。')));
  it('is silent on figures, however written', () => {
    for (const text of [
      '全年主动公开 12 条，共 十二 条，约 数十 条。',
      '主动公开政府信息120余条，其中动态八十条。',
      '日均发布信息3.2条，平均每人办理1.5件，浏览26.4万人次。',
      '信息公开 条例、受理 条件、办理件、申请件、公开文件。',
      '全年发布工作动态信息80，政策文件信息25，财政信息15，共120条。',
      '有效 期内、文 件，附 件，头 条，多 元、提 起。',
      '发布12.5万条，占比 5%，同比增长 12%，下降了3个百分点。',
      '2024 年 12 月 31 日，2025年1月，每年 一月。',
      '类别 数量 占比%',
      '包括：1.20条信息；2.30条动态。',
      '共同发布信息，累计公开信息，共收到信件。',
    ])
      assert.deepEqual(inOther(text), [], text);
  });
  it('is silent where the figure stands on the next line, or the text is spaced out', () => {
    assert.deepEqual(inOther('全年共发布信息\n70\n条，均为原创。'), []);
    assert.deepEqual(inOther('全 年 公 开 信 息 1 0 条 ，文 件 2 件 。'), []);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the figure cannot be read, or stands behind a page number', () =>
    checkDamaged(code, withOther('主动公开信息 条，同比增长 %。'), [
      withOther('主动公开信息 □ 条，同比增长■%。'),
      withOther('主动公开信息\\Box 条，同比增长\\Box %。'),
      withOther('主动公开信息\n- 3 -\n12 条，同比增长\n\n12 %。'),
    ]));
});
