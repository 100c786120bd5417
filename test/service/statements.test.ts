import assert from 'node:assert/strict';
import { number } from '../support/drafts';
import { type Place, textUnder } from '../support/marks';
import { ofRequests } from '../support/prose-drafts';
import { explain, linked } from '../support/service';

const received = number('requests/new/total');
const carried = number('requests/carriedOver/total');
const left = number('requests/carriedForward/total');
const litigation =
  number('proceedings/count/litigationDirect.total') +
  number('proceedings/count/litigationAfterReview.total');
const text = ofRequests(
  `全年新收政府信息公开申请${received}件，上年结转${carried}件，其中网上${received}件、信函${carried}件；` +
    `结转下年度继续办理${left + 3}件。因政府信息公开被提起行政诉讼${litigation}件。`,
);

/** The place of the number behind some words. */
function behind(words: string): Place {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes(words));
  return { line, character: (lines[line]?.indexOf(words) ?? 0) + words.length };
}

/** A cell of the table of requests, by its row and the last of its figures. */
function cellOf(label: string): Place {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes(label) && one.includes('\t'));
  return { line, character: (lines[line]?.trimEnd().length ?? 0) - 1 };
}

describe('a number of running text', () => {
  it('shows the cell it speaks of and that they agree', () => {
    const hover = explain(text)(behind('新收政府信息公开申请'));
    assert.equal(textUnder(text, hover?.range as never), String(received));
    assert.match(hover?.value ?? '', /一、本年新收政府信息公开申请数量·总计/u);
    assert.match(hover?.value ?? '', new RegExp(`✔ 正文 ${received}，表中 ${received}：与表一致`, 'u'));
  });
  it('shows that they do not agree', () =>
    assert.match(
      explain(text)(behind('结转下年度继续办理'))?.value ?? '',
      new RegExp(`✘ 正文 ${left + 3}，表中 ${left}：与表不一致`, 'u'),
    ));
  it('shows the sum it stands in', () =>
    assert.match(
      explain(text)(behind('其中网上'))?.value ?? '',
      new RegExp(`✔ ${received}＋${carried}＝${received + carried}`, 'u'),
    ));
  it('leads to its cell', () => {
    const { cells } = linked(text, behind('结转下年度继续办理'));
    assert.deepEqual(
      cells.map((range) => textUnder(text, range)),
      [String(left)],
    );
    assert.equal(cells[0]?.start.line, cellOf('四、结转下年度继续办理').line);
  });
  it('leads to all the cells that it is the sum of', () =>
    assert.equal(linked(text, behind('被提起行政诉讼')).cells.length, 2));
  it('is found from its cell, and from itself', () => {
    for (const place of [cellOf('四、结转下年度继续办理'), behind('结转下年度继续办理')])
      assert.deepEqual(
        linked(text, place).statements.map((range) => textUnder(text, range)),
        [String(left + 3)],
      );
  });
  it('where there is none, nothing is shown and nothing led to', () => {
    const place = { line: behind('被提起行政诉讼').line, character: 1 };
    assert.equal(explain(text)(place), null);
    assert.deepEqual(linked(text, place), { cells: [], statements: [] });
  });
});
