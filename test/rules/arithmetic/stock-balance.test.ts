import assert from 'node:assert/strict';
import { shippedForms } from '../../../server/src/form/load';
import { analyse } from '../../../server/src/service/analysis';
import { defaultProfile } from '../../../server/src/service/profile';
import { whileTyping } from '../../../server/src/service/typing';
import { parse } from '../../../server/src/syntax/tree';
import { sourceOf } from '../../../server/src/text/source';
import { check, checkDamaged, checkNoFix, findingsOf, marked } from '../../support/check';
import { fullWidth, sound, withLine } from '../../support/drafts';
import { layoutNames } from '../../support/render';
import { soundValues, withCells } from '../../support/values';

const code = 'stock-balance';

/** The sound report with other figures for documents: issued, repealed, in force. */
function documents(
  row: string,
  figures: readonly string[],
  layout: (typeof layoutNames)[number] = 'tabbed',
): string {
  const names = ['issuedThisYear', 'repealedThisYear', 'inForce'];
  const cells = Object.fromEntries(names.map((name, i) => [`proactive/${row}/${name}`, figures[i] ?? '']));
  return sound(layout, withCells(soundValues, cells));
}

describe(code, () => {
  for (const layout of layoutNames)
    it(`marks what is in force, ${layout}`, () => {
      for (const row of ['regulations', 'normativeDocuments'])
        assert.deepEqual(marked(code, documents(row, ['57', '3', '41'], layout)), ['41']);
    });
  it('is no more than a hint while its row is being typed', () => {
    const text = documents('normativeDocuments', ['5', '1', '3']);
    const analysis = analyse(parse(sourceOf(text)), shippedForms(), defaultProfile);
    const [finding] = analysis.findings;
    assert.equal(finding?.code, code);
    const { line } = finding.range.start;
    assert.equal(whileTyping(analysis, line).findings[0]?.severity, 'hint');
    assert.equal(whileTyping(analysis, line + 3).findings[0]?.severity, 'error');
  });
  it('tells the sum, and where its figures stand', () => {
    const [finding] = findingsOf(documents('normativeDocuments', ['5', '1', '3'])).filter(
      (one) => one.code === code,
    );
    assert.ok(finding?.message.zh.includes('3 − 5 + 1 = −1'));
    assert.equal(finding?.related.length, 2);
    checkNoFix(code, documents('normativeDocuments', ['5', '1', '3']));
  });
  it('reads figures in full width', () =>
    assert.deepEqual(marked(code, documents('normativeDocuments', ['5', '1', '3'].map(fullWidth))), [
      fullWidth(3),
    ]));
  it('is silent where the stock of the year before may be true', () => {
    for (const figures of [
      ['5', '0', '5'],
      ['0', '0', '0'],
      ['5', '5', '0'],
      ['0', '9', '0'],
    ])
      assert.deepEqual(marked(code, documents('normativeDocuments', figures)), []);
  });
  it('is silent on what cannot be read', () => {
    for (const figures of [
      ['5', '/', '3'],
      ['5', '1', ''],
      ['1O', '1', '3'],
    ])
      assert.deepEqual(marked(code, documents('normativeDocuments', figures)), []);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where its numbers are run together or broken', () => {
    const wrong = documents('normativeDocuments', ['5', '1', '3']);
    checkDamaged(code, wrong, [
      withLine(wrong, '行政规范性文件\t', () => '行政规范性文件\t51\t3'),
      withLine(wrong, '行政规范性文件\t', () => '行政规范性文件\t5\t1\t3□'),
      withLine(wrong, '行政规范性文件\t', () => '行政规范性文件\t5\t1\t\\Box'),
    ]);
  });
});
