import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, similarity, similarityToEnd } from '../../server/src/text/fold';

/** All these are the same label. */
function same(...labels: readonly string[]): void {
  const [first = '', ...rest] = labels;
  for (const label of rest) assert.equal(fold(label), fold(first), `${label} and ${first}`);
}

/** These are not. */
function different(a: string, b: string): void {
  assert.notEqual(fold(a), fold(b));
}

describe('folding of labels', () => {
  it('does not see brackets, spaces and their widths', () => {
    same('（七） 总计', '(七)总计', '（七）　总　计', '(七) 总计\u00a0', '七总计');
  });
  it('does not see full width and case', () => same('ＡＢＣ１２', 'abc12', 'Abc 12'));
  it('does not see straight, curved and corner quotes', () =>
    same('危及“三安全一稳定”', '危及"三安全一稳定"', '危及「三安全一稳定」', '危及三安全一稳定'));
  it('does not see the mark behind an ordinal', () =>
    same('1.属于国家秘密', '1、属于国家秘密', '１．属于国家秘密'));
  it('reads characters out of old fonts as the plain ones', () => same('⼀、⾃然⼈', '一、自然人'));
  it('reads enclosed numbers as plain ones', () => same('㈠予以公开', '（一）予以公开'));
  it('does not see Markdown emphasis', () => same('**总计**', '总计', '__总计__'));
  it('keeps characters outside the basic plane whole', () => {
    same('𠮷野', '𠮷 野');
    different('𠮷', '𠮶');
    assert.equal(fold('𠮷'), '𠮷');
  });
  it('drops what is neither letter nor digit, also outside the basic plane', () => same('总😀计', '总计'));
  it('keeps labels apart that differ in one character', () => {
    different('本年新收', '上年新收');
    different('结果维持', '结果纠正');
    different('1.其他', '3.其他');
  });
  it('folds nothing further the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
  it('never throws, also for half of a surrogate pair', () => {
    for (const text of ['\ud842', '\udfb7', 'a\ud842', '\udfb7a', ''])
      assert.equal(typeof fold(text), 'string');
  });
});

describe('likeness of labels', () => {
  it('is 1 for the same and 0 for nothing in common', () => {
    assert.equal(similarity('重复申请', '重复申请'), 1);
    assert.equal(similarity('重复申请', '总计'), 0);
    assert.equal(similarityToEnd('重复申请', '重复申请'), 1);
    assert.equal(similarityToEnd('重复申请', '总计'), 0);
  });
  it('falls by the share of characters to be changed', () => {
    assert.equal(similarity('结转下年度继续办理', '结转下年度继续办里'), 1 - 1 / 9);
    assert.equal(similarity('重复申请', '重复申'), 0.75);
  });
  it('at the end of a text does not count what stands before', () => {
    assert.equal(similarityToEnd('重复申请', '五不予处理2重复申请'), 1);
    assert.equal(similarityToEnd('重复申请', '五不予处理2重复中请'), 0.75);
  });
  it('of anything lies from 0 to 1 and is the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        const likeness = similarity(a, b);
        assert.ok(likeness >= 0 && likeness <= 1);
        assert.equal(similarity(b, a), likeness);
        const toEnd = similarityToEnd(a, b);
        assert.ok(toEnd >= 0 && toEnd <= 1);
      }),
    );
  });
});
