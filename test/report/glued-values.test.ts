import assert from 'node:assert/strict';
import { codesOf } from '../support/check';
import { number, sectionText, sound } from '../support/drafts';
import { changed } from '../support/marks';
import { read } from '../support/reading';

/** A report pasted out of a page without the lines of its tables: the cells of a row stand one behind the other. */
function runTogether(value: (figure: string) => string = (figure) => figure): string {
  return sound('tabbed')
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => (/^[\d.]+$/u.test(cell) ? value(cell) : cell))
        .join(''),
    )
    .join('\n');
}

describe('rows that have run together', () => {
  it('are read where they hold nothing but a zero for each column', () => {
    const text = runTogether(() => '0');
    const { proactive, requests, proceedings } = read(text).tables;
    assert.equal(proactive?.texts['regulations/inForce'], '0');
    assert.equal(requests?.cells['new/total'], 0);
    assert.equal(requests?.cells['granted/naturalPerson'], 0);
    assert.deepEqual(requests?.missing, []);
    assert.equal(proceedings?.cells['count/review.total'], 0);
    assert.deepEqual(codesOf(text), []);
  });
  it('are not guessed at where they could be parted otherwise, nor said to be missing', () => {
    const said = new Set(codesOf(runTogether()));
    for (const code of said) assert.match(code, /^(?:incomplete-row|unreadable-table)$/u);
    assert.ok(said.size > 0);
  });
  it('a figure behind a label and before other values may be the mark of a footnote', () => {
    const text = sound('spaced').replace('（七）总计 ', '（七）总计1 ');
    assert.deepEqual(codesOf(text), []);
  });
});

describe('a table on one line', () => {
  it('is read row by row', () => {
    const whole = read(sound('spaced')).tables;
    const ids = ['proactive', 'requests', 'proceedings'] as const;
    const text = ids.reduce((before, id) => {
      const section = sectionText(before, id);
      const [heading = '', ...lines] = section.split('\n');
      return changed(before, section, `${heading}\n${lines.join(' ').trim()}\n\n`);
    }, sound('spaced'));
    const { tables } = read(text);
    for (const id of ids) assert.deepEqual(tables[id]?.cells, whole[id]?.cells, id);
    assert.deepEqual(codesOf(text), []);
  });
});

describe('labels that nothing follows', () => {
  it('are rows that are not filled in, and not missing', () => {
    const lines = sound('stacked').split('\n');
    const text = lines.filter((line) => !/^[\d.,]+$/u.test(line)).join('\n');
    const said = codesOf(text).filter((code) => code === 'missing-row' || code === 'missing-table');
    assert.deepEqual(said, []);
  });
});

const decisions = number('proactive/adminPenalty/decisionsThisYear');

describe('a value that runs on from its label', () => {
  it('is read where the row has one value, with its own characters as range', () => {
    const text = changed(sound('piped'), `| 行政处罚 | ${decisions} |`, `| 行政处罚${decisions} | |`);
    const { proactive } = read(text).tables;
    assert.equal(proactive?.cells['adminPenalty/decisionsThisYear'], decisions);
    assert.equal(proactive?.texts['adminPenalty/decisionsThisYear'], String(decisions));
    assert.deepEqual(codesOf(text), []);
  });
  it('is not split off where the row has more values than one', () => {
    const granted = number('requests/granted/naturalPerson');
    const text = sound('spaced').replace(`（一）予以公开 ${granted} `, `（一）予以公开${granted} `);
    assert.deepEqual(
      codesOf(text).filter((code) => code !== 'incomplete-row' && code !== 'missing-row'),
      [],
    );
  });
});
