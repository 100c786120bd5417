import assert from 'node:assert/strict';
import { checkDamaged, codesOf, findingsOf, marked } from '../../support/check';
import { sound, withLine } from '../../support/drafts';
import { layoutNames } from '../../support/render';

describe('incomplete-row', () => {
  const code = 'incomplete-row';
  const short = (layout: Parameters<typeof sound>[0]): string =>
    withLine(sound(layout), '重复申请', (line) => line.replace(/\d+(\D*)$/u, '$1').replace(/\t$/u, ''));
  it('marks the row that holds a value too few', () => {
    const text = short('tabbed');
    assert.deepEqual(codesOf(text), [code]);
    assert.ok(marked(code, text)[0]?.startsWith('2.重复申请'));
  });
  it('marks a row that holds a value too many', () => {
    const text = withLine(sound(), '2.重复申请', (line) => line.replace('2.重复申请', '2.重复申请\t7'));
    assert.deepEqual(codesOf(text), [code]);
    assert.match(findingsOf(text)[0]?.message.zh ?? '', /应有 7 个数，读出 8 个.*删去多出的数/u);
  });
  it('is damage, not arithmetic: no equation of the row fails', () => {
    for (const layout of ['tabbed', 'tabbedShifted', 'pipedOpen', 'spaced'] as const)
      assert.deepEqual(codesOf(short(layout)), [code], layout);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
  it('is silent on the numbers of pages behind a row', () => {
    for (const page of ['- 7 -', '第 7 页 共 12 页', '7'])
      checkDamaged(
        code,
        withLine(sound(), '2.重复申请', (line) => `${line}\t7`),
        [withLine(sound(), '2.重复申请', (line) => `${line}\n${page}`)],
      );
  });
});
