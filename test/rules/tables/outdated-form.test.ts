import assert from 'node:assert/strict';
import { check, codesOf } from '../../support/check';
import { sectionText, sound } from '../../support/drafts';
import { changed, draft } from '../../support/marks';

const code = 'outdated-form';

const oldTable = draft(`
二、主动公开政府信息情况

第二十条第（一）项→→→
信息内容→本年新制作数量→本年新公开数量→对外公开总数量
规章→0→0→0
规范性文件→2→2→9
第二十条第（五）项→→→
信息内容→上一年项目数量→本年增/减→处理决定数量
行政许可→12→-3→40
其他对外管理服务事项→5→0→17
第二十条第（六）项→→→
信息内容→上一年项目数量→本年增/减→处理决定数量
行政处罚→8→1→3
行政强制→2→0→0
第二十条第（八）项→→→
信息内容→上一年项目数量→本年增/减→
行政事业性收费→1→0→
第二十条第（九）项→→→
信息内容→采购项目数量→采购总金额→
政府集中采购→4→35.8→

`);

describe(code, () => {
  const text = changed(sound(), sectionText(sound(), 'proactive'), oldTable);
  it('is found where a report for 2021 or later has the table of 2019', () =>
    assert.deepEqual(codesOf(text), [code]));
  it('is silent where the year is 2020', () => {
    const old = changed(text, '2024年政府信息公开工作年度报告', '2020年政府信息公开工作年度报告');
    assert.ok(!codesOf(old).includes(code), codesOf(old).join());
  });
  it('is silent on the table in force', () => check(code, sound().trimEnd()));
  it('is silent on the table in force where a row is missing or damaged', () => {
    check(code, changed(sound(), '行政强制\t4', '行政强制\t').trimEnd());
    check(code, changed(sound(), '规章\t0\t0\t0\n', '').trimEnd());
  });
});
