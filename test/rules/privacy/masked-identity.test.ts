import { check, checkFix } from '../../support/check';
import { sound } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'masked-identity';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  itFinds(code, [
    ['来电1380013**00。', 'i1380013**00'],
    ['身份证410105199001****34。', 'i410105199001****34'],
    ['申请人李明华，手机号138****8000。', 'i138****8000'],
    ['姓名：王小明，身份证号35*************123。', 'i35*************123'],
  ]);
  itIgnores(code, [
    '来电138****8000，身份证35*************123。',
    '申请人李某（138****8000）。',
    '申请人李先生，手机138****8000。',
    '全年公开**2024**件，12*34。',
    '申请人李**（身份证410105********1234）。',
  ]);
  it('masks what tells whose it is', () => {
    const text = (number: string): string => overview(`来电${number}。`);
    checkFix(text('1380013**00'), text('138****'.concat('**00')), { code, preferred: false });
  });
  itIgnoresDamaged(code, '来电1380013**00。', [
    '来电1380013**□0。',
    '来电□1380013**00。',
    '来电1380013**\n- 3 -\n00。',
    '来电1380013**\n\n00。',
    '来电1380013**',
  ]);
});
