import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codesOf, findingsOf } from '../support/check';
import { runs, textUnder } from '../support/marks';
import { read } from '../support/reading';
import { allLayoutNames, renderReport } from '../support/render';
import { consistentReports, type ReportValues, soundValues, totals, withCells } from '../support/values';

const tables = ['proactive', 'requests', 'proceedings'];
const equationCodes = ['row-total', 'result-total', 'carry-balance', 'proceedings-total'];

/** Every cell is read with its value, and stands where its range says. */
function expectCells(text: string, values: ReportValues): void {
  const { reports, year, organization, tables: found } = read(text);
  assert.equal(reports, 1);
  assert.equal(year, values.year);
  assert.equal(organization, values.organization);
  for (const id of tables) {
    const expected = [...values.cells].filter(([name]) => name.startsWith(`${id}/`));
    const table = found[id];
    assert.ok(table, `table ${id} is read`);
    assert.deepEqual(
      { ...table.cells },
      Object.fromEntries(expected.map(([name, written]) => [name.slice(id.length + 1), Number(written)])),
    );
    assert.deepEqual(
      { ...table.texts },
      Object.fromEntries(expected.map(([name, written]) => [name.slice(id.length + 1), written])),
    );
  }
}

describe('a report in any layout', () => {
  for (const layout of allLayoutNames) {
    it(`${layout}: the same sections, the same cells, nothing to find`, () => {
      const text = renderReport(soundValues, layout);
      expectCells(text, soundValues);
      assert.deepEqual(read(text).sections, [
        'overview',
        'proactive',
        'requests',
        'proceedings',
        'issues',
        'other',
      ]);
      assert.deepEqual(codesOf(text), []);
    });

    it(`${layout}: random sound reports are read whole and nothing is found`, () => {
      fc.assert(
        fc.property(consistentReports, (values) => {
          const text = renderReport(values, layout);
          expectCells(text, values);
          assert.deepEqual(codesOf(text), []);
        }),
        { numRuns: runs(200) },
      );
    }).timeout(600_000);

    it(`${layout}: one wrong total is one finding, on that cell`, () => {
      fc.assert(
        fc.property(
          consistentReports,
          fc.constantFrom(...totals),
          fc.integer({ min: 1, max: 99 }),
          (values, total, slip) => {
            const right = Number(values.cells.get(total));
            const wrong = String(right + slip);
            const text = renderReport(withCells(values, { [total]: wrong }), layout);
            const findings = findingsOf(text);
            assert.equal(findings.length, 1, findings.map(({ code }) => code).join());
            const [finding] = findings;
            assert.ok(finding && equationCodes.includes(finding.code));
            const [table = '', ...cell] = total.split('/');
            assert.deepEqual(finding.range, read(text).tables[table]?.ranges[cell.join('/')]);
            assert.equal(textUnder(text, finding.range), wrong);
            // Every total of requests stands in a second equation that bears witness; one of proceedings in none.
            const isProven = table === 'requests';
            assert.deepEqual(
              finding.fixes
                .filter((fix) => fix.preferred)
                .map((fix) => fix.edits.map((edit) => edit.newText)),
              isProven ? [[String(right)]] : [],
            );
          },
        ),
        { numRuns: runs(200) },
      );
    }).timeout(600_000);
  }

  it('the codes of a planted slip do not depend on the layout', () => {
    fc.assert(
      fc.property(
        consistentReports,
        fc.constantFrom(...[...soundValues.cells.keys()].filter((name) => !name.startsWith('proactive/'))),
        fc.integer({ min: 1, max: 20 }),
        (values, cell, slip) => {
          const planted = withCells(values, { [cell]: String(Number(values.cells.get(cell)) + slip) });
          const [first = '', ...rest] = allLayoutNames.map((layout) =>
            codesOf(renderReport(planted, layout)).join(),
          );
          for (const codes of rest) assert.equal(codes, first);
          assert.notEqual(first, '');
        },
      ),
      { numRuns: runs(40) },
    );
  }).timeout(600_000);
});
