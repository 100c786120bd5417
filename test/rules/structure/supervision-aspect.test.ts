import assert from 'node:assert/strict';
import { check, checkDamaged, findingsOf, marked } from '../../support/check';
import { headings, sound, withLine } from '../../support/drafts';
import { layoutNames } from '../../support/render';
import { soundValues } from '../../support/values';

const code = 'supervision-aspect';

/** The sound report of another body, with what it says of supervision. */
function reportOf(organization: string, supervision: string): string {
  return withLine(
    sound('tabbed', { ...soundValues, organization }),
    '（五）监督保障',
    () => `（五）监督保障。${supervision}`,
  );
}

describe(code, () => {
  it('names what the report of a government leaves out', () => {
    for (const organization of ['砚溪县人民政府', '砚溪县松云镇人民政府', '松云镇', '莲汀民族乡']) {
      const text = reportOf(organization, '我单位召开培训会两次，主动接受社会评议。');
      assert.deepEqual(marked(code, text), [headings.overview]);
      const [finding] = findingsOf(text).filter((one) => one.code === code);
      assert.match(finding?.message.zh ?? '', /“工作考核”“责任追究”/u);
    }
  });
  it('knows the body where the year stands first', () => {
    const text = reportOf('', '组织培训两次。').replace(
      '2024年政府信息公开工作年度报告',
      '2024年松云镇政府信息公开工作年度报告',
    );
    assert.deepEqual(marked(code, text), [headings.overview]);
  });
  it('is silent on other words for the same', () =>
    assert.deepEqual(
      marked(code, reportOf('松云镇人民政府', '纳入年度考评，开展群众满意度测评，全年未发生问责情形。')),
      [],
    ));
  it('is silent on bodies that are no government', () => {
    for (const organization of ['砚溪区园林绿化局', '砚溪区人民政府办公室', '松云街道办事处', ''])
      assert.deepEqual(marked(code, reportOf(organization, '组织培训两次。')), []);
  });
  it('leaves an overview without supervision to the rule for that', () => {
    const values = { ...soundValues, organization: '松云镇人民政府' };
    const text = withLine(sound('tabbed', values), '（五）监督保障', () => null);
    assert.deepEqual(marked(code, text), []);
    assert.deepEqual(marked('missing-aspect', text), [headings.overview]);
  });
  for (const layout of layoutNames)
    it(`is silent on the sound report of a government, ${layout}`, () =>
      check(code, sound(layout, { ...soundValues, organization: '松云镇人民政府' }).trimEnd()));
  it('is silent where the words are broken or cannot be read', () => {
    const of = (text: string): string => reportOf('松云镇人民政府', text);
    checkDamaged(code, of('组织培训两次。'), [
      of('列入年度考\n- 7 -\n核，接受社会评\n\n议，没有责任追\n究情形。'),
      of('公开工作\\Box。'),
      of('<img src="1.png">'),
    ]);
  });
});
