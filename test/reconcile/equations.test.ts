import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../support/marks';
import { read } from '../support/reading';
import { renderReport } from '../support/render';
import { consistentReports, soundValues, withCells } from '../support/values';

/** The equations that do not hold once some cells have another text: `id: state`, in the form's order. */
function disturbed(changes: Readonly<Record<string, string>>): string[] {
  const { tables } = read(renderReport(withCells(soundValues, changes), 'tabbed'));
  return Object.values(tables).flatMap((table) =>
    Object.entries(table.equations)
      .filter(([, state]) => state !== 'holds')
      .map(([id, state]) => `${id}: ${state}`),
  );
}

describe('the equations of a draft', () => {
  it('all hold in a sound one', () => assert.deepEqual(disturbed({}), []));
  it('fail where a cell in them is wrong: its row, its column', () => {
    assert.deepEqual(disturbed({ 'requests/granted/naturalPerson': '99' }), [
      'row.granted: fails',
      'colResult.naturalPerson: fails',
    ]);
    assert.deepEqual(disturbed({ 'requests/new/naturalPerson': '999' }), [
      'row.new: fails',
      'colBalance.naturalPerson: fails',
    ]);
    assert.deepEqual(disturbed({ 'requests/resultTotal/total': '9' }), [
      'row.resultTotal: fails',
      'colResult.total: fails',
      'colBalance.total: fails',
    ]);
    assert.deepEqual(disturbed({ 'proceedings/count/review.pending': '9' }), ['block.review: fails']);
  });
  for (const text of ['/', '—', '无', '1O', '00', '?']) {
    it(`are not checked where a cell in them holds “${text}”`, () => {
      assert.deepEqual(disturbed({ 'requests/granted/researchInstitution': text }), [
        'row.granted: unknown',
        'colResult.researchInstitution: unknown',
      ]);
    });
    it(`are not checked where the first cell of a row holds “${text}”`, () => {
      assert.deepEqual(disturbed({ 'requests/granted/naturalPerson': text }), [
        'row.granted: unknown',
        'colResult.naturalPerson: unknown',
      ]);
    });
    it(`are not checked where the last cell of a row holds “${text}”`, () => {
      assert.deepEqual(disturbed({ 'requests/granted/total': text }), [
        'row.granted: unknown',
        'colResult.total: unknown',
      ]);
    });
  }
  it('that fail beside one that cannot be checked still fail', () => {
    assert.deepEqual(
      disturbed({ 'requests/granted/naturalPerson': '/', 'requests/new/commercialEnterprise': '77' }),
      [
        'row.new: fails',
        'row.granted: unknown',
        'colResult.naturalPerson: unknown',
        'colBalance.commercialEnterprise: fails',
      ],
    );
  });
  it('are exact in numbers near the greatest that are read', () => {
    const row = Object.fromEntries(
      [
        ...['commercialEnterprise', 'researchInstitution', 'socialPublicWelfareOrg', 'legalServiceOrg'],
        'otherOrg',
      ].map((column) => [`requests/granted/${column}`, '0']),
    );
    const state = (person: string, total: string): string | undefined =>
      read(
        renderReport(
          withCells(soundValues, {
            ...row,
            'requests/granted/naturalPerson': person,
            'requests/granted/total': total,
          }),
          'tabbed',
        ),
      ).tables.requests?.equations['row.granted'];
    assert.equal(state('9999999999', '9999999999'), 'holds');
    assert.equal(state('9999999999', '9999999998'), 'fails');
  });
  it('hold or fail as plain arithmetic says, whatever two cells are changed', () => {
    const names = [...soundValues.cells.keys()].filter((name) => name.startsWith('requests/'));
    fc.assert(
      fc.property(
        consistentReports,
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
        fc.nat(200),
        (values, chosen, value) => {
          const changedValues = withCells(
            values,
            Object.fromEntries(chosen.map((name) => [name, String(value)])),
          );
          const number = (row: string, column: string): number =>
            Number(changedValues.cells.get(`requests/${row}/${column}`));
          const { equations = {} } = read(renderReport(changedValues, 'tabbed')).tables.requests ?? {};
          for (const [id, state] of Object.entries(equations)) {
            if (!id.startsWith('colBalance.')) continue;
            const column = id.slice('colBalance.'.length);
            const holds =
              number('new', column) + number('carriedOver', column) ===
              number('resultTotal', column) + number('carriedForward', column);
            assert.equal(state, holds ? 'holds' : 'fails', id);
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
