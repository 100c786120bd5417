/**
 * How surely wrong cells are located: random sound tables, one to three slips planted, the search run. Prints a Markdown
 * table. `true among`: what was planted is among the fewest mistakes that explain what fails; `right`: all of it is
 * named for certain, and nothing else; `wrong`: something is named for certain that is not so; `ties`: nothing
 * wrong is named, but not all that was planted; `in a tie`: how many explanations a tie has, in the middle.
 *
 *   node --import tsx test/bench/locate.ts [TABLES]
 */
import { locate } from '../support/located';
import { draws, plantedTable, plants, proceedings, requests } from '../support/planted-slips';

const tables = Number(process.argv[2] ?? 400);
const draw = draws(20_251);
const kinds = [...Object.entries(plants).map(([name, plant]) => [name, [plant]] as const)];
const any = ['any', Object.values(plants)] as const;

console.log('| table | slips | true among | right | wrong | ties | in a tie | median ms | p99 ms |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const table of [requests, proceedings]) {
  const fitting =
    table === requests ? [...kinds, any] : kinds.filter(([name]) => !/row|neighbours/u.test(name));
  for (const count of table === requests ? (process.argv[3] ?? '1,2,3').split(',').map(Number) : [1]) {
    for (const [name, plant] of fitting) {
      const results = Array.from({ length: tables }, () => locate(plantedTable(draw, table, plant, count)));
      const ties = results.filter((one) => !one.isRight && !one.isWrong);
      const times = results.map((one) => one.milliseconds).sort((a, b) => a - b);
      const sizes = ties.map((one) => one.explanations).sort((a, b) => a - b);
      const share = (n: number): string => `${((100 * n) / tables).toFixed(2)} %`;
      const count_ = (is: (one: (typeof results)[number]) => boolean): string =>
        share(results.filter(is).length);
      console.log(
        `| ${table.definition.id} | ${count} × ${name} | ${count_((one) => one.isAmong)} | ${count_((one) => one.isRight)} | ${count_((one) => one.isWrong)} | ${share(ties.length)} | ${sizes[sizes.length >> 1] ?? '–'} | ${times[tables >> 1]?.toFixed(3)} | ${times[Math.floor(tables * 0.99)]?.toFixed(2)} |`,
      );
    }
  }
}
