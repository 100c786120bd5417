import assert from 'node:assert/strict';
import { check, checkDamaged, checkNoFix, marked } from '../../support/check';
import { headings, sectionText, sound, withLine } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'fee-unreported';

function withOther(text: string): string {
  return changed(sound(), sectionText(sound(), 'other'), `${headings.other}\n\n${text}\n`);
}

describe(code, () => {
  it('marks the heading of the section', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

数𠮷😀

## 六、其他需要报告的事项
   ＾＾＾＾＾＾＾＾＾＾＾

本机关没有其他需要报告的事项。
`,
    );
    for (const text of ['', '无。', '本单位无其他需要报告的事项。', '全年办理建议提案8件，经费有保障。'])
      assert.deepEqual(marked(code, withOther(text)), [headings.other]);
  });
  it('offers no fix: what was charged is not known', () => checkNoFix(code, withOther('无。')));
  it('is silent on every wording about fees', () => {
    for (const text of [
      '2024年收取信息处理费0元。',
      '本机关未收取任何费用。',
      '未产生政府信息公开收费。',
      '全年免费提供政府信息。',
      '2024年未发出收费通知。',
      '未收取政府信息公开处理费。',
    ])
      assert.deepEqual(marked(code, withOther(text)), []);
  });
  it('is silent where another section says it', () => {
    const text = withLine(withOther('无其他需要报告的事项。'), '（二）依申请公开', (line) =>
      line.replace('申请统一登记', '未收取信息处理费，申请统一登记'),
    );
    assert.deepEqual(marked(code, text), []);
  });
  it('is silent where the content cannot be read, where the section is missing, and before such fees were', () => {
    assert.deepEqual(marked(code, withOther('<img src="6.png">')), []);
    assert.deepEqual(marked(code, changed(sound(), sectionText(sound(), 'other'), '')), []);
    assert.deepEqual(marked(code, withOther('无。').replaceAll('2024年', '2020年')), []);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the words are broken or cannot be read', () =>
    checkDamaged(code, withOther('全年没有其他需要报告的事项。'), [
      withOther('全年未收取信息处\n- 7 -\n理\n- 8 -\n费。'),
      withOther('全年未收\n\n取信息处\n\n理费。'),
      withOther('全年未\\Box。'),
    ]));
});
