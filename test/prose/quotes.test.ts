import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { columnsOf, rowsOf } from '../support/form-data';
import { cellsOf, isAlarm, proseIn } from '../support/prose';

interface Quote {
  readonly id: number;
  readonly text: string;
  readonly maps: Readonly<Record<string, number>>;
  readonly sums: readonly {
    readonly total: number;
    readonly parts: readonly number[];
    readonly status: string;
  }[];
}

const file = resolve('..', 'shared', 'domain', 'prose-quotes.json');
const quotes: readonly Quote[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).quotes : [];
const rows = rowsOf('requests').map((row) => row.id);

/** The cells that a name of the collection stands for. */
function cellsNamed(name: string): string[] {
  if (name.includes('+')) return name.split('+').map((row) => `requests/${row}/total`);
  const group = /^(\w+)\(sum\d\)$/u.exec(name)?.[1];
  if (group) return rows.filter((row) => row.startsWith(`${group}.`)).map((row) => `requests/${row}/total`);
  const [first = '', last = ''] = name.replace(/\(.*\)$/u, '').split(/\.(?=[^.]*$)/u);
  if (first === 'litigation*')
    return ['litigationDirect', 'litigationAfterReview'].map((one) => `proceedings/count/${one}.${last}`);
  if (first === 'review') return [`proceedings/count/review.${last}`];
  const table = columnsOf('proactive').includes(last) ? 'proactive' : 'requests';
  return [`${table}/${first}/${last}`];
}

describe('sentences of real reports', () => {
  before(function () {
    if (quotes.length > 0) return;
    console.log('  left out: sentences of real reports (no collection of them beside this checkout)');
    this.skip();
  });

  it('are bound to the cells they speak of, and their sums read as they are meant', () => {
    let expected = 0;
    let bound = 0;
    const misbound: string[] = [];
    let sums = 0;
    let asGiven = 0;
    let wrong = 0;
    let wrongFound = 0;
    const falseAlarms: string[] = [];
    const missed: string[] = [];
    for (const { id, text, maps, sums: given } of quotes) {
      const { facts, sums: found } = proseIn(text);
      for (const [name, value] of Object.entries(maps)) {
        const cells = cellsNamed(name).sort();
        expected++;
        const fits = facts.filter((fact) =>
          [
            cellsOf(fact),
            ...fact.readings.map((reading) => reading.map((one) => `${one.table}/${one.key}`).sort()),
          ].some((one) => one.join() === cells.join()),
        );
        if (fits.some((fact) => fact.value === value)) bound++;
        else missed.push(`${id} ${name}`);
        // A number that may mean two things is not held to either.
        misbound.push(
          ...fits
            .filter((one) => one.isSure && one.readings.length === 1 && one.value !== value)
            .map((one) => `${id} ${one.text}`),
        );
      }
      for (const sum of given) {
        const isRight = sum.status === 'equal';
        if (isRight) sums++;
        else wrong++;
        const same = found.some(
          (one) => one.total === sum.total && one.parts.map((part) => part.value).join() === sum.parts.join(),
        );
        if (isRight && same) asGiven++;
        if (!isRight && found.some((one) => isAlarm(one) && one.total === sum.total)) wrongFound++;
      }
      if (given.every((sum) => sum.status === 'equal'))
        falseAlarms.push(...found.filter(isAlarm).map((one) => `${id}: ${one.total}`));
    }
    console.log(`
      sentences                            ${quotes.length}
      numbers bound to their cells         ${bound} of ${expected}
      bound to a cell of another number    ${misbound.length}
      right sums read as they are meant    ${asGiven} of ${sums}
      right sums raising an alarm          ${falseAlarms.length}
      wrong sums found                     ${wrongFound} of ${wrong}
      not bound: ${missed.join(', ')}`);
    assert.deepEqual(falseAlarms, []);
    assert.deepEqual(misbound, []);
    assert.equal(wrongFound, wrong);
    assert.ok(bound >= expected * 0.8, `${bound} of ${expected} bound`);
    assert.ok(asGiven >= sums * 0.8, `${asGiven} of ${sums} sums`);
  });
});
