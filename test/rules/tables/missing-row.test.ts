import assert from 'node:assert/strict';
import { check, checkDamaged, codesOf, findingsOf } from '../../support/check';
import { lineOf, sound, withLine } from '../../support/drafts';
import { changed, textUnder } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'missing-row';

/** The findings once some rows are taken out: what each marks and names. */
function marked(...labels: readonly string[]): string[] {
  const text = labels.reduce((before, label) => withLine(before, label, () => null), sound());
  return findingsOf(text)
    .filter((finding) => finding.code === code)
    .map(
      (finding) =>
        `${textUnder(text, finding.range)}: ${finding.message.zh.match(/“[^”]+”(?=[：、（])/gu)?.join('')}`,
    );
}

describe(code, () => {
  it('marks the row after which the missing one belongs', () => {
    assert.deepEqual(marked('2.重复申请'), ['1.信访举报投诉类申请: “2.重复申请”']);
  });
  it('says rows that follow each other once', () => {
    assert.equal(marked('2.重复申请', '3.要求提供公开出版物').length, 1);
    assert.equal(marked('2.重复申请', '6.属于四类过程性信息').length, 2);
  });
  it('marks the first row where what comes before it is missing', () => {
    assert.deepEqual(marked('一、本年新收'), [
      '二、上年结转政府信息公开申请数量: “一、本年新收政府信息公开申请数量”',
    ]);
  });
  it('marks a row of the first table', () => {
    assert.deepEqual(marked('行政强制\t'), ['行政处罚: “行政强制”']);
  });
  it('leaves the equations of the row unchecked, and no others failing', () => {
    assert.deepEqual(codesOf(withLine(sound(), '2.重复申请', () => null)), [code]);
  });
  it('is silent on a damaged label', () => {
    check(code, withLine(sound(), '2.重复申请', (line) => line.replace('重复申请', '重夏申清')).trimEnd());
    check(
      code,
      withLine(sound(), '6.属于四类', (line) => line.replace('6.属于四类过程性信息', '■■')).trimEnd(),
    );
  });
  it('is silent on a row without values', () => {
    check(code, withLine(sound(), '2.重复申请', (line) => line.replace(/\d+(?=\t|$)/gu, '')).trimEnd());
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent on a row of which the numbers cannot be told apart', () => {
    const row = lineOf(sound('spaced'), '规章 ');
    checkDamaged(
      code,
      withLine(sound('spaced'), '规章 ', () => null),
      ['规章 0□0 0', '规章 □□□', '规章 \\Box'].map((line) => changed(sound('spaced'), row, line)),
    );
    checkDamaged(
      code,
      withLine(sound('piped'), '（七）总计', () => null),
      [withLine(sound('piped'), '（七）总计', (line) => line.replace(/\| (?=\d)/u, '|\\Box '))],
    );
  });
});
