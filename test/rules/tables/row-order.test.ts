import assert from 'node:assert/strict';
import { checkDamaged, codesOf, marked } from '../../support/check';
import { lineOf, sound, withLine } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

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
  it('is silent where the labels cannot be read', () =>
    checkDamaged('row-order', exchanged, [
      changed(exchanged, '3.要求提供公开出版物', '□□□□□□'),
      changed(exchanged, '2.重复申请', '□□□□').replace('3.要求提供公开出版物', '3.要\\Box'),
    ]));
});
