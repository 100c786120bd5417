import assert from 'node:assert/strict';
import { checkFix, marked } from '../../support/check';
import { sound, withLine } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

describe('row-label', () => {
  const code = 'row-label';
  it('marks a label with a slip and puts it right', () => {
    const text = changed(sound(), '6.属于四类过程性信息', '6.属于四类过成性信息');
    assert.deepEqual(marked(code, text), ['6.属于四类过成性信息']);
    checkFix(text, sound(), { code, preferred: true });
  });
  it('keeps the ordinal as it is written', () => {
    checkFix(
      changed(sound(), '6.属于四类过程性信息', '6、 属于四类过成性信息'),
      changed(sound(), '6.属于四类过程性信息', '6、 属于四类过程性信息'),
      { code, preferred: true },
    );
  });
  it('counts characters of two units before the label', () => {
    const before = changed(sound(), '三、本年度办理结果', '三、本年度办理结果数𠮷😀');
    const line = '（一）予以公开';
    checkFix(changed(before, line, '（一）予以公幵'), before, { code, preferred: true });
  });
  it('is silent on wordings that the form knows', () => {
    const text = changed(sound(), '1.信访举报投诉类申请', '1.信访投诉举报类申请');
    assert.deepEqual(marked(code, text), []);
  });
  it('is silent on a label that is damaged and not misspelt', () => {
    for (const written of ['■ ##', '6.属丁回炎过桯性', ''])
      assert.deepEqual(marked(code, changed(sound(), '6.属于四类过程性信息', written)), [], written);
  });
  it('is silent on a label whose end stands below its values', () => {
    const cut = (below: string): string =>
      withLine(sound('spaced'), '属于四类过程性信息', (line) => line.replace('性信息', '性信') + below);
    assert.deepEqual(marked(code, cut('\n        息')), []);
    assert.deepEqual(marked(code, cut('\n   （四）无法    息')), []);
    assert.deepEqual(marked(code, cut('')), ['6.属于四类过程性信']);
  });
  it('is silent on a label that is wrapped', () => assert.deepEqual(marked(code, sound('spaced')), []));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
});
