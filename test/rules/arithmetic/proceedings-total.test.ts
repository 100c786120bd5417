import { check, checkDamaged, checkFix } from '../../support/check';
import { number, sound, withText } from '../../support/drafts';

describe('proceedings-total', () => {
  const code = 'proceedings-total';
  it('marks the total that its group does not make', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
结果维持→结果纠正→其他结果→尚未审结→总计→结果维持→结果纠正→其他结果→尚未审结→总计→结果维持→结果纠正→其他结果→尚未审结→总计
1→0→0→2→3→1→0→0→0→2→0→0→0→0→1
 → → → → → → → → →^→ → → → →^
`,
    );
  });
  it('offers the sum, and does not prefer it: an outcome may be wrong as well', () => {
    const name = 'proceedings/count/review.total';
    checkFix(withText(name, String(number(name) + 1)), sound(), {
      code,
      preferred: false,
      titled: `${number(name)}`,
    });
  });
  it('is silent where an outcome cannot be read or the row is short', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
1→/→0→2→9→1→0→1O→0→9→0→0→无→0→9
`,
    );
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
1→0→0→2→9→1→0→0→0→9→0→0→0→0
`,
    );
  });
  it('is silent where numbers are run together or the line is broken in one', () => {
    const row = (numbers: string): string =>
      `砚溪区园林绿化局2024年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${numbers.replaceAll(' ', '\t')}\n`;
    checkDamaged(code, row('1 0 0 2 9 1 0 0 0 1 0 0 0 0 0'), [
      row('1 0 0 2 91 0 0 0 1 0 0 0 0 0'),
      row('1 0 0 2 \\Box 1 0 0 0 1 0 0 0 0 0'),
      row('1 0 0 2 3 1 0 0 0 1 9 0 0 0 \n9'),
    ]);
  });
});
