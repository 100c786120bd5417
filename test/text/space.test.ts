import assert from 'node:assert/strict';
import { isWhiteSpace, whiteSpace } from '../../server/src/text/space';

describe('white space', () => {
  it('is what `\\s` finds, one by one and as a list', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      assert.equal(isWhiteSpace(code), /\s/u.test(character), code.toString(16));
      assert.equal(whiteSpace.includes(character), /\s/u.test(character), code.toString(16));
    }
  });
});
