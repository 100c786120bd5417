import assert from 'node:assert/strict';
import { check, checkFix, codesOf, findingsOf } from '../support/check';
import { lineOf, sectionText, sound, withLine } from '../support/drafts';
import { changed, textUnder } from '../support/marks';
import { layoutNames } from '../support/render';

/** What findings of a code stand on. */
function marked(code: string, text: string): string[] {
  return findingsOf(text)
    .filter((finding) => finding.code === code)
    .map((finding) => textUnder(text, finding.range));
}

describe('duplicate-row', () => {
  const twice = withLine(sound(), '2.重复申请', (line) => `${line}\n${line}`);
  it('marks the second row of a name, and related the first', () => {
    const found = findingsOf(twice).filter((finding) => finding.code === 'duplicate-row');
    assert.equal(found.length, 1);
    assert.equal(textUnder(twice, found[0]?.range ?? assert.fail()), '2.重复申请');
    const [first] = found[0]?.related ?? [];
    assert.equal(first?.range.start.line, (found[0]?.range.start.line ?? 0) - 1);
  });
  it('is no reason to count anything twice', () => assert.deepEqual(codesOf(twice), ['duplicate-row']));
  it('is silent on rows of the same label under other headings', () =>
    check('duplicate-row', sound().trimEnd()));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () =>
      assert.deepEqual(marked('duplicate-row', sound(layout)), []));
});

describe('row-order', () => {
  const [petition, duplicate] = [lineOf(sound(), '2.重复申请'), lineOf(sound(), '3.要求提供公开出版物')];
  const exchanged = changed(sound(), `${petition}\n${duplicate}`, `${duplicate}\n${petition}`);
  it('marks one of two rows that have changed places', () => {
    const [label] = marked('row-order', exchanged);
    assert.equal(marked('row-order', exchanged).length, 1);
    assert.ok(label === '2.重复申请' || label === '3.要求提供公开出版物');
  });
  it('is no reason to doubt the figures', () => assert.deepEqual(codesOf(exchanged), ['row-order']));
  it('is silent where a row is missing', () =>
    assert.deepEqual(
      marked(
        'row-order',
        withLine(sound(), '2.重复申请', () => null),
      ),
      [],
    ));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () =>
      assert.deepEqual(marked('row-order', sound(layout)), []));
});

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
  it('is silent on a label that is wrapped', () => assert.deepEqual(marked(code, sound('spaced')), []));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
});

describe('column-label', () => {
  const code = 'column-label';
  it('marks a label with a slip and puts it right', () => {
    const text = changed(sound(), '社会公益组织', '社会公盖组织');
    assert.deepEqual(marked(code, text), ['社会公盖组织']);
    checkFix(text, sound(), { code, preferred: true });
  });
  it('marks it in other layouts', () => {
    for (const layout of ['piped', 'pipedOpen', 'html'] as const) {
      const text = changed(sound(layout), '社会公益组织', '社会公盖组织');
      assert.deepEqual(marked(code, text), ['社会公盖组织'], layout);
      checkFix(text, sound(layout), { code, preferred: true });
    }
  });
  it('is silent on wordings that the form knows', () =>
    assert.deepEqual(marked(code, changed(sound(), '社会公益组织', '社会组织')), []));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
});

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
  });
  it('is damage, not arithmetic: no equation of the row fails', () => {
    for (const layout of ['tabbed', 'tabbedShifted', 'pipedOpen', 'spaced'] as const)
      assert.deepEqual(codesOf(short(layout)), [code], layout);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
});

describe('unreadable-table', () => {
  const code = 'unreadable-table';
  const torn = changed(
    sound(),
    sectionText(sound(), 'requests'),
    sectionText(sound(), 'requests').replace(/\t\d+$/gmu, ''),
  );
  it('is said once where most rows lack a value', () => assert.deepEqual(codesOf(torn), [code]));
  it('is said of a table of which no row is known', () => {
    const table = sectionText(sound(), 'requests');
    const [heading = '', ...rest] = table.split('\n');
    const masked = [heading, ...rest.map((line) => line.replace(/[^\t\d.]/gu, '□'))].join('\n');
    assert.ok(marked(code, changed(sound(), table, masked)).length === 1);
  });
  it('is silent on one damaged row', () =>
    assert.deepEqual(
      marked(
        code,
        withLine(sound(), '2.重复申请', (line) => line.replace(/\t\d+$/u, '')),
      ),
      [],
    ));
  it('is silent where there is no table', () =>
    assert.deepEqual(
      marked(
        code,
        changed(
          sound(),
          sectionText(sound(), 'requests'),
          '三、收到和处理政府信息公开申请情况\n\n没有。\n\n',
        ),
      ),
      [],
    ));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
});
