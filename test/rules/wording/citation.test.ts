import assert from 'node:assert/strict';
import { check, checkFix, checkNoFix, findingsOf, marked } from '../../support/check';
import { fullWidth, sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'citation';
const formName =
  '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》';
const oldName = '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》';
const law = '《中华人民共和国政府信息公开条例》';
const fees = '《政府信息公开信息处理费管理办法》';

function opening(text: string, ofYear = 2024): string {
  return `${title.replace('2024', String(ofYear))}\n\n一、总体情况\n\n根据${text}要求，编制本报告。\n`;
}

/** What is found in an opening, each with its severity and whether a fix is preferred. */
function found(text: string, ofYear = 2024): string[] {
  const draft = opening(text, ofYear);
  const findings = findingsOf(draft).filter((one) => one.code === code);
  const texts = marked(code, draft);
  return findings.map(({ severity, fixes }, i) =>
    [texts[i], severity, ...fixes.map((fix) => (fix.preferred ? '!' : '?') + fix.edits[0]?.newText)].join(
      ' ',
    ),
  );
}

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));

  it('marks the number as written, and nothing before it', () => {
    check(
      code,
      `
${title}

一、总体情况

𠮷😀按照国办公开函〔2021〕30号要求编制本报告。
${'　'.repeat(6)}＾＾＾＾＾＾＾＾＾＾＾＾＾＾
`,
    );
  });

  describe('finds', () => {
    const form = '国办公开办函〔2021〕30号';
    const wrong: readonly [string, string][] = [
      [`${formName}（国办发〔2021〕30号）`, `国办发〔2021〕30号 warning !${form}`],
      [`${formName}（国办公开函〔2021〕30号）`, `国办公开函〔2021〕30号 warning !${form}`],
      [`${formName}（国办公开办函〔2021〕60号）`, `国办公开办函〔2021〕60号 warning !${form}`],
      [`${formName}（国办公开办函〔2012〕30号）`, `国办公开办函〔2012〕30号 warning !${form}`],
      [`${formName}（国办公开办函〔2021〕30）`, `国办公开办函〔2021〕30 warning !${form}`],
      ['有关规定，主动公开内容按照国办发〔2021〕30号文件', `国办发〔2021〕30号 warning !${form}`],
      [`${formName}（国办公开办函〔202130号）`, `国办公开办函〔202130号 warning !${form}`],
      ['国办公开办函2021年30号', `国办公开办函2021年30号 warning !${form}`],
      ['过半公开办函〔2021〕30号', `过半公开办函〔2021〕30号 warning !${form}`],
      [`${formName}（国办公开办函〔2019〕60号）`, `国办公开办函〔2019〕60号 warning !${form}`],
      [`${oldName}（国办公开办函〔2019〕60号）`, '国办公开办函〔2019〕60号 warning'],
      [`${law}（国务院令第711条）`, '国务院令第711条 warning !国务院令第711号'],
      [`${law}（国务院令第771号）`, '国务院令第771号 warning !国务院令第711号'],
      [`${law}(中华人民共和国国务院令第492号)`, '国务院令第492号 warning !国务院令第711号'],
      ['国务院令第711条', '国务院令第711条 warning !国务院令第711号'],
      [`${fees}（国办发〔2020〕109号）`, '国办发〔2020〕109号 warning !国办函〔2020〕109号'],
      [`${fees}（国办函〔2020〕19号）`, '国办函〔2020〕19号 warning !国办函〔2020〕109号'],
      [`${formName}（国办公开办函[2021]30号）`, '[2021] information !〔2021〕'],
      ['豫政办（2022）15号', '（2022） information !〔2022〕'],
      [
        `${formName}（国办发〔${fullWidth(2021)}〕${fullWidth(30)}号）`,
        `国办发〔${fullWidth(2021)}〕${fullWidth(30)}号 warning !${form}`,
      ],
    ];
    for (const [text, finding] of wrong) it(text, () => assert.deepEqual(found(text), [finding]));
  });

  describe('says nothing of', () => {
    const right: readonly string[] = [
      `${formName}（国办公开办函〔2021〕30號）`,
      `${law}（国务院令第711号）和${formName}（国办公开办函〔2021〕30号）`,
      `${law}（国令第711号）`,
      `${law}（国务院第711号令）`,
      `${formName}(国办公开办函〔 2021 〕 30 号)`,
      `${fees}（国办函〔2020〕109号）`,
      `${formName}（洛政公开办〔2021〕12号）`,
      '《省人民政府办公厅关于转发政府信息公开工作年度报告格式的通知》（豫政公开办〔2021〕5号）',
      '《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）',
      '《关于规范财务审计秩序的意见》（国办发〔2021〕30号）',
      `国办公开办函〔2021〕30号（取代国办公开办函〔2019〕60号）`,
      '《重大行政决策程序暂行条例》（国务院令第713号）',
      '（2022）豫0103行初123号行政判决',
      '会议纪要2021年30号、政府公报2024年第3号',
    ];
    for (const text of right) it(text, () => assert.deepEqual(found(text), []));

    it('the old numbers in reports of their time', () => {
      assert.deepEqual(found(`${oldName}（国办公开办函〔2019〕60号）`, 2020), []);
      assert.deepEqual(found(`${law}（国务院令第492号）`, 2017), []);
    });
  });

  it('writes the right number', () => {
    const right = opening(`${law}（国务院令第711号）和${formName}（国办公开办函〔2021〕30号）`);
    for (const [from, to] of [
      ['国办公开办函〔2021〕30号', '国办发〔2021〕30号'],
      ['国务院令第711号', '国务院令第711条'],
      ['〔2021〕', '【2021】'],
    ] as const)
      checkFix(changed(right, from, to), right, { code, preferred: true });
  });
  it('leaves a number alone that a page broke over two lines', () =>
    checkNoFix(code, opening(`${formName}（国办发〔2021〕\n30号）`)));
  it('says nothing of a number that is broken off or cannot be read', () => {
    assert.equal(found(`${formName}（国办公开办函〔2021〕3号）`).length, 1);
    for (const number of [
      '国办公开办函〔2021〕3□号）',
      '国办公开办函〔2021〕3\n- 3 -\n0号）',
      '国办公开办函〔2021〕3\n\n0号）',
      '国办公开办函〔202□〕30号）',
      '国办\\Box〔2021〕30号）',
      '国办公\n\n开办函〔2021〕30号）',
    ])
      assert.deepEqual(found(`${formName}（${number}`), [], number);
    for (const number of ['国务院令第71 1号', '国务院令第7□1号', '国务院令第71\n- 3 -\n1号'])
      assert.deepEqual(found(`${law}（${number}）`), [], number);
    assert.deepEqual(marked(code, `${title}\n\n一、总体情况\n\n根据${law}（国务院令第71`), []);
  });
});
