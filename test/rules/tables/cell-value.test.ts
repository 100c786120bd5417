import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, checkNoFix, codesOf, findingsOf } from '../../support/check';
import { sound, withLine } from '../../support/drafts';
import { textUnder } from '../../support/marks';
import { type LayoutName, layoutNames } from '../../support/render';
import { soundValues, withCells } from '../../support/values';

const code = 'cell-value';

function withText(cell: string, text: string, layout: LayoutName = 'tabbed'): string {
  return sound(layout, withCells(soundValues, { [cell]: text }));
}

/** `severity: what it stands on` of each finding. */
function marked(text: string): string[] {
  return findingsOf(text)
    .filter((finding) => finding.code === code)
    .map((finding) => `${finding.severity}: ${textUnder(text, finding.range)}`);
}

describe(code, () => {
  it('marks a negative count', () => {
    assert.deepEqual(marked(withText('proactive/adminPenalty/decisionsThisYear', '-4')), ['error: -4']);
  });
  it('marks a broken count, but not a broken amount of money', () => {
    assert.deepEqual(marked(withText('proactive/adminPenalty/decisionsThisYear', '4.5')), ['error: 4.5']);
    assert.deepEqual(marked(withText('proactive/adminFees/feeAmount', '4.5')), []);
  });
  it('takes a count with noughts behind the point for the whole number that it is', () =>
    assert.deepEqual(marked(withText('proactive/adminPenalty/decisionsThisYear', '31.00')), []));
  it('says once a table that many cells cannot be read', () => {
    const names = [...soundValues.cells.keys()].filter((name) => name.startsWith('requests/granted/'));
    assert.equal(names.length, 7);
    const text = sound(
      'tabbed',
      withCells(soundValues, Object.fromEntries(names.map((name) => [name, '?']))),
    );
    const [finding, ...others] = findingsOf(text).filter((one) => one.code === code);
    assert.deepEqual(others, []);
    assert.match(finding?.message.zh ?? '', /^本表有 7 格不是能确定的数（如“\?”）/u);
    assert.equal(finding?.related.length, 6);
    const six = Object.fromEntries(names.slice(1).map((name) => [name, '?']));
    assert.equal(marked(sound('tabbed', withCells(soundValues, six))).length, 6);
  });
  it('marks what is not surely one number, as a warning', () => {
    for (const text of ['1O', '00', '?', '12345678901234567890'])
      assert.deepEqual(marked(withText('requests/granted/total', text)), [`warning: ${text}`], text);
  });
  it('marks it also in the first column', () => {
    for (const text of ['1O', '00', '?'])
      assert.deepEqual(marked(withText('requests/granted/naturalPerson', text)), [`warning: ${text}`], text);
  });
  it('says once a table that cells hold no number', () => {
    const values = withCells(soundValues, {
      'requests/granted/otherOrg': '/',
      'requests/denied.stateSecret/total': '—',
      'requests/notProcessed.duplicate/researchInstitution': '无',
      'proceedings/count/review.upheld': '/',
    });
    const text = sound('tabbed', values);
    assert.deepEqual(marked(text), ['warning: /', 'warning: /']);
    const [first] = findingsOf(text);
    assert.deepEqual(
      first?.related.map((place) => textUnder(text, place.range)),
      ['—', '无'],
    );
    assert.deepEqual(codesOf(text), [code, code], 'equations with such cells are not checked');
  });
  it('offers, and never prefers, to write 0 there', () => {
    const values = {
      'requests/granted/commercialEnterprise': '/',
      'requests/denied.stateSecret/socialPublicWelfareOrg': '—',
    };
    const zeros = Object.fromEntries(Object.keys(values).map((name) => [name, '0']));
    const before = sound('tabbed', withCells(soundValues, values));
    checkFix(before, sound('tabbed', withCells(soundValues, zeros)), {
      code,
      titled: '都填 0',
      preferred: false,
    });
  });
  it('writes 0 at the right places behind characters of two units', () => {
    const change = (text: string): string => text.replace('三、本年度办理结果', '三、本年度办理结果数𠮷😀');
    const zero = { 'requests/granted/commercialEnterprise': '0' };
    const blank = { 'requests/granted/commercialEnterprise': '/' };
    const before = change(sound('tabbed', withCells(soundValues, blank)));
    checkFix(before, change(sound('tabbed', withCells(soundValues, zero))), {
      code,
      titled: '都填 0',
      preferred: false,
    });
  });
  it('cannot mend what is negative, broken or unreadable', () => {
    for (const text of ['-4', '4.5', '1O'])
      checkNoFix(code, withText('proactive/adminPenalty/decisionsThisYear', text));
  });
  it('is silent on full width, thousands separators, units and emphasis', () => {
    const texts = { '２５７': 257, '1,234': 1234, '257件': 257, '**257**': 257, '0': 0 };
    for (const text of Object.keys(texts))
      assert.deepEqual(marked(withText('proactive/adminLicensing/decisionsThisYear', text)), [], text);
  });
  for (const layout of layoutNames) {
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
    it(`finds “/” in the middle of a row, ${layout}`, () => {
      assert.deepEqual(marked(withText('requests/granted/researchInstitution', '/', layout)), ['warning: /']);
    });
    it(`finds “—” at the start of a row, ${layout}`, () => {
      assert.deepEqual(marked(withText('requests/granted/naturalPerson', '—', layout)), ['warning: —']);
    });
  }
  it('is silent on a row of which the numbers belong to no columns', () => {
    const wrong = withText('requests/granted/naturalPerson', '-4');
    checkDamaged(code, wrong, [
      withLine(wrong, '予以公开', (line) => line.replace(/\t\d+$/u, '')),
      withLine(wrong, '予以公开', (line) => line.replace(/(\d)\t(\d+)$/u, '$1$2')),
    ]);
  });
});
