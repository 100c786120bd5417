import assert from 'node:assert/strict';
import { passageOf, rangeInBlock } from '../../server/src/syntax/passage';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';
import { textUnder } from '../support/marks';

/** The passages of a text; every character of each is where the passage says it is. */
function passages(text: string): string[] {
  const { blocks, starts } = parse(sourceOf(text));
  return blocks.flatMap((block, i) => {
    const passage = passageOf(block);
    if (!passage) return [];
    const own = text
      .split(/\r\n|\n/u)
      .slice(starts[i])
      .join('\n');
    for (let at = 0; at < passage.text.length; at++)
      if (passage.text[at] !== '\n')
        assert.equal(textUnder(own, rangeInBlock(passage, at, at + 1)), passage.text[at]);
    return [passage.text];
  });
}

describe('a passage', () => {
  it('is a paragraph as it stands', () =>
    assert.deepEqual(passages('全年收到申请 5 件。'), ['全年收到申请 5 件。']));
  it('joins lines broken in a sentence, even in a number', () =>
    assert.deepEqual(passages('全年公开信息1\n2条，其中\r\n动态5条。'), ['全年公开信息12条，其中动态5条。']));
  it('keeps sentences that end with their line apart', () =>
    assert.deepEqual(passages('甲。\n乙。'), ['甲。\n乙。']));
  it('keeps indented and numbered lines apart', () =>
    assert.deepEqual(passages('甲\n　　乙\n1. 丙\n（二）丁'), ['甲\n乙', '1. 丙', '（二）丁']));
  it('joins lines that the width of the page broke, indented no more than the line before', () => {
    const full = '本机关围绕重点工作主动公开政府信息并及时回应社会';
    for (const [first, next] of [
      ['  ', '  '],
      ['\u3000\u3000', '\u3000\u3000'],
      ['    ', '  '],
    ])
      assert.deepEqual(passages(`${first}${full}\n${next}关切的问题。`), [`${full}关切的问题。`]);
    for (const apart of [
      `  ${full}\n    关切。`,
      `  ${full}。\n  关切。`,
      `  主动公开\n  ${full}`,
      `  ${full}\n  1.关切。`,
    ])
      assert.ok(passages(apart).join('\n').includes('\n'), apart);
  });
  it('leaves out tags, comments and spaces at the ends', () =>
    assert.deepEqual(passages('  <p>数𠮷<b>😀</b>5&nbsp;件</p> <!-- 注 -->'), ['数𠮷😀5件']));
  it('reads what references stand for, and leaves out what has no width', () => {
    const line = '&emsp;公开\u200b信息&ldquo;一件事&rdquo;5&#20214;。';
    const [block] = parse(sourceOf(line)).blocks;
    const passage = block && passageOf(block);
    assert.ok(passage);
    assert.equal(passage.text, '公开信息“一件事”5件。');
    const under = (from: number, to: number): string => textUnder(line, rangeInBlock(passage, from, to));
    assert.equal(under(4, 9), '&ldquo;一件事&rdquo;');
    assert.equal(under(8, 9), '&rdquo;');
    assert.equal(under(9, 11), '5&#20214;');
    assert.equal(under(0, 4), '公开\u200b信息');
  });
  it('is not made of tables, blank lines or lines of numbers', () =>
    assert.deepEqual(passages('| 甲 | 1 |\n\n0 0\n0 0'), ['0 0\n0 0']));
  it('a range over a broken line ends behind its last character', () => {
    const [block] = parse(sourceOf('甲乙\n丙丁')).blocks;
    const passage = block && passageOf(block);
    assert.ok(passage);
    assert.deepEqual(rangeInBlock(passage, 1, 3), {
      start: { line: 0, character: 1 },
      end: { line: 1, character: 1 },
    });
  });
});
