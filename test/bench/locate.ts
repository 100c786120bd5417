/**
 * How surely wrong cells are located: random sound tables, one to three slips planted, the search run. Prints a Markdown
 * table. `true among`: what was planted is among the fewest mistakes that explain what fails; `right`: all of it is
 * named for certain, and nothing else; `wrong`: something is named for certain that is not so; `ties`: nothing
 * wrong is named, but not all that was planted; `with several`: in how many of all tables a tie has several
 * explanations by equally few mistakes, so that nothing in the table tells them apart but how likely each is
 * (the other ties have one that does not stand up to those by one mistake more); `in a tie`: how many
 * explanations a tie has, in the middle. Each search is run three times and the quickest counts.
 *
 *   node --import tsx test/bench/locate.ts [TABLES]
 */
import { type Located, locate } from '../support/located';
import { draws, plantedTable, plants, proceedings, requests } from '../support/planted-slips';

const tables = Number(process.argv[2] ?? 400);
const draw = draws(20_251);
const kinds = Object.entries(plants).map(([name, plant]) => [name, [plant]] as const);
const any = ['any', Object.values(plants)] as const;
// A table of one row has no neighbours to be exchanged with and none to be shifted to.
const ofOneCell = kinds.filter(([name]) => !/row|neighbours/u.test(name));

const columns = ['table', 'slips', 'true among', 'right', 'wrong', 'ties', 'with several', 'in a tie'];
const head = [...columns, 'median ms', 'p99 ms'];
console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
for (const count of [1, 2, 3]) for (const kind of [...kinds, any]) print(requests, count, kind);
for (const kind of ofOneCell) print(proceedings, 1, kind);

function print(
  table: typeof requests,
  count: number,
  [name, chosen]: (typeof kinds)[number] | typeof any,
): void {
  const results = Array.from({ length: tables }, () => locate(plantedTable(draw, table, chosen, count)));
  const share = (is: (one: Located) => boolean): string =>
    `${((100 * results.filter(is).length) / tables).toFixed(2)} %`;
  const isTie = (one: Located): boolean => !one.isRight && !one.isWrong;
  const sizes = sorted(results.filter(isTie).map((one) => one.explanations));
  const times = sorted(results.map((one) => one.milliseconds));
  const cells = [
    table.definition.id,
    `${count} × ${name}`,
    share((one) => one.isAmong),
    share((one) => one.isRight),
    share((one) => one.isWrong),
    share(isTie),
    share((one) => isTie(one) && one.explanations > 1),
    sizes[sizes.length >> 1] ?? '–',
    times[tables >> 1]?.toFixed(3),
    times[Math.floor(tables * 0.99)]?.toFixed(2),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
