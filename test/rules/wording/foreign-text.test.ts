import assert from 'node:assert/strict';
import { check, marked } from '../../support/check';
import { sound, title } from '../../support/drafts';
import { overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'foreign-text';

/** What is found in the report of an office. */
function found(office: string, text: string): string[] {
  return marked(code, overview(text).replace(title, `${office}2024年政府信息公开工作年度报告`));
}

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('finds a region of another level spoken of as one’s own', () => {
    assert.deepEqual(found('云岭县水利局', '在区委、区政府的领导下，我区依法公开。'), [
      '区委、区政府',
      '我区',
    ]);
    assert.deepEqual(found('砚溪区园林绿化局', '𠮷😀在县委、县政府的领导下，我县依法公开。'), [
      '县委、县政府',
      '我县',
    ]);
  });
  it('is silent on words that may be meant', () => {
    assert.deepEqual(
      found('云岭县水利局', '落实自治区政府、各区委、区政府、某区委、区政府要求，我区域。'),
      [],
    );
    assert.deepEqual(found('砚溪区园林绿化局', '与邻近的云岭县委、县政府共建，各县委、县政府参与。'), []);
  });
  it('is silent where the office’s name does not tell its level', () => {
    const text = '在区委、区政府和县委、县政府的领导下，我区、我县依法公开。';
    for (const office of [
      '莲汀乡人民政府',
      '某自治区水利厅',
      '某市水利局',
      '某市某区某县水利局',
      '某经济开发区管委会',
    ])
      assert.deepEqual(found(office, text), [], office);
  });
  it('is silent where the word before is broken off or cannot be read', () => {
    const office = '云岭县水利局';
    assert.equal(found(office, '在区委、区政府的领导下。').length, 1);
    for (const text of [
      '在□区委、区政府的领导下。',
      '在\\Box区委、区政府的领导下。',
      '落实自治\n\n区委、区政府的要求。',
      '落实自治\n- 3 -\n区委、区政府的要求。',
    ])
      assert.deepEqual(found(office, text), [], text);
    assert.deepEqual(found('云岭□水利局', '在区委、区政府的领导下。'), []);
  });
});
