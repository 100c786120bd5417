import assert from 'node:assert/strict';
import { check, checkDamaged, checkNoFix, findingsOf, marked } from '../../support/check';
import { sound, withLine } from '../../support/drafts';
import { type LayoutName, layoutNames } from '../../support/render';
import { soundValues, withCells } from '../../support/values';

const code = 'regulation-power';

/** The sound report of an office with figures in the row of regulations. */
function withRegulations(organization: string, layout: LayoutName = 'tabbed'): string {
  const values = withCells(soundValues, {
    'proactive/regulations/issuedThisYear': '1',
    'proactive/regulations/inForce': '3',
  });
  return sound(layout, { ...values, organization });
}

describe(code, () => {
  for (const layout of layoutNames) {
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
    it(`marks the first figure and names the other: ${layout}`, () => {
      const text = withRegulations('云岭县水利局', layout);
      const [finding] = findingsOf(text).filter((one) => one.code === code);
      assert.deepEqual(marked(code, text), ['1']);
      assert.equal(finding?.severity, 'information');
      assert.equal(finding?.related.length, 1);
    });
  }
  it('knows the offices by their names', () => {
    for (const office of [
      '鸢鹿市莲汀乡人民政府',
      '某县人民政府办公室',
      '某市某区人民政府',
      '某街道办事处',
      '某自治县教育局',
    ])
      assert.equal(marked(code, withRegulations(office)).length, 1, office);
  });
  it('is silent on offices that may have the power', () => {
    for (const office of [
      '某市人民政府',
      '某自治区人民政府',
      '某自治州人民政府',
      '某省水利厅',
      '某地区行政公署',
      '某市司法局',
    ])
      assert.deepEqual(marked(code, withRegulations(office)), [], office);
  });
  it('is silent on a figure that cannot be read', () => {
    const values = withCells(soundValues, { 'proactive/regulations/inForce': '1O' });
    assert.deepEqual(marked(code, sound('tabbed', { ...values, organization: '云岭县水利局' })), []);
  });
  it('has no fix', () => checkNoFix(code, withRegulations('云岭县水利局')));
  it('is silent where the figure or the name of the office is damaged', () => {
    const wrong = withRegulations('云岭县水利局');
    checkDamaged(code, wrong, [
      withLine(wrong, '规章\t', () => '规章\t1□\t0\t□3'),
      withLine(wrong, '规章\t', () => '规章\t103'),
      withRegulations('云岭□水利局'),
    ]);
  });
});
