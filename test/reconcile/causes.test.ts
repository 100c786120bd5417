import assert from 'node:assert/strict';
import { findingsOf } from '../support/check';
import { changed, textUnder } from '../support/marks';
import { renderReport } from '../support/render';
import { soundValues, withCells } from '../support/values';

const number = (name: string): number => Number(soundValues.cells.get(name));
const other = (name: string): string => String(number(name) + 5);

/** `code: what is written there → what the preferred fix writes`, or `?` where no answer is the one. */
function blamed(text: string): string[] {
  return findingsOf(text).map((finding) => {
    const fix = finding.fixes.find((one) => one.preferred);
    return `${finding.code}: ${textUnder(text, finding.range)} → ${fix?.edits[0]?.newText ?? '?'}`;
  });
}

function withWrong(...names: readonly string[]): string {
  return renderReport(
    withCells(soundValues, Object.fromEntries(names.map((name) => [name, other(name)]))),
    'tabbed',
  );
}

/** The last numbers of a row made unreadable. */
function unread(text: string, label: string, count: number): string {
  const row = text.split('\n').find((line) => line.includes(label)) ?? '';
  const cells = row.split('\t');
  return changed(text, row, [...cells.slice(0, -count), ...cells.slice(-count).map(() => '?')].join('\t'));
}

describe('the cause of what fails', () => {
  it('is the total that breaks its row and its column, and is proven', () => {
    const name = 'requests/granted/total';
    assert.deepEqual(blamed(withWrong(name)), [`row-total: ${other(name)} → ${number(name)}`]);
  });
  it('is the grand total that breaks three equations at once', () => {
    const name = 'requests/resultTotal/total';
    assert.deepEqual(blamed(withWrong(name)), [`row-total: ${other(name)} → ${number(name)}`]);
  });
  it('names every equation it breaks, each once, with its numbers', () => {
    const name = 'requests/resultTotal/total';
    const [finding] = findingsOf(withWrong(name));
    assert.equal(finding?.related.length, 3);
    for (const { message } of finding?.related ?? []) assert.ok(message.zh.includes(other(name)), message.zh);
    const places = finding?.related.map(({ range }) => `${range.start.line}:${range.start.character}`);
    assert.equal(new Set(places).size, 3);
  });
  it('is several when several totals are wrong', () => {
    const names = ['requests/granted/total', 'requests/carriedForward/total'];
    assert.deepEqual(
      blamed(withWrong(...names)).sort(),
      names.map((name) => `row-total: ${other(name)} → ${number(name)}`).sort(),
    );
  });
  it('never offers as certain a total that agrees with a wrong addend', () => {
    const text = withWrong('requests/granted/naturalPerson');
    const findings = findingsOf(text);
    assert.ok(findings.length > 0);
    const sum = String(number('requests/granted/total') + 5);
    const certain = findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred));
    for (const { edits } of certain) for (const { newText } of edits) assert.notEqual(newText, sum);
  });
  it('is not proven where no other equation bears witness', () => {
    const name = 'proceedings/count/review.total';
    assert.deepEqual(blamed(withWrong(name)), [`proceedings-total: ${other(name)} → ?`]);
    const [finding] = findingsOf(withWrong(name));
    assert.deepEqual(
      finding?.fixes.some((fix) => fix.edits[0]?.newText === String(number(name))),
      true,
    );
  });
  it('is proven where a cell that cannot be read is left no choice, and says what that must be', () => {
    const text = unread(withWrong('requests/granted/total'), '重复申请', 1);
    const findings = findingsOf(text).filter((finding) => finding.code === 'row-total');
    const fixes = findings.flatMap((finding) => finding.fixes.filter((fix) => fix.preferred));
    assert.deepEqual(
      fixes.map((fix) => fix.edits[0]?.newText),
      [String(number('requests/granted/total'))],
    );
  });
  it('is not proven where what would witness cannot be read', () => {
    const text = unread(unread(withWrong('requests/granted/total'), '重复申请', 1), '信访举报投诉', 4);
    assert.deepEqual(
      findingsOf(text)
        .filter((finding) => finding.code === 'row-total')
        .flatMap((finding) => finding.fixes.filter((fix) => fix.preferred)),
      [],
    );
  });
  it('is never sought in what only unread cells contradict', () => {
    // Its row and its column want different numbers of the unread cell, but no equation that can be read fails.
    const text = unread(
      renderReport(
        withCells(soundValues, {
          'requests/notProcessed.duplicate/naturalPerson': other(
            'requests/notProcessed.duplicate/naturalPerson',
          ),
        }),
        'tabbed',
      ),
      '重复申请',
      1,
    );
    assert.ok(findingsOf(text).every((finding) => finding.code !== 'row-total'));
  });
  it('of a tie offers every explanation with its reason, none preferred, and says what all have in common', () => {
    const names = ['requests/granted/total', 'requests/unable.notHeld/total'] as const;
    const text = renderReport(
      withCells(soundValues, {
        [names[0]]: String(number(names[0]) + 1),
        [names[1]]: String(number(names[1]) - 1),
      }),
      'tabbed',
    );
    const [finding, ...others] = findingsOf(text);
    assert.deepEqual(others, []);
    assert.ok(finding && finding.fixes.length > 1);
    assert.deepEqual(
      finding.fixes.filter((fix) => fix.preferred),
      [],
    );
    assert.match(finding.message.zh, /有 \d 种改法/u);
    for (const { title, edits } of finding.fixes) {
      assert.match(title.zh, /现为 \d+/u);
      assert.equal(edits.length, 2);
    }
    assert.ok(finding.fixes.some(({ title }) => title.zh.includes('一位数字有误')));
  });
  it('offers no total below zero', () => {
    const text = renderReport(
      withCells(soundValues, { 'requests/granted/naturalPerson': '-99', 'requests/granted/total': '3' }),
      'tabbed',
    );
    for (const { fixes } of findingsOf(text))
      for (const { edits } of fixes)
        for (const { newText } of edits) assert.doesNotMatch(newText, /^[-−－]/u);
  });
});
