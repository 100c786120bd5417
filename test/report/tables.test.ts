import assert from 'node:assert/strict';
import { codesOf, said } from '../support/check';
import { rowsOf } from '../support/form-data';
import { changed } from '../support/marks';
import { type Reading, read } from '../support/reading';
import { type LayoutName, layoutNames, renderReport } from '../support/render';
import { soundValues, withCells } from '../support/values';

type TableReading = Reading['tables'][string];

const rowIds = rowsOf('requests').map((row) => row.id);

/** The table of requests in a draft changed line by line. */
function requests(layout: LayoutName, change: (text: string) => string): TableReading {
  const table = read(change(renderReport(soundValues, layout))).tables.requests;
  assert.ok(table, 'the table is read');
  return table;
}

/** Replaces the whole line that begins with or holds a label. */
function lineWith(text: string, label: string, change: (line: string) => string | null): string {
  const lines = text.split('\n');
  const indices = lines.flatMap((line, i) => (line.includes(label) ? [i] : []));
  assert.equal(indices.length, 1, `${label} stands on one line`);
  const index = indices[0] ?? 0;
  const replaced = change(lines[index] ?? '');
  lines.splice(index, 1, ...(replaced === null ? [] : [replaced]));
  return lines.join('\n');
}

const gridLayouts: readonly LayoutName[] = ['tabbed', 'tabbedShifted', 'piped', 'pipedOpen', 'ocr'];

describe('rows of a table', () => {
  for (const layout of layoutNames) {
    it(`${layout}: a damaged label between sound ones is known`, () => {
      const table = requests(layout, (text) =>
        changed(
          changed(text, '属于行政执法案卷', '属丁行改执法案卷'),
          '结转下年度继续办理',
          '结转下年度继续办里',
        ),
      );
      assert.deepEqual(table.rows, rowIds);
      assert.equal(
        Object.values(table.equations).every((state) => state === 'holds'),
        true,
      );
    });
    it(`${layout}: a label in another of its wordings is known`, () => {
      const table = requests(layout, (text) => changed(text, '信访举报投诉类申请', '信访投诉举报类申请'));
      assert.deepEqual(table.rows, rowIds);
    });
  }

  for (const layout of gridLayouts) {
    it(`${layout}: a missing row is missing, and no other`, () => {
      const table = requests(layout, (text) =>
        lineWith(text, '重复申请', () => null).replace('重复申请', ''),
      );
      assert.deepEqual(table.missing, ['notProcessed.duplicate']);
      assert.deepEqual(
        table.rows,
        rowIds.filter((id) => id !== 'notProcessed.duplicate'),
      );
    });
    it(`${layout}: a row that stands twice is read once`, () => {
      const table = requests(layout, (text) =>
        lineWith(text, '要求提供公开出版物', (line) => `${line}\n${line}`),
      );
      assert.deepEqual(table.duplicates, ['notProcessed.publications']);
      assert.deepEqual(table.rows, rowIds);
    });
    it(`${layout}: a row with a value too few has no cells`, () => {
      const table = requests(layout, (text) =>
        lineWith(text, '要求提供公开出版物', (line) => line.replace(/\d+(\D*)$/u, '')),
      );
      assert.ok(table.rows.includes('notProcessed.publications incomplete'));
      assert.equal(table.cells['notProcessed.publications/naturalPerson'], undefined);
      assert.equal(table.equations['row.notProcessed.publications'], 'unknown');
      assert.equal(table.equations['colResult.naturalPerson'], 'unknown');
      assert.equal(table.equations['colBalance.naturalPerson'], 'holds');
      assert.ok(!Object.values(table.equations).includes('fails'));
    });
  }

  it('where a label is lost altogether, the place tells', () => {
    const table = requests('tabbed', (text) => changed(text, '6.属于四类过程性信息', ''));
    assert.deepEqual(table.rows, rowIds);
  });
  it('of two neighbours in the wrong order both are known', () => {
    const table = requests('tabbed', (text) => {
      const [first = '', second = ''] = ['2.重复申请', '3.要求提供公开出版物'].map(
        (label) => text.split('\n').find((line) => line.includes(label)) ?? '',
      );
      return changed(text, `${first}\n${second}`, `${second}\n${first}`);
    });
    assert.deepEqual(table.rows, rowIds);
    assert.deepEqual(table.duplicates, []);
  });
  it('what is no number keeps its state and its place', () => {
    const text = changed(
      renderReport(soundValues, 'tabbed'),
      '行政规范性文件\t12\t3\t41',
      '行政规范性文件\t/\t1O\t４１',
    );
    const { cells, texts } = read(text).tables.proactive ?? {};
    assert.deepEqual(
      ['issuedThisYear', 'repealedThisYear', 'inForce'].map(
        (column) => cells?.[`normativeDocuments/${column}`],
      ),
      ['notApplicable', 'unreadable', 41],
    );
    assert.deepEqual(
      ['issuedThisYear', 'repealedThisYear', 'inForce'].map(
        (column) => texts?.[`normativeDocuments/${column}`],
      ),
      ['/', '1O', '４１'],
    );
  });
  it('a page number between rows is no value', () => {
    const text = renderReport(soundValues, 'spaced');
    const paged = ['— 3 —', '- 4 -', '第 5 页', '第5页 共9页'].reduce(
      (before, mark, i) =>
        lineWith(
          before,
          ['2.重复申请', '3.其他 ', '1.属于国家秘密', '（七）总计'][i] ?? '',
          (line) => `${mark}\n\n${line}`,
        ),
      text,
    );
    assert.deepEqual(read(paged).tables, tablesMoved(paged, text));
  });
  it('a label that runs on in the next row of a spreadsheet is one, and its row not a blank one', () => {
    const text = renderReport(soundValues, 'sheet');
    const broken = lineWith(text, '逾期不补正', (line) => {
      const at = line.indexOf('行政机关');
      return `${line.slice(0, at)}${'\t'.repeat(12)}\n\t${line.slice(at)}`;
    });
    assert.deepEqual(read(broken).tables.requests?.cells, read(text).tables.requests?.cells);
    assert.deepEqual(codesOf(broken), []);
  });
  it('the same draft with CRLF is read the same', () => {
    for (const layout of layoutNames) {
      const text = renderReport(soundValues, layout);
      assert.deepEqual(read(text.replaceAll('\n', '\r\n')), read(text));
    }
  });
  it('a table whose section heading is lost is found all the same', () => {
    const text = changed(renderReport(soundValues, 'tabbed'), '三、收到和处理政府信息公开申请情况\n', '');
    assert.equal(Object.keys(read(text).tables.requests?.cells ?? {}).length, 175);
  });
});

/** The tables of `text`, with the ranges that they have in `paged`: all but the places is the same. */
function tablesMoved(paged: string, text: string): Reading['tables'] {
  const [there, here] = [read(paged).tables, read(text).tables];
  return Object.fromEntries(
    Object.entries(here).map(([id, table]) => [id, { ...table, ranges: there[id]?.ranges ?? {} }]),
  );
}

describe('a table with its columns in another order, or with more of them', () => {
  const whole = renderReport(soundValues, 'tabbed');
  /** The total of each applicant's row before its other values. */
  const moved = whole.replace(/(?<=[^\d\t]\t+)((?:\d+\t){6})(\d+)$/gmu, '$2\t$1').replace(/\t$/gmu, '');
  const head = (text: string): string => changed(text, '自然人\t', '总计\t自然人\t');
  const { cells } = requests('tabbed', (text) => text);
  it('is read where head and sums have the totals first', () => {
    assert.notEqual(moved, whole);
    assert.deepEqual(read(head(moved)).tables.requests?.cells, cells);
    assert.deepEqual(codesOf(head(moved)), []);
  });
  it('is read in the form’s order where either speaks against it', () => {
    assert.notDeepEqual(read(moved).tables.requests?.cells, cells);
    assert.deepEqual(read(head(whole)).tables.requests?.cells, cells);
  });
  it('gives the totals their places where one of them is wrong', () => {
    const wrong = head(moved).replace(/(信访举报投诉类申请\t)\d+/u, '$19999');
    assert.deepEqual(said(wrong, 'row-total'), ['row-total: 9999']);
  });
  it('is read with a column of remarks that hold nothing', () => {
    for (const remark of ['无', '/', '—']) {
      const text = whole.replace(/(?<=\t\d+)$/gmu, `\t${remark}`);
      assert.deepEqual(read(text).tables.requests?.cells, cells);
      assert.deepEqual(codesOf(text), []);
    }
  });
  it('is not read where a mark among the values may stand for one of them', () => {
    const text = whole.replace(/(?<=信访举报投诉类申请\t\d+\t)/u, '/\t');
    assert.deepEqual(codesOf(text), ['incomplete-row']);
  });
});

describe('the table without row labels', () => {
  const whole = renderReport(soundValues, 'tabbed');
  const row = /^(?:\d+\t){14}\d+$/mu;
  const figures = row.exec(whole)?.[0].split('\t') ?? [];
  const { cells } = read(whole).tables.proceedings ?? {};
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const groups = ['行政复议', '行政诉讼\t未经复议直接起诉', '行政诉讼\t复议后起诉'];
  const pieces = groups.map((group, i) => ({ group, own: figures.slice(i * 5, i * 5 + 5) }));
  /** The lines of the table replaced by others. */
  const drawn = (lines: readonly string[]): string => {
    const all = whole.split('\n');
    const end = all.findIndex((line) => row.test(line));
    const start = all.findLastIndex((line, i) => i < end && line.trim() === '') + 1;
    all.splice(start, end - start + 1, ...lines);
    return all.join('\n');
  };
  const expectRead = (text: string): void => {
    assert.deepEqual(read(text).tables.proceedings?.cells, cells);
    assert.deepEqual(codesOf(text), []);
  };
  it('is read where its three parts stand below each other', () => {
    expectRead(drawn(pieces.flatMap(({ group, own }) => [group, outcomes.join('\t'), own.join('\t')])));
    expectRead(drawn(pieces.flatMap(({ own }) => [own.join('\t'), ''])));
  });
  it('is read where each value stands beside its label', () => {
    expectRead(
      drawn(
        pieces.flatMap(({ group, own }) =>
          own.map((figure, i) => `${i === 0 ? group : '\t'}\t${outcomes[i]}\t${figure}`),
        ),
      ),
    );
  });
  describe('with a column of numbers before the values', () => {
    const heads = [`序号\t${groups.join('\t')}`, `\t${[...outcomes, ...outcomes, ...outcomes].join('\t')}`];
    const numbered = (own: readonly string[], mark = '1'): string[] => [...heads, [mark, ...own].join('\t')];
    const written: readonly (readonly [string, (lines: string[]) => string[]])[] = [
      ['tabs', (lines) => lines],
      ['pipes', (lines) => lines.map((line) => `| ${line.replaceAll('\t', ' | ')} |`)],
      ['spaces', (lines) => lines.map((line) => line.trim().replace(/\t+/gu, ' '))],
      ['a line for each cell', (lines) => lines.flatMap((line) => line.trim().split(/\t+/u))],
    ];
    for (const [name, write] of written)
      it(`is read without it, ${name}`, () => expectRead(drawn(write(numbered(figures)))));
    it('is read whole where the column is blank in its row', () => expectRead(drawn(numbered(figures, ''))));
    it('has no column shifted where the last value is blank', () => {
      const text = drawn(numbered([...figures.slice(0, -1), '']));
      const { 'count/litigationAfterReview.total': _, ...others } = cells ?? {};
      for (const [cell, value] of Object.entries(read(text).tables.proceedings?.cells ?? {}))
        assert.equal(value, (others as Record<string, number | null>)[cell] ?? null, cell);
      assert.ok(!codesOf(text).includes('proceedings-total'));
    });
    it('keeps a first value of 1 where no column has that head', () => {
      const one = withCells(soundValues, { 'proceedings/count/review.upheld': '1' });
      const text = renderReport(one, 'tabbed');
      assert.equal(read(text).tables.proceedings?.cells['count/review.upheld'], 1);
    });
  });
  it('is not read where a value is missing, or stands beside another label', () => {
    const beside = (labels: readonly string[]): string =>
      drawn(pieces.flatMap(({ own }) => own.map((figure, i) => `${labels[i]}\t${figure}`)));
    assert.notDeepEqual(read(beside(outcomes.toReversed())).tables.proceedings?.cells, cells);
    const short = drawn(pieces.flatMap(({ own }, i) => [own.slice(i === 2 ? 1 : 0).join('\t'), '']));
    assert.notDeepEqual(read(short).tables.proceedings?.cells, cells);
  });
});
