import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Circumstances } from '../../../server/src/rules/rule';
import { defaultProfile } from '../../../server/src/service/profile';
import { findingsUnder } from '../../support/check';

const sample = readFileSync('test/fixtures/sample.md', 'utf8');

/** What a rule says of a text under circumstances. */
function said(code: string, text: string, circumstances: Partial<Circumstances>): string[] {
  const profile = { ...defaultProfile, circumstances: { ...defaultProfile.circumstances, ...circumstances } };
  return findingsUnder(profile, text)
    .filter((one) => one.code === code)
    .map((one) => one.message.zh);
}

describe('what the user says of the organization', () => {
  const year = Number(/(\d{4})年政府信息公开/u.exec(sample)?.[1]);
  const dated = (date: string): string => `${sample.trimEnd()}\n\n${date}\n`;
  const code = 'publication-date';

  it('a date after the deadline is reported, with the deadline', () => {
    const late = dated(`${year + 1}年2月3日`);
    assert.match(said(code, late, { deadline: '01-31' })[0] ?? '', new RegExp(`${year + 1}-01-31`, 'u'));
    assert.match(said(code, late, { deadline: `${year + 1}-02-01` })[0] ?? '', /-02-01/u);
  });
  it('a date on the deadline or before is right, and so is any where none is named', () => {
    assert.deepEqual(said(code, dated(`${year + 1}年1月31日`), { deadline: '01-31' }), []);
    assert.deepEqual(said(code, dated(`${year + 1}年3月3日`), { deadline: '03-31' }), []);
    assert.deepEqual(said(code, dated(`${year + 1}年12月3日`), {}), []);
  });
  it('the kind of organization decides what its report tells of, before its name does', () => {
    const of = (kind: string | null): number =>
      said('supervision-aspect', sample, { organization: { kind, level: null } }).length;
    assert.equal(of(null), of('department'), 'the sample is of a bureau, by its name');
    assert.equal(of('department'), 0);
    const bare = sample.replace(/考核|评议|问责|责任追究|满意度|考评/gu, '检查');
    const ofBare = (kind: string): number =>
      said('supervision-aspect', bare, { organization: { kind, level: null } }).length;
    assert.deepEqual([ofBare('government'), ofBare('township'), ofBare('subdistrict')], [1, 1, 0]);
  });
});
