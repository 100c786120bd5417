import assert from 'node:assert/strict';
import disclosure2019 from '../../server/forms/disclosure-2019.json';
import disclosure2021 from '../../server/forms/disclosure-2021.json';
import type { Form } from '../../server/src/form/indexed-form';
import { formForYear, loadForm, shippedForms } from '../../server/src/form/load';
import { printedTable, sheetGrid } from '../../server/src/form/sheet';

type Json = Record<string, unknown>;

/** A copy of the current edition with something changed. */
function broken(change: (form: Json) => void): unknown {
  const copy = structuredClone(disclosure2021) as unknown as Json;
  change(copy);
  return copy;
}

/** The thing at a path of names and indices. */
function at(value: unknown, ...path: readonly (string | number)[]): Json {
  return path.reduce<unknown>((one, key) => (one as Record<string | number, unknown>)[key], value) as Json;
}

/** A form file is refused with an error of one line that says where it is wrong. */
function refused(data: unknown, where: RegExp): void {
  assert.throws(
    () => loadForm(data),
    (error: Error) => {
      assert.match(error.message, where);
      assert.doesNotMatch(error.message, /\n/u);
      return true;
    },
  );
}

describe('reading a form file', () => {
  it('takes the shipped editions', () => {
    assert.deepEqual(
      shippedForms().map((form) => form.definition.id),
      ['disclosure-2021', 'disclosure-2019'],
    );
    assert.equal(loadForm(disclosure2019).definition.id, 'disclosure-2019');
  });
  it('refuses what is no form at all', () => {
    for (const data of [null, 1, 'text', [], {}]) refused(data, /form|schema/u);
  });
  it('refuses a missing property', () =>
    refused(
      broken((form) => delete form.sections),
      /sections/u,
    ));
  it('refuses a property it does not know', () =>
    refused(
      broken((form) => {
        at(form, 'sections', 0).colour = 'red';
      }),
      /sections|colour/u,
    ));
  it('refuses a value of the wrong type', () =>
    refused(
      broken((form) => {
        at(form, 'tables', 1).labelColumns = 'three';
      }),
      /tables\/1\/labelColumns/u,
    ));
  it('refuses a value that is none of those allowed', () =>
    refused(
      broken((form) => {
        at(form, 'tables', 0).groups = 'sideways';
      }),
      /tables\/0\/groups/u,
    ));
  it('refuses an empty label', () =>
    refused(
      broken((form) => {
        at(form, 'sections', 0).title = '';
      }),
      /sections\/0\/title/u,
    ));
  it('refuses an equation over a cell that the table has not', () =>
    refused(
      broken((form) => {
        at(form, 'tables', 1, 'equations', 0).right = ['sum'];
      }),
      /row\.new.*requests.*sum/u,
    ));
  it('refuses a row that fills a column that the table has not', () =>
    refused(
      broken((form) => {
        at(form, 'tables', 0, 'rows', 0).columns = ['issued'];
      }),
      /proactive.*issued/u,
    ));
});

describe('the 2021 edition', () => {
  const [form] = shippedForms() as [Form];
  const table = (id: string) => form.tableById.get(id) as NonNullable<ReturnType<Form['tableById']['get']>>;

  it('has six sections', () =>
    assert.deepEqual(
      form.sections.map((section) => section.ordinal),
      [1, 2, 3, 4, 5, 6],
    ));
  it('has 10, 175 and 15 cells', () => {
    const cells = (id: string): number => table(id).rows.reduce((sum, row) => sum + row.columns.length, 0);
    assert.deepEqual(['proactive', 'requests', 'proceedings'].map(cells), [10, 175, 15]);
  });
  it('has 42 equations: 25 rows, 7 columns of results, 7 balances, 3 groups of proceedings', () => {
    const ids = form.tables.flatMap((one) => one.equations.map((equation) => equation.id));
    assert.equal(ids.length, 42);
    assert.equal(new Set(ids).size, 42);
    const count = (family: string): number => ids.filter((id) => id.startsWith(`${family}.`)).length;
    assert.deepEqual(['row', 'colResult', 'colBalance', 'block'].map(count), [25, 7, 7, 3]);
  });
  it('adds the six columns of applicants up to the total', () => {
    const equation = table('requests').equations.find((one) => one.id === 'row.granted');
    assert.deepEqual(equation?.left, [
      'granted/naturalPerson',
      'granted/commercialEnterprise',
      'granted/researchInstitution',
      'granted/socialPublicWelfareOrg',
      'granted/legalServiceOrg',
      'granted/otherOrg',
    ]);
    assert.deepEqual(equation?.right, ['granted/total']);
  });
  it('adds 21 results up to row seven', () => {
    const equation = table('requests').equations.find((one) => one.id === 'colResult.naturalPerson');
    assert.equal(equation?.left.length, 21);
    assert.deepEqual(equation?.right, ['resultTotal/naturalPerson']);
  });
  it('balances items one and two against row seven and item four', () => {
    const equation = table('requests').equations.find((one) => one.id === 'colBalance.total');
    assert.deepEqual(equation?.left, ['new/total', 'carriedOver/total']);
    assert.deepEqual(equation?.right, ['resultTotal/total', 'carriedForward/total']);
  });
  it('adds four outcomes up to the total of their group', () => {
    const equation = table('proceedings').equations.find((one) => one.id === 'block.litigationDirect');
    assert.deepEqual(equation?.left, [
      'count/litigationDirect.upheld',
      'count/litigationDirect.corrected',
      'count/litigationDirect.otherResult',
      'count/litigationDirect.pending',
    ]);
    assert.deepEqual(equation?.right, ['count/litigationDirect.total']);
  });
});

describe('the 2019 edition', () => {
  const form = loadForm(disclosure2019);
  it('has one row under the sixth heading, so 23 rows of requests', () => {
    const table = form.tableById.get('requests');
    assert.equal(table?.rows.length, 23);
    assert.equal(table?.equations.filter((one) => one.family.id === 'row').length, 23);
    assert.equal(table?.equations.find((one) => one.id === 'colResult.total')?.left.length, 19);
  });
  it('has five groups of proactive disclosure', () =>
    assert.equal(form.tableById.get('proactive')?.definition.rows.length, 5));
});

describe('the edition for a year', () => {
  const idFor = (year: number | null): string => formForYear(shippedForms(), year).definition.id;
  it('is that of 2019 for 2019 and 2020', () =>
    assert.deepEqual([2019, 2020].map(idFor), ['disclosure-2019', 'disclosure-2019']));
  it('is that of 2021 from 2021 on', () =>
    assert.deepEqual([2021, 2024, 2099].map(idFor), [
      'disclosure-2021',
      'disclosure-2021',
      'disclosure-2021',
    ]));
  it('is the newest where the year is not known or before all editions', () =>
    assert.deepEqual([null, 2015].map(idFor), ['disclosure-2021', 'disclosure-2021']));
});

describe('the printed sheet', () => {
  const widths: Readonly<Record<string, readonly number[]>> = {
    'disclosure-2021': [4, 10, 15],
    'disclosure-2019': [4, 10, 15],
  };
  for (const form of shippedForms()) {
    const { id } = form.definition;
    it(`of ${id} is as wide as the table in every row`, () => {
      form.tables.forEach((table, i) => {
        const grid = sheetGrid(printedTable(table));
        for (const row of grid) {
          assert.equal(row.length, widths[id]?.[i], `${table.definition.id}: ${row.join('|')}`);
          for (const cell of row) assert.equal(typeof cell, 'string');
        }
      });
    });
    it(`of ${id} covers no place twice`, () => {
      for (const [i, table] of form.tables.entries()) {
        const sheet = printedTable(table);
        const area = sheet.flat().reduce((sum, cell) => sum + cell.columns * cell.rows, 0);
        assert.equal(area, sheet.length * (widths[id]?.[i] ?? 0), table.definition.id);
      }
    });
  }
});
