import assert from 'node:assert/strict';
import { checkDamaged, checkFix, codesOf, findingsOf } from '../../support/check';
import { number, sound, withLine, withText } from '../../support/drafts';
import { changed, textUnder } from '../../support/marks';
import { layoutNames } from '../../support/render';
import { soundValues, withCells } from '../../support/values';

describe('wrong-cell', () => {
  const code = 'wrong-cell';
  const name = 'requests/granted/naturalPerson';
  const right = String(number(name));
  for (const layout of layoutNames) {
    it(`marks the one addend that breaks its row and its column, ${layout}`, () => {
      const text = sound(layout, withCells(soundValues, { [name]: '777' }));
      const findings = findingsOf(text);
      assert.deepEqual(
        findings.map((one) => `${one.code}: ${textUnder(text, one.range)}`),
        [`${code}: 777`],
      );
    });
  }
  it('says what it should be, and mends it', () => {
    const text = withText(name, '777');
    assert.ok(findingsOf(text)[0]?.message.zh.includes(`疑应为 ${right}（现为 777`));
    checkFix(text, sound(), { code, preferred: true });
  });
  it('names the slip', () => {
    const values = withCells(soundValues, {
      [name]: '12',
      'requests/granted/total': String(12 + rest('granted')),
    });
    const consistent = withCells(values, columnTotals(values));
    assert.deepEqual(codesOf(sound('tabbed', consistent)), []);
    const [finding] = findingsOf(sound('tabbed', withCells(consistent, { [name]: '21' })));
    assert.equal(finding?.code, code);
    assert.ok(finding.message.zh.includes('两位数字颠倒'), finding.message.zh);
  });
  it('finds two wrong cells in different rows and columns, each on its own', () => {
    const other = 'requests/unable.notHeld/commercialEnterprise';
    const text = sound('tabbed', withCells(soundValues, { [name]: `${right}0`, [other]: '9' }));
    assert.deepEqual(
      findingsOf(text).map(
        (one) => `${one.code}: ${textUnder(text, one.range)} → ${one.fixes[0]?.edits[0]?.newText}`,
      ),
      [`${code}: ${right}0 → ${right}`, `${code}: 9 → ${number(other)}`],
    );
  });
  it('prefers nothing where an equation of the cell cannot be checked', () => {
    const wrong = withText(name, '777');
    const row = wrong.split('\n').find((line) => line.includes('重复申请')) ?? '';
    const text = changed(wrong, row, row.replace(/\d+/gu, '?'));
    const fixes = findingsOf(text).flatMap((one) => one.fixes);
    assert.deepEqual(
      fixes.filter((fix) => fix.preferred),
      [],
    );
  });
  it('tells two numbers in each other’s place as one mistake, and mends both', () => {
    const [a, b] = ['requests/new/socialPublicWelfareOrg', 'requests/new/legalServiceOrg'] as const;
    const text = sound('tabbed', withCells(soundValues, { [a]: String(number(b)), [b]: String(number(a)) }));
    const [finding, ...others] = findingsOf(text);
    assert.deepEqual(others, []);
    assert.equal(finding?.code, code);
    assert.ok(finding.message.zh.includes('相邻两格的数填反'), finding.message.zh);
    checkFix(text, sound(), { code, preferred: true });
  });
  it('tells a row that stands a column off as one mistake, and mends all of it', () => {
    const row = requestColumns.map((column) => `requests/new/${column}`);
    const shifted = row.map((cell, i): [string, string] => [
      cell,
      i === 0 ? '0' : String(number(row[i - 1] ?? '')),
    ]);
    const right = row.map((cell): [string, string] => [
      cell,
      cell === row.at(-1) ? '0' : String(number(cell)),
    ]);
    const last = number(row.at(-1) ?? '');
    // What was pushed out was a 0, as it mostly is.
    const totals: Record<string, string> = {};
    for (const column of ['otherOrg', 'total']) {
      const over = `requests/carriedOver/${column}`;
      totals[over] = String(number(over) + last);
    }
    totals['requests/new/total'] = String(number('requests/new/total') - last);
    const consistent = withCells(soundValues, { ...Object.fromEntries(right), ...totals });
    assert.deepEqual(codesOf(sound('tabbed', consistent)), []);
    const text = sound('tabbed', withCells(consistent, Object.fromEntries(shifted)));
    const [finding, ...others] = findingsOf(text);
    assert.deepEqual(others, []);
    assert.ok(finding?.message.zh.includes('整行的数错了一栏'), finding?.message.zh);
    checkFix(text, sound('tabbed', consistent), { code, preferred: true });
  });
  it('leaves a number that no cell can hold to the rule about values, with the number that mends it', () => {
    for (const value of ['-5', '1.5']) {
      const text = withText(name, value);
      assert.deepEqual(codesOf(text), ['cell-value']);
      checkFix(text, sound(), { code: 'cell-value', preferred: true, titled: '等式唯一可能' });
    }
  });
  it('names what is certain beside what is a tie', () => {
    const text = sound(
      'tabbed',
      withCells(soundValues, { [name]: `${right}77`, 'proceedings/count/review.total': '99' }),
    );
    const findings = findingsOf(text);
    assert.deepEqual(
      findings.map((one) => `${one.code}: ${one.fixes.filter((fix) => fix.preferred).length}`),
      [`${code}: 1`, 'proceedings-total: 0'],
    );
  });
  it('is silent where a total alone is wrong', () => {
    assert.ok(!codesOf(withText('requests/granted/total', '777')).includes(code));
  });
  it('never proposes a number below zero or a fraction, whatever stands there', () => {
    for (const value of ['-5', '1.5', '1000000000000000000', '３００', '?']) {
      for (const fix of findingsOf(withText(name, value)).flatMap((one) => one.fixes)) {
        for (const { newText } of fix.edits) assert.match(newText, /^[0-9０-９]+$/u);
      }
    }
  });
  it('is silent where the row or the column of the cell cannot be read whole', () => {
    const wrong = withText(name, '777');
    checkDamaged(code, wrong, [
      withLine(wrong, '（一）予以公开', (line) => line.replace(/(\d)\t(\d+)$/u, '$1$2')),
      withLine(wrong, '（一）予以公开', (line) => line.replace('777', '7□7')),
      withLine(wrong, '（一）予以公开', (line) => line.replace('777', '7\n77')),
      withLine(wrong, '（一）予以公开', (line) => line.replace('777\t', '777')),
    ]);
  });
});

const requestColumns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'socialPublicWelfareOrg',
  'legalServiceOrg',
  'otherOrg',
];

function rest(row: string): number {
  return requestColumns.slice(1).reduce((sum, column) => sum + number(`requests/${row}/${column}`), 0);
}

/** The totals of the column of natural persons and of all, worked out anew. */
function columnTotals(values: typeof soundValues): Record<string, string> {
  const value = (key: string): number => Number(values.cells.get(key));
  const totals: Record<string, string> = {};
  for (const column of ['naturalPerson', 'total']) {
    const delta = value(`requests/granted/${column}`) - number(`requests/granted/${column}`);
    for (const row of ['resultTotal', 'new'])
      totals[`requests/${row}/${column}`] = String(number(`requests/${row}/${column}`) + delta);
  }
  return totals;
}
