import assert from 'node:assert/strict';
import { check, checkDamaged, checkNoFix, marked } from '../../support/check';
import { sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'publication-date';

function signed(date: string): string {
  return `${sound()}\n${date}\n`;
}

function headed(line: string): string {
  return changed(sound(), `${title}\n`, `${title}\n\n${line}\n`);
}

describe(code, () => {
  it('marks the date', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

数𠮷😀发布日期：2024-12-19 10:56
　    　　　　　^^^^^^^^^^

一、总体情况

全年平稳。

2024年1月15日
^^^^＾^＾^^＾
`,
    );
  });
  it('reads dates in every writing', () => {
    for (const date of ['2024年12月30日', '2024.1.8', '2023/12/31', '二〇二四年一月八日'])
      assert.deepEqual(marked(code, signed(date)), [date]);
    assert.deepEqual(marked(code, headed('成文日期: 2024-01-16')), ['2024-01-16']);
  });
  it('offers no fix', () => checkNoFix(code, signed('2024年1月15日')));
  it('is silent on dates after the year, and on such as are none', () => {
    for (const date of ['2024年12月31日', '2025年1月15日', '2026-03-31', '2024年13月45日', '2024年'])
      assert.deepEqual(marked(code, signed(date)), [], date);
    assert.deepEqual(marked(code, headed('发布日期：2025-01-16')), []);
    assert.deepEqual(marked(code, headed('本报告所列数据自2024年1月1日起。')), []);
  });
  it('is silent where the year is not known', () =>
    assert.deepEqual(marked(code, signed('2024年1月15日').replaceAll(/20(?=24年(?!1))/gu, '')), []));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where a digit of it is lost', () =>
    checkDamaged(
      code,
      signed('2024年12月3日'),
      [
        '2024年12月3\n\n1日',
        '2024年12月3\n- 9 -\n1日',
        '2024年□月3日',
        '20□4年1月3日',
        '2024年1\n\n2月31日',
      ].map(signed),
    ));
});
