import { check, checkDamaged, checkFix } from '../../support/check';
import { fullWidth, lineOf, number, sound, withText } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';
import { soundValues, withCells } from '../../support/values';

describe('row-total', () => {
  const code = 'row-total';
  it('marks the total that its row does not make', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量→→→2→0→0→0→1→0→4
　　　　　　　　　　　　　　　　→→→ → → → → → →^
二、上年结转政府信息公开申请数量→→→0→0→0→0→0→0→0
四、结转下年度继续办理→→→１→0→0→0→0→0→１２
　　　　　　　　　　　→→→　→ → → → → →＾＾
`,
    );
  });
  it('is silent on a row that cannot be read whole', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量→→→2→0→0→0→1→4
二、上年结转政府信息公开申请数量→→→0→0→/→0→0→0→9
四、结转下年度继续办理→→→1→0→0→1O→0→0→12
`,
    );
  });
  it('puts right a total that a second equation proves', () => {
    const name = 'requests/granted/total';
    checkFix(withText(name, String(number(name) + 1)), sound(), { code, preferred: true });
  });
  it('keeps full-width digits full width', () => {
    const name = 'requests/granted/total';
    checkFix(withText(name, fullWidth(number(name) + 1)), withText(name, fullWidth(number(name))), {
      code,
      preferred: true,
    });
  });
  it('replaces the figure alone, behind characters of two units and inside marks', () => {
    const name = 'requests/granted/total';
    const change = (text: string): string => changed(text, '三、本年度办理结果', '三、本年度办理结果数𠮷😀');
    checkFix(
      change(withText(name, `**${number(name) + 1}**`)),
      change(withText(name, `**${number(name)}**`)),
      {
        code,
        preferred: true,
      },
    );
    checkFix(change(withText(name, `${number(name) + 1}件`)), change(withText(name, `${number(name)}件`)), {
      code,
      preferred: true,
    });
  });
  for (const layout of layoutNames) {
    const name = 'requests/carriedForward/total';
    it(`gives the draft back character for character, ${layout}`, () =>
      checkFix(sound(layout, withCells(soundValues, { [name]: String(number(name) + 10) })), sound(layout), {
        code,
        preferred: true,
      }));
  }
  it('is silent on a total of which the last digits stand on the next line, or with which the draft ends', () => {
    const line = lineOf(sound(), '一、本年新收');
    checkDamaged(code, changed(sound(), line, line.replace(/\d$/u, '')), [
      changed(sound(), line, line.replace(/(\d)$/u, '\n$1')),
      changed(sound(), line, line.replace(/(\d\d)$/u, '\n$1')),
    ]);
    const cut = sound().slice(0, sound().indexOf(line) + line.length - 1);
    checkDamaged(code, `${cut}\n`, [cut]);
  });
  it('is silent on a row that stands there in two versions', () => {
    const name = 'requests/granted/total';
    const wrong = withText(name, String(number(name) + 1));
    const [own, other] = [lineOf(wrong, '（一）予以公开'), lineOf(sound(), '（一）予以公开')];
    checkDamaged(code, wrong, [
      changed(wrong, own, `<<<<<<< HEAD\n${own}\n=======\n${other}\n>>>>>>> other`),
    ]);
  });
});
