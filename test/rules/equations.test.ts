import assert from 'node:assert/strict';
import { check, checkFix, checkNoFix, codesOf, findingsOf } from '../support/check';
import { sound, withLine } from '../support/drafts';
import { changed } from '../support/marks';
import { layoutNames } from '../support/render';
import { soundValues, withCells } from '../support/values';

const number = (name: string): number => Number(soundValues.cells.get(name));

/** The sound report with one cell written otherwise. */
function withText(cell: string, text: string): string {
  return sound('tabbed', withCells(soundValues, { [cell]: text }));
}

function fullWidth(text: string | number): string {
  return String(text).replace(/[\d,]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

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
});

describe('result-total', () => {
  const code = 'result-total';
  it('marks the total that its column does not make', () => {
    // Every row adds up, so the fault shows in the columns: one result more for a person than row seven has.
    const person = 'requests/granted/naturalPerson';
    const text = sound(
      'tabbed',
      withCells(soundValues, {
        [person]: String(number(person) + 1),
        'requests/granted/total': String(number('requests/granted/total') + 1),
      }),
    );
    const codes = codesOf(text);
    assert.ok(codes.includes(code), codes.join());
    assert.ok(!codes.includes('row-total') && !codes.includes('carry-balance'), codes.join());
  });
  it('is silent where a result cannot be read', () => {
    const text = withText('requests/granted/naturalPerson', '1O');
    assert.ok(!codesOf(text).includes(code));
  });
  it('is silent where a row of results is missing', () =>
    assert.deepEqual(codesOf(withLine(sound(), '2.重复申请', () => null)), ['missing-row']));
});

describe('carry-balance', () => {
  const code = 'carry-balance';
  const values = withCells(soundValues, {
    'requests/new/naturalPerson': String(number('requests/new/naturalPerson') + 3),
    'requests/new/total': String(number('requests/new/total') + 3),
  });
  it('is found where rows and columns add up but received is not settled', () => {
    const codes = codesOf(sound('tabbed', values));
    assert.ok(codes.length > 0 && codes.every((one) => one === code), codes.join());
  });
  it('names the four items with their numbers', () => {
    const [finding] = findingsOf(sound('tabbed', values));
    const related = finding?.related.map((place) => place.message.zh).join() ?? '';
    for (const item of ['一、本年新收', '二、上年结转', '四、结转下年度'])
      assert.ok(related.includes(item), item);
  });
  it('does not guess which of the four is wrong', () => {
    for (const { fixes } of findingsOf(sound('tabbed', values)))
      assert.ok(fixes.every((fix) => !fix.preferred));
  });
  it('is silent where what is carried over cannot be read', () => {
    const text = withText('requests/carriedOver/naturalPerson', '/');
    assert.ok(!codesOf(text).includes(code));
  });
});

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
});

describe('all equations', () => {
  for (const layout of layoutNames)
    it(`are silent on the sound report, ${layout}`, () => assert.deepEqual(codesOf(sound(layout)), []));
  it('offer no fix where no sum is legal', () => {
    const text = withText('proceedings/count/review.upheld', '-90');
    checkNoFix('proceedings-total', text);
  });
  it('say of one wrong cell one finding for each cause, with every cell of the equations that fail', () => {
    const findings = findingsOf(withText('requests/granted/total', '999'));
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.related.length, 6 + 20 + 1);
  });
});
