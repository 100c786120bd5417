import assert from 'node:assert/strict';
import { shippedForms } from '../../server/src/form/load';
import { bindReports } from '../../server/src/report/report';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';
import { codesOf, findingsOf } from '../support/check';
import { sound } from '../support/drafts';
import { layoutNames } from '../support/render';
import { soundValues, withCells } from '../support/values';

/** The organizations and years of the reports in a file, with the lines each spans. */
function reportsIn(text: string): string[] {
  return bindReports(parse(sourceOf(text)), shippedForms()).map(
    ({ organization, year, range }) => `${organization} ${year} ${range.start.line}-${range.end.line}`,
  );
}

const first = sound('tabbed');
const lines = first.split('\n').length;

describe('a file of several reports', () => {
  for (const layout of layoutNames) {
    it(`is bound title by title, ${layout}`, () => {
      const second = sound(layout, { ...soundValues, organization: '白鹭市审计局', year: 2023 });
      const all = reportsIn(`${first}\n${second}`);
      assert.equal(all.length, 2);
      assert.ok(all[1]?.startsWith(`白鹭市审计局 2023 ${lines}-`), all[1]);
      assert.deepEqual(codesOf(`${first}\n${second}`), []);
    });
  }
  it('is checked report by report', () => {
    const wrong = sound('tabbed', withCells(soundValues, { 'requests/granted/total': '9999' }));
    const findings = findingsOf(`${first}\n${wrong}`);
    assert.deepEqual(
      findings.map((one) => one.code),
      ['row-total'],
    );
    assert.ok((findings[0]?.range.start.line ?? 0) > lines);
  });
  it('is one report where its title heads every page', () => {
    const title = first.split('\n')[0] ?? '';
    const paged = first
      .replaceAll('\n二、', `\n${title}\n二、`)
      .replaceAll('\n四、政府', `\n${title}\n\n四、政府`)
      .replaceAll('\n六、', `\n${title}\n\n六、`);
    assert.equal(reportsIn(paged).length, 1);
    assert.deepEqual(codesOf(paged), []);
  });
  it('is one report where a page lists those of other years before it', () => {
    for (const name of ['', soundValues.organization])
      for (const lineEnd of ['\n', '\n\n'])
        for (const end of ['\n', '\n\n']) {
          const list = [2024, 2023, 2022].map((year) => `${name}${year}年政府信息公开工作年度报告`);
          const text = `${list.join(lineEnd)}${end}${first}${end}${list.join(lineEnd)}`;
          assert.deepEqual(reportsIn(text).length, 1);
          assert.ok(reportsIn(text)[0]?.startsWith(`${soundValues.organization} ${soundValues.year} `));
          assert.deepEqual(codesOf(text), []);
        }
  });
  it('is one report where a cover and a table of contents come first', () => {
    const title = first.split('\n')[0] ?? '';
    const contents = first.split('\n').filter((line) => /^[一二三四五六]、.*(?:情况|事项)$/u.test(line));
    const text = [title, '', ...contents, '', first].join('\n');
    assert.equal(reportsIn(text).length, 1);
    assert.deepEqual(codesOf(text), []);
  });
  it('is one report where an opening stands between the table of contents, with its page numbers, and the text', () => {
    const [title = '', ...rest] = first.split('\n');
    const contents = rest
      .filter((line) => /^[一二三四五六]、.*(?:情况|事项)$/u.test(line))
      .map((line, i) => `${line}……${i + 2}`);
    const text = [
      title,
      '',
      '目录',
      ...contents,
      '',
      '现将本局年度工作报告如下，数据截至年末。',
      ...rest,
    ].join('\n');
    assert.deepEqual(codesOf(text), []);
  });
});
