import fc from 'fast-check';
import type { Edit } from './syntax';

/** What a hand or a clipboard puts in. */
const snippets = [
  ...[
    '',
    '',
    '',
    'x',
    '1',
    '０',
    '|',
    '\t',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '#',
    '## ',
    '一、',
    '（一）',
    '五',
    '𠮷😀',
    '。',
  ],
  ...['<td>', '</td>', '<tr>', '</tr>', '<table>', '</table>', '<!--', '-->', '<p>', '-', '---', '\n\n'],
  '三、收到和处理政府信息公开申请情况\n',
  '\n二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\n',
  '| （七）总计 |  |  | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
  '<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>\n',
  '<table>\n<tr><td>行政强制</td><td>7</td></tr>\n</table>\n',
  '3.其他 0 0 1 0 0 1 2\n',
  '本机关2023年政府信息公开工作年度报告\n',
];

/** An edit as shares of a text’s size. */
export interface RandomEdit {
  readonly line: number;
  readonly character: number;
  readonly lines: number;
  readonly length: number;
  readonly wholeLines: boolean;
  readonly snippet: string;
}

/** An edit in numbers from 0 to 1, so that it fits any text. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  line: fc.double({ min: 0, max: 1, noNaN: true }),
  character: fc.double({ min: 0, max: 1, noNaN: true }),
  lines: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(40) },
  ),
  length: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(60) },
  ),
  wholeLines: fc.boolean(),
  snippet: fc.constantFrom(...snippets),
});

/** A random edit made to fit a text whose lines have these lengths. */
export function editIn(lengths: readonly number[], random: RandomEdit): Edit {
  const line = Math.min(Math.floor(random.line * lengths.length), lengths.length - 1);
  const character =
    random.wholeLines && random.lines > 0 ? 0 : Math.floor(random.character * ((lengths[line] ?? 0) + 1));
  const last = Math.min(line + random.lines, lengths.length - 1);
  const end = random.lines > 0 ? (random.wholeLines ? 0 : random.length) : character + random.length;
  return {
    range: {
      start: { line, character },
      end: { line: last, character: Math.min(end, lengths[last] ?? 0) },
    },
    newText: random.snippet,
  };
}
