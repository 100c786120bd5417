import assert from 'node:assert/strict';
import { checkDamaged, checkFix, marked } from '../../support/check';
import { lineOf, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

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
  it('is silent on a label of which a part stands on the next line', () => {
    const labels = lineOf(sound('piped'), '社会公益组织');
    checkDamaged(code, changed(sound('piped'), '社会公益组织', '社会公益组'), [
      changed(sound('piped'), labels, labels.replace('社会公益组织', '社会公益组\n织')),
      changed(sound('piped'), labels, labels.replace('社会公益组织', '社\n会公益组织')),
      sound('piped').slice(0, sound('piped').indexOf('社会公益组织') + 5),
    ]);
  });
});
