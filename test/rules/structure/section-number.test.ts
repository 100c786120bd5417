import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, codesOf, findingsOf, marked, said } from '../../support/check';
import { headings, sectionText, sound, withLine } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'section-number';
const ids = Object.keys(headings) as (keyof typeof headings)[];
const titles = ids.map((id) => headings[id].slice(2));

/** The sound report with other ordinals before its sections. */
function numbered(...ordinals: string[]): string {
  return ids.reduce(
    (text, id, i) => changed(text, `${headings[id]}\n`, `${ordinals[i]}${titles[i]}\n`),
    sound(),
  );
}

function messages(text: string): string[] {
  return findingsOf(text)
    .filter((finding) => finding.code === code)
    .map((finding) => finding.message.zh);
}

describe(code, () => {
  it('marks the ordinal, or the title that has none', () => {
    check(
      code,
      `
# 砚溪区园林绿化局2024年政府信息公开工作年度报告

## 一、总体情况
## 主动公开政府信息情况
   ＾＾＾＾＾＾＾＾＾＾
## 三、收到和处理政府信息公开申请情况
## 四、政府信息公开行政复议、行政诉讼情况
## 四、存在的主要问题及改进情况
   ＾＾
## 六、其他需要报告的事项
`,
    );
  });
  it('writes one wrong number as the others are written', () => {
    for (const wrong of ['二、', '四、', '七、', ''])
      checkFix(numbered('一、', '二、', wrong, '四、', '五、', '六、'), sound(), { code, preferred: true });
    const part = ['第一部分 ', '第二部分 ', '第三部分 ', '第三部分 ', '第五部分 ', '第六部分 '];
    checkFix(numbered(...part), numbered(...part.with(3, '第四部分 ')), { code, preferred: true });
  });
  it('reads a dash for 一 right under a line of text', () => {
    const text = changed(sound(), `\n\n${headings.overview}\n\n`, `\n本报告由办公室编制\n—、${titles[0]}\n`);
    const fixed = changed(text, '—、', '一、');
    checkFix(text, fixed, { code, preferred: true });
  });
  it('reads through a miswritten ordinal', () => {
    for (const wrong of ['l六、', '1六、', '六六、', '—、', '6、', '（六）', '、', 'ニ、'])
      checkFix(numbered('一、', '二、', '三、', '四、', '五、', wrong), sound(), { code, preferred: true });
    for (const wrong of ['ニ、', '2.', '（二）', '-、']) {
      const text = changed(sound('piped'), `## ${headings.proactive}`, `## ${wrong}${titles[1]}`);
      assert.deepEqual(said(text), [`${code}: ${wrong}`]);
      checkFix(text, sound('piped'), { code, preferred: true });
    }
    assert.deepEqual(codesOf(numbered('一、', '二、', '三、', '四、', '五、', '六')), []);
  });
  it('is one finding where one slip shifts all that follow', () => {
    const skipped = numbered('一、', '三、', '四、', '五、', '六、', '七、');
    assert.deepEqual(said(skipped), [`${code}: 三、`]);
    assert.match(messages(skipped)[0] ?? '', /“一、”之后应为“二、”，现为“三、”，以后各部分依次改/u);
    checkFix(skipped, sound(), { code, preferred: false });
    const repeated = numbered('一、', '二、', '二、', '三、', '四、', '五、');
    assert.match(messages(repeated)[0] ?? '', /“二、”重复/u);
    checkFix(repeated, sound(), { code, preferred: false });
  });
  it('leaves missing, repeated and misplaced sections to their own rules', () => {
    for (const id of ids)
      assert.deepEqual(marked(code, changed(sound(), sectionText(sound(), id), '')), [], id);
    const renumbered = changed(
      numbered('一、', '二、', '三、', '', '四、', '五、'),
      sectionText(sound(), 'proceedings').replace('四、', ''),
      '',
    );
    assert.deepEqual(marked(code, renumbered), []);
    const own = sectionText(sound(), 'issues');
    assert.deepEqual(marked(code, changed(sound(), own, own + own)), []);
    const other = sectionText(sound(), 'other');
    const swapped = changed(changed(sound(), other, ''), own, `${other}\n${own}`);
    assert.deepEqual(codesOf(swapped), ['section-order']);
  });
  it('is silent where the draft has a section of its own between', () => {
    const text = numbered('一、', '二、', '四、', '五、', '六、', '七、');
    const line = `四、${titles[2]}\n`;
    assert.deepEqual(
      marked(code, changed(text, line, `三、政策解读情况\n\n全年解读政策三次。\n\n${line}`)),
      [],
    );
  });
  it('is silent where no section, or hardly one, is numbered', () => {
    assert.deepEqual(marked(code, numbered('', '', '', '', '', '')), []);
    assert.deepEqual(marked(code, numbered('一、', '', '', '', '', '')), []);
  });
  it('leaves ordinals between tags alone', () => {
    const text = withLine(
      sound('html'),
      headings.proactive,
      () => '<h2><b>三、</b>主动公开政府信息情况</h2>',
    );
    const found = findingsOf(text).filter((finding) => finding.code === code);
    assert.deepEqual(
      found.flatMap((finding) => finding.fixes),
      [],
    );
  });
  it('counts characters of two units before', () => {
    const text = changed(sound(), headings.overview, `# 数𠮷😀\n\n${headings.overview}`);
    checkFix(changed(text, `${headings.other}\n`, '七、其他需要报告的事项\n'), text, {
      code,
      preferred: true,
    });
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the ordinal stands on the line before', () => {
    for (const layout of ['tabbed', 'piped'] as const)
      checkDamaged(
        code,
        changed(sound(layout), headings.proceedings, titles[3] as string),
        ['四、\n', '四\n、', '四、\n\n', '四、政府\n'].map((start) =>
          changed(
            sound(layout),
            headings.proceedings,
            start + (start.includes('政府') ? titles[3]?.slice(2) : titles[3]),
          ),
        ),
      );
  });
});
