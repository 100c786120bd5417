/**
 * How surely wrong cells are located: random sound tables, one to three slips planted, the search run. Prints a Markdown
 * table. `true among`: what was planted is among the fewest mistakes that explain what fails; `right`: all of it is
 * named for certain, and nothing else; `wrong`: something is named for certain that is not so; `ties`: nothing
 * wrong is named, but not all that was planted; `with several`: in how many of all tables a tie has several
 * explanations by equally few mistakes, so that nothing in the table tells them apart but how likely each is
 * (the other ties have one that does not stand up to those by one mistake more); `real ties`: in how many of all tables
 * another explanation of the same kinds of slips is as likely as what was planted, so that nobody could tell; `in a tie`:
 * how many explanations a tie has, in the middle. Times are those of the first thousand tables: each search is run three
 * times there and the quickest counts, for what the machine does meanwhile is nothing of ours. Tables are
 * `scattered`, every cell drawn by itself, or `as real`: few rows in use and natural persons ahead in nearly all.
 *
 *   node --import tsx test/bench/locate.ts [TABLES [SEED]]
 */
import { type Located, locate } from '../support/located';
import {
  draws,
  plantedTable,
  plants,
  proceedings,
  realisticRequests,
  requests,
  soundProceedings,
  soundRequests,
} from '../support/planted-slips';

const tables = Number(process.argv[2] ?? 400);
const timedTables = Math.min(tables, 1000);
const draw = draws(Number(process.argv[3] ?? 20_251));
const kinds = Object.entries(plants).map(([name, plant]) => [name, [plant]] as const);
const any = ['any', Object.values(plants)] as const;
// A table of one row has no neighbours to be exchanged with and none to be shifted to.
const ofOneCell = kinds.filter(([name]) => !/row|neighbours/u.test(name));

const columns = [
  'table',
  'slips',
  'true among',
  'right',
  'wrong',
  'ties',
  'with several',
  'real ties',
  'in a tie',
];
const head = [...columns, 'median ms', 'p99 ms'];
console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
for (const count of [1, 2, 3]) {
  for (const kind of [...kinds, any]) {
    print('scattered', soundRequests, count, kind);
    print('as real', realisticRequests, count, kind);
  }
}
for (const kind of ofOneCell) print('proceedings', soundProceedings, 1, kind);

function print(
  tableName: string,
  sound: typeof soundRequests,
  count: number,
  [name, chosen]: (typeof kinds)[number] | typeof any,
): void {
  const table = sound === soundProceedings ? proceedings : requests;
  const results = Array.from({ length: tables }, (_, i) =>
    locate(plantedTable(draw, table, chosen, count, sound), i < timedTables ? 3 : 1),
  );
  const share = (is: (one: Located) => boolean): string =>
    `${((100 * results.filter(is).length) / tables).toFixed(2)} %`;
  const isTie = (one: Located): boolean => !one.isRight && !one.isWrong;
  const sizes = sorted(results.filter(isTie).map((one) => one.explanations));
  const times = sorted(results.slice(0, timedTables).map((one) => one.milliseconds));
  const cells = [
    tableName,
    `${count} × ${name}`,
    share((one) => one.isAmong),
    share((one) => one.isRight),
    share((one) => one.isWrong),
    share(isTie),
    share((one) => isTie(one) && one.explanations > 1),
    share((one) => isTie(one) && one.isRealTie),
    sizes[sizes.length >> 1] ?? '–',
    times[timedTables >> 1]?.toFixed(3),
    times[Math.floor(timedTables * 0.99)]?.toFixed(2),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
