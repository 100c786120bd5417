import { check, checkFix } from '../../support/check';
import { sound } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'mobile-number';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  itFinds(code, [
    ['申请人李某（13800138000）已答复。', '13800138000'],
    ['村民来信138-0013-8000已办结。', '138-0013-8000'],
    ['已与当事人+8613800138000沟通。', '+8613800138000'],
    ['申请人１３８００１３８０００已答复。', '１３８００１３８０００'],
    ['已向13800138000答复。', '?13800138000'],
    ['申请人手机号13800138000。', '13800138000'],
  ]);
  itIgnores(code, [
    '如有疑问，请与办公室联系（联系电话：13800138000）。',
    '监督电话：0379-63212345、13800138000、12345。',
    '手机：13800138000',
    '政务微信号13800138000，邮箱13800138000@163.com。',
    '访问量达13800138000次。',
    '项目编号13800138000。',
    '申请人138****8000已答复。',
    '收费13800138000元。',
  ]);
  it('masks the middle', () => {
    const text = (number: string): string => overview(`申请人李某${number}。`);
    checkFix(text('+86 13800138000'), text('138****8000'), { code, preferred: false });
  });
  itIgnoresDamaged(code, '申请人13800138000已答复。', [
    '申请人1380013□000已答复。',
    '编□13800138000已答复。',
    '13800138000□已答复。',
    '申请人1380013\n- 3 -\n8000已答复。',
    '申请人1380013\n\n8000已答复。',
    '申请人138001380',
  ]);
});
