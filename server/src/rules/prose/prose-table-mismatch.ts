import type { Fact } from '../../prose/fact';
import { type Agreement, agreementsOf, cellsIn } from '../../reconcile/agreement';
import { reconcile } from '../../reconcile/equations';
import { causesIn } from '../../reconcile/report-causes';
import type { Report } from '../../report/report';
import { correctionsOf, writtenAs } from '../arithmetic/repairs';
import { placed } from '../names';
import { defineRule, type Fix } from '../rule';
import { cellPlaces, numberText, quoted, readingName, textAt } from './wording';

/** C01–C09: what the text says of a cell is what the cell says. */
export const proseTableMismatch = defineRule<Agreement>({
  code: 'prose-table-mismatch',
  catalogueCode: 'C01',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  judges: 'figures',
  title: { zh: '正文与表不一致', en: 'The text and the table disagree' },
  detect(report) {
    return agreementsOf(report).filter(
      (one) =>
        one.state === 'differs' && one.placed.fact.kind !== 'completion' && !isTableToBlame(one, report),
    );
  },
  render({ placed: { fact, range }, reading, inTable }, report) {
    const name = readingName(reading, report);
    const table = inTable === null ? '' : String(inTable);
    const own = quoted(fact);
    const isLoose =
      fact.kind === 'claim' ||
      reading.every((one) => one.table === 'proactive' && one.key.endsWith('decisionsThisYear'));
    return {
      range,
      ...(isLoose ? { severity: 'warning' as const } : {}),
      message:
        fact.kind === 'count'
          ? {
              zh: `正文${own.zh}与表不一致：正文 ${numberText(fact)} ≠ 表中“${name}” ${table}。请核对后按表改正文，或改表`,
              en: `The text says ${numberText(fact)} (${own.en}), the table ${table} (“${name}”). Check which is right and change the other`,
            }
          : {
              zh: `正文称${own.zh}，表中“${name}”为 ${table}（应为 ${fact.value}）。请核对后改正文或改表`,
              en: `The text says ${own.en}, but “${name}” is ${table} in the table, not ${fact.value}. Check which is right`,
            },
      related: cellPlaces(reading, report),
      suspects: cellPlaces(reading, report).map((place) => place.range),
    };
  },
  fix(one, report) {
    const {
      placed: { fact, range },
      reading,
      inTable,
    } = one;
    const written = textAt(report, range);
    const cells = cellsIn(reading, report);
    const [only] = cells;
    const fixes: Fix[] = [];
    const isPlain = fact.kind === 'count' && !fact.isSpelled && /^[\d０-９,，]+$/u.test(written);
    if (isPlain && inTable !== null && Number.isInteger(inTable) && inTable >= 0)
      fixes.push({
        title: { zh: `按表改正文：${inTable}`, en: `Change the text to the table’s ${inTable}` },
        preferred: isTableProven(one, report),
        edits: [{ range, newText: writtenAs(inTable, written) }],
      });
    if (only && cells.length === 1 && !isSettled(one, report))
      fixes.push({
        title: { zh: `按正文改表：${fact.value}`, en: `Change the table to the text’s ${fact.value}` },
        preferred: false,
        edits: [
          { range: placed(only.table, only.cell.range), newText: writtenAs(fact.value, only.cell.text) },
        ],
      });
    return fixes;
  },
  documentation: {
    explanation: {
      zh: '正文写出的件数（收到、结转、办结、各种办理结果、申请人、复议诉讼、规范性文件、许可处罚等）应当与表中对应的格一致；“未收到”“均维持”“全部办结”也要与表一致。',
      en: 'Numbers stated in the text (received, carried over, settled, results, applicants, cases, documents, decisions) must be those of the table; so must 未收到, 均维持 and 全部办结.',
    },
    rationale: {
      zh: '《政府信息公开条例》第五十条；国办公开办函〔2021〕30号要求内容准确。同一件事在正文与表中是同一个数。',
      en: 'Article 50 of the Regulations on Open Government Information; 国办公开办函〔2021〕30号 demands accurate contents.',
    },
    silence: {
      zh: '约数、上年数、同比数，“全市”“备案”等更大范围的数，点名其他机关的数，说法不能确定对应哪一格的数，都不核对；按另一种通行口径（如受理数含上年结转）相符的，也不报。表中错格已另行指出、且改后与正文相符的，不重复报。',
      en: 'Round numbers, numbers of other years, of a wider scope (全市, 备案) or of other bodies, and numbers whose cell is not beyond doubt are not held against the table; nor is a number that agrees in another usual way of counting. Where a wrong cell is reported and its correction agrees with the text, nothing is said twice.',
    },
    examples: [
      { right: '2024年新收政府信息公开申请6件', wrong: '2024年新收政府信息公开申请9件' },
      {
        right: '上年结转1件，全年办结6件，结转下年度继续办理1件。',
        wrong: '上年结转1件，全年办结6件，结转下年度继续办理2件。',
        alsoRight: ['上年结转1件，全年办结6件，另有1件正在办理。', '上年结转1件，全市共办结60件。'],
      },
    ],
  },
});

/** Whether a finding on the table already says so: with its correction the table agrees with the text. */
function isTableToBlame({ placed: { fact }, reading }: Agreement, report: Report): boolean {
  return cellsIn(reading, report).some(({ table, cell }) => {
    const rest = (cell.value ?? 0) - (sumOf(reading, report) - fact.value);
    return causesIn(report, table).some(({ culprit, alternatives }) =>
      (culprit ? [[culprit]] : alternatives).some((repairs) =>
        correctionsOf(repairs).some(({ key, value }) => key === cell.key && value === rest),
      ),
    );
  });
}

function sumOf(reading: Agreement['reading'], report: Report): number {
  return cellsIn(reading, report).reduce(
    (sum, { cell }, i) => sum + (reading[i]?.sign ?? 1) * (cell.value ?? 0),
    0,
  );
}

/** Whether every equation of the cells holds: the table is right as it stands. */
function isSettled({ reading }: Agreement, report: Report): boolean {
  return cellsIn(reading, report).every(({ table, cell }) => {
    const reconciliation = reconcile(table.table);
    const own = table.table.form.equationsOf.get(cell.key) ?? [];
    return own.length > 1 && own.every(({ id }) => reconciliation.byId(id)?.state === 'holds');
  });
}

/** The table is proven where its equations hold with its number only, and no sum of the text needs the other one. */
function isTableProven(one: Agreement, report: Report): boolean {
  const { fact } = one.placed;
  if (fact.readings.length > 1 || one.reading.length > 1 || !isSettled(one, report)) return false;
  return !report.memo.get(summedKey, factsInSums, report).has(fact);
}

const summedKey = {};

/** The facts that sums of the text hold with. */
function factsInSums({ prose }: Report): ReadonlySet<Fact> {
  const summed = new Set<Fact>();
  for (const { reading } of prose)
    for (const { state, totals, parts } of reading.sums)
      if (state === 'holds') for (const fact of [...totals, ...parts]) summed.add(fact);
  return summed;
}
