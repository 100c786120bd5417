import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, checkNoFix, codesOf, findingsOf, marked } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'template-residue';

function withOther(text: string): string {
  return changed(sound(), sectionText(sound(), 'other'), `${headings.other}\n\n${text}\n`);
}

/** What is found in section six with that text. */
function inOther(text: string): string[] {
  return marked(code, withOther(text));
}

describe(code, () => {
  it('marks what was left', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

六、其他需要报告的事项

数𠮷😀查阅XX局门户网站（具体网址），未收取信息处理费。
　    　　^^＾　　　　＾＾＾＾＾＾
`,
    );
  });
  it('finds placeholders', () => {
    for (const [text, found] of [
      ['XX局未收取信息处理费。', 'XX局'],
      ['××县××局未收取信息处理费。', '××县××局'],
      ['20XX年未收取信息处理费。', '20XX年'],
      ['X年X月X日，未收取信息处理费。', 'X年X月X日'],
      ['全年公开ＸＸ条，未收取信息处理费。', 'ＸＸ条'],
      ['全年公开xx条，未收取信息处理费。', 'xx条'],
      ['全年公开____条，未收取信息处理费。', '____'],
      ['○○局未收取信息处理费。', '○○局'],
    ] as const)
      assert.deepEqual(inOther(text), [found]);
  });
  it('finds brackets with nothing between, instructions and texts that break off', () => {
    for (const [text, found] of [
      ['依据国办函〔〕109号，未收取信息处理费。', '〔〕'],
      ['依据《 》，未收取信息处理费。', '《 》'],
      ['未收取信息处理费（　　）。', '（　　）'],
      ['（请填写）未收取信息处理费。', '（请填写）'],
      ['（仿宋三号字）未收取信息处理费。', '（仿宋三号字）'],
      ['未收取信息处理费。请在此处填写其他事项。', '请在此处填写'],
      ['未收取信息处理费。二是……。', '是……'],
      ['未收取信息处理费。\n\n……', '……'],
    ] as const)
      assert.deepEqual(inOther(text), [found]);
  });
  it('finds how a heading was to be printed, and knows the section all the same', () => {
    const text = changed(sound(), `${headings.overview}\n`, `${headings.overview}（加粗小四号宋体）\n`);
    assert.deepEqual(marked(code, text), ['（加粗小四号宋体）']);
    assert.deepEqual(codesOf(text), [code]);
  });
  it('deletes an instruction with its line', () => {
    const line = `${headings.proceedings}\n`;
    const before = changed(sound(), line, `${line}\n该部分以表格形式报告。表格如下：\n`);
    checkFix(before, sound(), { code, preferred: true });
  });
  it('deletes the demand of the form where the answer follows, and warns only', () => {
    const demand = '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费的情况。';
    const text = withOther(`${demand}未收取信息处理费。`);
    assert.deepEqual(
      findingsOf(text).map((finding) => `${finding.code} ${finding.severity}`),
      [`${code} warning`],
    );
    checkFix(text, withOther('未收取信息处理费。'), { code, preferred: true });
    checkNoFix(code, withOther(demand));
    assert.deepEqual(inOther(`（一）${demand}未收取信息处理费。`), []);
    assert.deepEqual(inOther(`1.${demand.slice(0, -1)}\n\n未收取信息处理费。`), []);
  });
  it('offers no fix for what only the writer knows', () => {
    for (const text of ['XX局未收取信息处理费。', '国办函〔〕109号，未收取信息处理费。'])
      checkNoFix(code, withOther(text));
  });
  it('is silent on masked names, products, part numbers and Roman tens', () => {
    for (const text of [
      '张某诉××局政府信息公开一案，法院判决维持。未收取信息处理费。',
      '原告李××与××县××局行政诉讼1件。未收取信息处理费。',
      '申请人王某某申请公开XX镇信息。未收取信息处理费。',
      '联系电话138××××1234。未收取信息处理费。',
      '购置A4X个、3×5个，启用Linux系统。未收取信息处理费。',
      '第X条、第X期未收取信息处理费。',
      '全年**公开**信息，__条目__清楚，未收取信息处理费。',
      '二〇〇〇年以来未收取信息处理费。',
      '编制了答复书（模板）和公告（示例），未收取信息处理费（ ）。',
      '包括工作动态、通知公告……未收取信息处理费。',
    ])
      assert.deepEqual(inOther(text), [], text);
  });
  it('is silent on the dots of a table of contents', () => {
    const contents = Object.values(headings)
      .map((line, i) => `${line}……${i + 1}`)
      .join('\n\n');
    assert.deepEqual(
      marked(code, changed(sound(), headings.overview, `${contents}\n\n${headings.overview}`)),
      [],
    );
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent on what cannot be read, and on brackets of which the text between is lost', () =>
    checkDamaged(code, withOther('依据国办函〔〕109号，公开XX条，未收取信息处理费。'), [
      withOther('依据国办函〔\n〕109号，公开□□条，未收取信息处理费。'),
      withOther('依据国办函〔\\Box〕109号，公开\\Box条，未收取信息处理费。'),
    ]));
});
