import { check, checkFix } from '../../support/check';
import { sound } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'bank-card';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  itFinds(code, [
    ['退还至银行卡6222021234567890128。', '6222021234567890128'],
    ['卡号：6222 0212 3456 7890 128。', '6222 0212 3456 7890 128'],
    ['卡号6228480000000007。', '6228480000000007'],
    ['退还至6222021234567890128。', '?6222021234567890128'],
  ]);
  itIgnores(code, [
    '卡号6222021234567890127。',
    '收款银行账号6222021234567890128。',
    '信息处理费开户行和账号6228480000000007已公布。',
    '单号6222021234567890128已送达。',
    '退还至6228480000000007。',
    '银行卡6222***********0128。',
  ]);
  it('leaves four digits at either end', () => {
    const text = (number: string): string => overview(`银行卡${number}。`);
    checkFix(text('6222021234567890128'), text('6222***********0128'), { code, preferred: false });
  });
  itIgnoresDamaged(code, '退还至6222021234567890128。', [
    '退还至□6222021234567890128。',
    '退还至6222021234567890128□。',
    '单\\Box6222021234567890128。',
    '退还至622202123456789\n- 3 -\n0128。',
    '退还至622202123456789\n\n0128。',
  ]);
});
