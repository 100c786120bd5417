import assert from 'node:assert/strict';
import { hasIdentityCheck, looksLikeIdentityNumber, passesLuhn } from '../../server/src/text/check-digit';

describe('check digits', () => {
  it('knows the example of the standard', () => {
    assert.ok(hasIdentityCheck('11010519491231002X'));
    assert.ok(hasIdentityCheck('440524188001010014'));
    assert.ok(!hasIdentityCheck('110105194912310021'));
    assert.ok(!hasIdentityCheck('1101051949123100'));
  });
  it('wants a province and a day of birth', () => {
    assert.ok(looksLikeIdentityNumber('11010519491231002X', 1900, 2020));
    assert.ok(looksLikeIdentityNumber('110105491231002', 1900, 2020));
    assert.ok(!looksLikeIdentityNumber('990105194912310021', 1900, 2020));
    assert.ok(!looksLikeIdentityNumber('110105194902300021', 1900, 2020));
    assert.ok(!looksLikeIdentityNumber('110105202301150012', 1900, 2015));
    assert.ok(!looksLikeIdentityNumber('1101054912310021', 1900, 2020));
  });
  it('knows one changed digit and two exchanged ones by Luhn', () => {
    assert.ok(passesLuhn('79927398713'));
    assert.ok(!passesLuhn('79927398710'));
    assert.ok(!passesLuhn('97927398713'));
    assert.ok(!passesLuhn('0000000000000000'));
  });
});
