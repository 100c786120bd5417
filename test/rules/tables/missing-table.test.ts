import assert from 'node:assert/strict';
import { check, checkFix, codesOf } from '../../support/check';
import { headings, sectionText, sound, withoutTable } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'missing-table';

describe(code, () => {
  it('marks the title of a section that should hold a table', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况
全年工作平稳。
二、主动公开政府信息情况
＾＾＾＾＾＾＾＾＾＾＾＾
本机关没有制发规章。
三、收到和处理政府信息公开申请情况
＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾
全年收到申请3件，均已办结。
六、其他需要报告的事项
没有。
`,
    );
  });
  it('is silent where a picture stands for the table', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

二、主动公开政府信息情况
![表一](table1.png)
三、收到和处理政府信息公开申请情况
<img src="table2.png">
`,
    );
  });
  it('is silent where the values of a row have run together', () => {
    const text = withoutTable(sound(), 'proceedings');
    check(
      code,
      changed(
        text,
        `${headings.proceedings}\n`,
        `${headings.proceedings}\n行政复议行政诉讼\n200130000000000\n`,
      ).trimEnd(),
    );
  });
  it('is silent where there is a damaged table', () => {
    const table = sectionText(sound(), 'requests');
    check(
      code,
      changed(sound(), table, table.replace(/[\u4e00-\u9fff]{2,}/gu, '□'))
        .replace(/^/u, '')
        .trimEnd(),
    );
  });
  it('is silent where the table was cut off behind its first cells, or between them', () => {
    const before = sound().slice(0, sound().indexOf(sectionText(sound(), 'proactive')));
    for (const rest of ['第二十条第（一）项\t\t\t', '| 第二十条第（一）项 |', '|\n信息', '|  |  |'])
      assert.ok(!codesOf(`${before}\n${headings.proactive}\n${rest}\n`).includes(code), rest);
  });
  it('marks the title where a spreadsheet has only text', () => {
    const before = sound().slice(0, sound().indexOf(sectionText(sound(), 'proactive')));
    const text = `${before}\n${headings.proactive}\t\t\n\t\t\n本年度没有制发规章。\t\t\n`;
    assert.ok(codesOf(text).includes(code));
  });
  it('is silent where the rows of a table are parted by commas', () => {
    for (const row of ['规章,0,0,0', '行政许可,4547,,', '"第二十条第（一）项",,,'])
      check(
        code,
        changed(sound(), sectionText(sound(), 'proactive'), `${headings.proactive}\n${row}\n`).trimEnd(),
      );
  });
  it('is silent where the table runs on in another section', () => {
    check(code, changed(sound(), `${headings.requests}\n`, '').trimEnd());
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));

  for (const id of ['proactive', 'requests', 'proceedings'] as const) {
    it(`inserts the blank table of ${id} under its heading`, () => {
      const text = withoutTable(sound(), id);
      const blank = sectionText(sound(), id)
        .replace(/(?:\t\d+(?:\.\d+)?)+\t*$/gmu, (values) => '\t'.repeat(values.split('\t').length - 1))
        .replace(/^\d+\t+$/gmu, (line) => line.replace(/\d/gu, ''));
      checkFix(text, changed(sound(), sectionText(sound(), id), blank), {
        code,
        preferred: false,
        mayAdd: ['cell-value'],
      });
    });
  }
});
