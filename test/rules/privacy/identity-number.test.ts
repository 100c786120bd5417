import { check, checkFix } from '../../support/check';
import { sound, title } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'identity-number';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('marks the number alone', () => {
    check(
      code,
      `
${title}

一、总体情况

𠮷😀申请人11010519491231002X已答复。
${'　'.repeat(7)}＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾
`,
    );
  });
  itFinds(code, [
    ['来信人11010519491231002x要求公开。', '11010519491231002x'],
    ['身份证：440524 19800101 0014。', '440524 19800101 0014'],
    ['身份证号码110105194912310021（抄录有误）。', '110105194912310021'],
    ['身份证号110105491231002。', '110105491231002'],
    [
      '身份号码１１０１０５１９４９１２３１００２Ｘ，身份证号１１０１０５１９４９１２３１００２1。',
      '１１０１０５１９４９１２３１００２1',
    ],
  ]);
  itIgnores(code, [
    '编号11010519491231002X的许可证已公开。',
    '统一社会信用代码11370826004323472M。',
    '事项编码110105202301150012已公开。',
    '办件数110105194912310021件。',
    '详见www.example.gov.cn/11010519491231002X.html。',
    '流水号110105491231002。',
    '身份证35*************123已隐去。',
  ]);
  it('masks all but the ends', () => {
    const text = (number: string): string => overview(`申请人身份证号${number}。`);
    checkFix(text('11010519491231002X'), text('11*************02X'), { code, preferred: false });
  });
  itIgnoresDamaged(code, '身份证号11010519491231002X。', [
    '身份证号1101051949□231002X。',
    '身份证号11010519\\Box231002X。',
    '身份证号1101051949\n- 3 -\n1231002X。',
    '身份证号110105194912\n\n31002X。',
    '身份证号11010519491231',
  ]);
});
