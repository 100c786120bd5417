import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNumber } from '../../server/src/text/number';

/** A cell reads as a number, whose own characters are `figure` (all but spaces where it is not given). */
function reads(text: string, value: number, figure = text.trim()): void {
  const reading = readNumber(text);
  assert.equal(reading.kind, 'number', `${JSON.stringify(text)} is a number`);
  if (reading.kind !== 'number') return;
  assert.equal(reading.value, value, text);
  assert.equal(text.slice(reading.start, reading.end), figure);
}

function isKind(kind: 'blank' | 'notApplicable' | 'text', ...texts: readonly string[]): void {
  for (const text of texts) assert.equal(readNumber(text).kind, kind, JSON.stringify(text));
}

describe('reading of numbers', () => {
  it('reads plain figures', () => {
    reads('0', 0);
    reads('7', 7);
    reads('1749', 1749);
    reads('  42 ', 42);
    reads('\u300042\u00a0', 42, '42');
  });
  it('reads full width as half width', () => {
    reads('１２', 12);
    reads('０', 0);
    reads('１，２３４', 1234);
    reads('１２．５', 12.5);
  });
  it('reads thousands separators where they part groups of three', () => {
    reads('1,234', 1234);
    reads('12,345,678', 12345678);
    isKind('text', '1,23', '12,3456', ',123', '1,2,3');
  });
  it('reads decimals and says how many there are', () => {
    reads('5481.93', 5481.93);
    reads('0.50', 0.5);
    const reading = readNumber('0.50');
    assert.equal(reading.kind === 'number' && reading.decimals, 2);
    isKind('text', '1.2.3', '.5', '5.');
  });
  it('reads 万 as ten thousand, exactly', () => {
    reads('1.2万', 12000);
    reads('0.0001万', 1);
    reads('8.29万', 82900);
    reads('3万', 30000);
  });
  it('reads a unit behind the figure, which is not part of it', () => {
    reads('5件', 5, '5');
    reads('12.5万元', 12.5, '12.5');
    reads('3 条', 3, '3');
  });
  it('reads a sign', () => {
    reads('-3', -3);
    reads('－3', -3);
    reads('−3', -3);
    reads('+3', 3);
  });
  it('reads emphasised figures without the marks', () => {
    reads('**12**', 12, '12');
    reads(' __7__ ', 7, '7');
    reads('**12**件', 12, '12');
    reads('"12"', 12, '12');
    isKind('text', '"12', '12"', '"甲"');
    isKind('blank', '""');
  });
  it('reads figures with the mark of a footnote behind them, or in a link', () => {
    reads('5[1]', 5, '5');
    reads('１２①', 12, '１２');
    reads('1,234[^2]', 1234, '1,234');
    reads('[7](#note)', 7, '7');
    isKind('text', '[note](#7)', '5[note]');
  });
  it('reads Chinese numerals', () => {
    reads('五', 5);
    reads('十', 10);
    reads('十二', 12);
    reads('二十', 20);
    reads('一百零三', 103);
    reads('三千', 3000);
    reads('三万二千', 32000);
    reads('两百', 200);
    reads('二〇二三', 2023);
    reads('零', 0);
  });
  it('leaves words with numerals in them alone', () =>
    isKind('text', '十件事', '一是', '第三', '万', '三安全一稳定'));
  it('knows that nothing was written', () => isKind('blank', '', ' ', '\t', '\u3000', '\u00a0 '));
  it('knows the marks for “does not apply”', () =>
    isKind(
      'notApplicable',
      '/',
      '／',
      '—',
      '——',
      '-',
      '--',
      '无',
      ' / ',
      '–',
      '\\',
      'N/A',
      'n/a',
      '_',
      '＿',
    ));
  it('guesses at nothing that is not surely one number', () => {
    isKind('text', '00', '007', '０１', '1O', 'l', '1 2', '12a', '3?', '4/5', '一二x', '总计', '5 6', '1-2');
  });
  it('does not read figures that cannot be kept exactly', () => {
    isKind('text', '123456789012345678', '9'.repeat(400), '0.12345678901234567');
  });
  it('gives each whole number back, in both widths', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        reads(String(n), n);
        reads(
          String(n).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
          n,
        );
        reads(n.toLocaleString('en-US'), n);
      }),
    );
  });
  it('never throws, and its figure lies inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readNumber(text);
        if (reading.kind !== 'number') return;
        assert.ok(Number.isFinite(reading.value));
        assert.ok(reading.start >= 0 && reading.start < reading.end && reading.end <= text.length);
      }),
    );
  });
});
