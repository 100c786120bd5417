import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourceOf } from '../../server/src/text/source';
import { readMarks, runs, textUnder } from '../support/marks';
import { allLayoutNames, renderReport } from '../support/render';
import { blocksOf } from '../support/syntax';
import { soundValues } from '../support/values';

/** A line is a heading whose title the carets mark. */
function heading(template: string, ordinal: string, level = 0): void {
  const { text, ranges } = readMarks(template);
  const [block] = blocksOf(text);
  assert.equal(block?.kind, 'heading', text);
  assert.deepEqual(block?.titleRange, ranges[0]);
  assert.equal(block?.title, textUnder(text, ranges[0] as (typeof ranges)[0]));
  assert.equal(block?.ordinal, ordinal);
  assert.equal(block?.level, level);
}

function noHeading(...lines: readonly string[]): void {
  for (const line of lines) assert.notEqual(blocksOf(line)[0]?.kind, 'heading', line);
}

/** The carets mark every cell that is not blank, in order. */
function cells(kind: string, template: string): void {
  const { text, ranges } = readMarks(template);
  const blocks = blocksOf(text).filter((block) => block.kind !== 'blank');
  assert.deepEqual([...new Set(blocks.map((block) => block.kind))], [kind]);
  assert.deepEqual(
    blocks.flatMap((block) => block.cells.map((cell) => cell.range)),
    ranges,
  );
}

describe('headings', () => {
  it('with a Chinese ordinal', () => {
    heading('一、总体情况\n　　＾＾＾＾', 'chinese 1');
    heading('十二、附件\n　　　＾＾', 'chinese 12');
    heading('二．总体情况\n　　＾＾＾＾', 'chinese 2');
  });
  it('with a bracketed ordinal', () => {
    heading('（三）监督保障\n　　　＾＾＾＾', 'bracketed 3');
    heading('(三) 监督保障\n　　　 ＾＾＾＾', 'bracketed 3');
  });
  it('with an Arabic ordinal', () => heading('4. 附则\n   ＾＾', 'arabic 4'));
  it('as a numbered part', () => heading('第二部分 主动公开\n　　　　 ＾＾＾＾', 'part 2'));
  it('in Markdown', () => {
    heading('## 三、总体情况\n   　　＾＾＾＾', 'chinese 3', 2);
    heading('###### 概况\n       ＾＾', '', 6);
    heading('**一、总体情况**\n  　　＾＾＾＾', 'chinese 1');
  });
  it('with spaces before and behind', () => heading('　　一、总体情况 　\n　　　　＾＾＾＾', 'chinese 1'));
  it('not where there is a whole sentence or only a figure', () => {
    noHeading(
      '一、本年收到的申请都已经办结。其余情况另行报告。',
      '总体情况',
      '一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5',
      `一、${'很长的标题'.repeat(12)}`,
      '2.5 万元',
      '1.2.3',
    );
  });
});

describe('grids', () => {
  it('parted by tabs', () => {
    cells(
      'tabbed',
      `
规章→0→12→３
＾＾→^→^^→＾
→→总计 →→ 7
→→＾＾ →→ ^
`,
    );
  });
  it('parted by pipes, with and without them at the edges', () => {
    cells(
      'piped',
      `
| 规章 | 0 | 12 |
  ＾＾   ^   ^^
规章 | 3 |  | 𠮷😀
＾＾   ^      ^^^^
`,
    );
  });
  it('parted by full-width pipes, and not by an escaped one', () => {
    cells(
      'piped',
      `
｜规章｜0｜a \\| b｜
  ＾＾  ^  ^^^^^^
`.replaceAll('  ＾＾  ^  ^', '　＾＾　^　^'),
    );
  });
  it('a delimiter row has no cells', () =>
    cells('piped', '| a | b |\n  ^   ^\n|---|:-:|\n| 1 | 2 |\n  ^   ^'));
  it('a label and its figure in one cell are two', () =>
    cells('piped', '| 行政许可 92 | | |\n  ＾＾＾＾ ^^'));
  it('parted by nothing but spaces', () =>
    cells('paragraph', '规章和规范性文件 0 12 ３ 件\n＾＾＾＾＾＾＾＾ ^ ^^ ＾＾＾'));
});

/** The kinds of a text's blocks, blank ones left out. */
function kinds(text: string): string[] {
  return blocksOf(text)
    .map((block) => block.kind)
    .filter((kind) => kind !== 'blank');
}

describe('words alone in a row', () => {
  it('are a heading where they have an ordinal', () => {
    heading('一、总体情况→→→\n　　＾＾＾＾', 'chinese 1');
    heading('→→一、总体情况→\n  　　＾＾＾＾', 'chinese 1');
    heading('（一）主动公开→→→\n　　　＾＾＾＾', 'bracketed 1');
    heading('| 一、总体情况 |  |  |\n  　　＾＾＾＾', 'chinese 1');
    heading('| **一、总体情况** |  |\n    　　＾＾＾＾', 'chinese 1');
  });
  it('are running text, and keep their cells', () => {
    cells('paragraph', '全年发布信息。→→→\n＾＾＾＾＾＾＾');
    cells('paragraph', '→→→全年发布信息。→\n   ＾＾＾＾＾＾＾');
    cells('paragraph', '| 𠮷全年发布信息。 |  |  |\n  ^^＾＾＾＾＾＾＾');
    cells('paragraph', '某局年度报告→→→\n＾＾＾＾＾＾');
    cells('paragraph', '| 某局年度报告 |  |\n  ＾＾＾＾＾＾\n|---|---|\n|  |  |');
  });
  it('are a label where the rows of a table are next to them', () => {
    cells('tabbed', '第二十条→→\n＾＾＾＾\n规章→0→12\n＾＾→^→^^\n行政许可→→\n＾＾＾＾');
    cells(
      'piped',
      '| 第二十条 |  |\n  ＾＾＾＾\n|---|---|\n| 规章 | 0 |\n  ＾＾   ^\n| 行政许可 |  |\n  ＾＾＾＾',
    );
    assert.deepEqual(kinds('规章\t\t\n一、总体情况\t\t\n规章\t0\t'), ['paragraph', 'heading', 'tabbed']);
  });
  it('are a row’s where a figure or another word stands beside them, or they are no words', () => {
    for (const line of ['规章\t0\t', '规章\t\t无\t', '12\t\t', '/\t\t', '行政许可 92\t\t'])
      assert.deepEqual(kinds(line), ['tabbed'], line);
    for (const line of ['| 规章 | 0 |', '| 12 |  |', '| a \\| 规章 | b |'])
      assert.deepEqual(kinds(line), ['piped'], line);
  });
});

describe('blocks', () => {
  const tiles = (text: string): void => {
    let line = 0;
    for (const block of blocksOf(text)) {
      assert.equal(block.start, line);
      assert.ok(block.lines > 0);
      line += block.lines;
    }
    assert.equal(line, sourceOf(text).lines.length);
  };
  for (const layout of allLayoutNames) {
    it(`tile the lines of a report, ${layout}`, () => {
      const text = renderReport(soundValues, layout);
      tiles(text);
      tiles(text.replaceAll('\n', '\r\n'));
    });
  }
  it('tile the lines of any text, and every cell stands where it says', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\r\n',
        '\r',
        '|',
        '\t',
        ' ',
        '1',
        '总计',
        '一、',
        '#',
        '---',
        '𠮷',
        '😀',
        '<table>',
        '</table>',
      ],
      ...[
        '<tr>',
        '<td>',
        '</td>',
        '</tr>',
        '<!--',
        '-->',
        '&nbsp;',
        '&lt;',
        '<td colspan="9999999">',
        '"',
        '<',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        tiles(text);
        const lines = sourceOf(text).lines.map((line) => line.text);
        for (const block of blocksOf(text)) {
          for (const { range } of block.cells) {
            assert.ok(range.start.line >= block.start && range.end.line < block.start + block.lines);
            assert.ok(range.start.character >= 0 && range.start.character <= range.end.character);
            assert.ok(range.end.character <= (lines[range.end.line]?.length ?? 0));
          }
        }
      }),
      { numRuns: runs(1000) },
    );
  });
  it('take time linear in the text, also for a single line of a megabyte', () => {
    for (const unit of ['|', '\t', '1 ', '<td>', '<table>', '<p>', '<br>', '一、', '-', '　'])
      assert.ok(blocksOf(unit.repeat(1_000_000 / unit.length)).length > 0);
  }).timeout(60_000);
});
