import assert from 'node:assert/strict';
import { plainIdeographs } from '../../server/src/text/ideographs';

describe('characters that only look like ideographs', () => {
  it('are the ideographs they show', () =>
    assert.equal(plainIdeographs('⼀、⾏政⼈⺠政府⻓⻅⻋⾨'), '一、行政人民政府长见车門'));
  it('are exchanged one for one, so that nothing moves', () => {
    for (let code = 0x2e80; code <= 0xfaff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCharCode(code);
      const plain = plainIdeographs(`甲${character}乙`);
      assert.equal(plain.length, 3);
      if (/\p{Unified_Ideograph}/u.test(character) && code < 0xf900) assert.equal(plain[1], character);
    }
  });
  it('are ideographs for every radical of the Kangxi dictionary', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++)
      assert.match(plainIdeographs(String.fromCharCode(code)), /^\p{Unified_Ideograph}$/u);
  });
  it('leave all other text as it is', () => {
    for (const text of ['', 'abc 123', '数𠮷😀', '一、总体情况，“（）”'])
      assert.equal(plainIdeographs(text), text);
  });
});
