import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { build as bundle } from 'esbuild';
import MarkdownIt from 'markdown-it';
import type { Form } from '../../server/src/form/indexed-form';
import { shippedForms } from '../../server/src/form/load';
import { readBlocks } from '../../server/src/prose/chains';
import { bindReports, type Report } from '../../server/src/report/report';
import { analyse } from '../../server/src/service/analysis';
import { defaultProfile } from '../../server/src/service/profile';
import type { Block } from '../../server/src/syntax/block';
import { passageOf } from '../../server/src/syntax/passage';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';
import { build } from '../support/build';
import { LspClient } from '../support/lsp';
import { withOverview } from '../support/prose-drafts';
import { layoutNames, renderReport } from '../support/render';
import { seeds } from '../support/seeds';
import { soundValues } from '../support/values';

/*
 * Measures, in one run on one machine, what can be compared: the product beside something that everybody
 * has. Prints a table in Markdown. `--quick` takes a tenth of the samples.
 */
const isQuick = process.argv.includes('--quick');
const pairs = isQuick ? 60 : 600;
const keystrokes = isQuick ? 100 : 1000;
const nullServer = 'dist-test/null-server.js';

interface Draft {
  readonly name: string;
  readonly text: string;
}

const drafts: readonly Draft[] = [
  ...layoutNames.map((name) => ({ name, text: renderReport(soundValues, name) })),
  ...seeds.map(({ name, text }) => ({ name: `report ${name}`, text })),
];

/** A report whose overview holds a hundred sentences with numbers. */
const talkative: Draft = {
  name: 'a hundred sentences',
  text: withOverview(
    readFileSync('test/fixtures/sentences.txt', 'utf8')
      .split('\n')
      .filter((line) => !/^[#=+!%-]/u.test(line))
      .join('\n'),
  ),
};

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function milliseconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  const result = work();
  const spent = Number(process.hrtime.bigint() - start) / 1e6;
  // The result is looked at, so that no work is left out for want of use.
  assert.notEqual(result, undefined);
  return spent;
}

const forms = shippedForms();
const markdown = new MarkdownIt({ html: true });
const works = {
  checks: (text: string) => analyse(parse(sourceOf(text)), forms, defaultProfile).findings.length,
  parse: (text: string) => markdown.parse(text, {}).length,
  render: (text: string) => markdown.render(text).length,
};
type Work = keyof typeof works;

/** Medians of the three works on one draft, taken in turns, the order turned round every time. */
function compare({ text }: Draft): Record<Work, number> {
  const names = Object.keys(works) as Work[];
  const samples: Record<Work, number[]> = { checks: [], parse: [], render: [] };
  // A text of its own each time, so that neither takes anything from the last one.
  const fresh = (i: number): string => `${text}\n${i}`;
  for (let i = 0; i < pairs / 2; i++) for (const name of names) works[name](fresh(i));
  for (let i = 0; i < pairs; i++) {
    const turn = i % 2 === 0 ? names : [...names].reverse();
    for (const name of turn) {
      const own = fresh(i);
      samples[name].push(milliseconds(() => works[name](own)));
    }
  }
  return { checks: median(samples.checks), parse: median(samples.parse), render: median(samples.render) };
}

/**
 * Medians of reading the facts of a draft's running text, of all that comes before (parsing and binding), and of the
 * bare parse: lines to blocks.
 */
function compareFacts({ text }: Draft): { facts: number; before: number; parse: number } {
  const facts: number[] = [];
  const all: number[] = [];
  const parses: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const own = `${text}\n${i}`;
    let reports: readonly Report[] = [];
    all.push(
      milliseconds(() => {
        reports = bindReports(parse(sourceOf(own)), forms);
        return reports;
      }),
    );
    // The same passages in a tree of its own, for what was read is kept with the blocks.
    let tree = parse(sourceOf(''));
    parses.push(
      milliseconds(() => {
        tree = parse(sourceOf(own));
        return tree;
      }),
    );
    const { blocks, starts } = tree;
    const fresh = reports.flatMap(({ passages }) =>
      passages.map(({ line }) => ({ block: blocks[starts.indexOf(line)] as Block, line })),
    );
    for (const { block } of fresh) passageOf(block);
    facts.push(milliseconds(() => readBlocks(fresh, reports[0]?.form ?? (forms[0] as Form))));
  }
  return { facts: median(facts), before: median(all) - median(facts), parse: median(parses) };
}

interface Keystrokes {
  readonly latency: number;
  readonly memory: number;
}

/** The nth edit: a digit typed into the figures of a row, or taken out again. */
function keystroke(text: string, version: number) {
  const lines = text.split('\n');
  const line = Math.max(
    0,
    lines.findIndex((one) => one.includes('信访举报投诉类申请')),
  );
  const end = lines[line]?.length ?? 0;
  const isTyped = version % 2 === 0;
  return {
    range: { start: { line, character: end }, end: { line, character: isTyped ? end : end + 1 } },
    text: isTyped ? '1' : '',
  };
}

/** Sends edits to two servers in turns and waits for the diagnostics of each; medians and memory. */
async function typeInto(text: string): Promise<{ own: Keystrokes; none: Keystrokes }> {
  const uri = 'file:///draft.txt';
  const own = await LspClient.start();
  const none = await LspClient.start({ server: nullServer });
  const both = [own, none] as const;
  const samples: [number[], number[]] = [[], []];
  for (const client of both) await client.open(uri, text);
  for (let version = 2; version < keystrokes + 200; version++) {
    const order = version % 4 < 2 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) {
      const start = process.hrtime.bigint();
      await both[which].change(uri, version, [keystroke(text, version)]);
      // The first 200 are for warming up.
      if (version >= 200) samples[which].push(Number(process.hrtime.bigint() - start) / 1e6);
      both[which].heard.length = 0;
    }
  }
  const result = {
    own: { latency: median(samples[0]), memory: residentMegabytes(own.pid) },
    none: { latency: median(samples[1]), memory: residentMegabytes(none.pid) },
  };
  for (const client of both) await client.stop();
  return result;
}

/** Memory of a server that has opened one draft and done nothing else. */
async function memoryAfterOpening(text: string, server?: string): Promise<number> {
  const samples: number[] = [];
  for (let i = 0; i < 5; i++) {
    const client = await LspClient.start(server ? { server } : {});
    await client.open('file:///draft.txt', text);
    samples.push(residentMegabytes(client.pid));
    await client.stop();
  }
  return median(samples);
}

/** Resident memory of a process, as Linux tells it. */
function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(3) : cell)).join(' | ')} |`);
}

async function main(): Promise<void> {
  build();
  await bundle({
    entryPoints: ['test/bench/null-server.ts'],
    outfile: nullServer,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
  });
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model}; medians in milliseconds\n`,
  );

  row(
    `parse and all checks, ${pairs} pairs`,
    'characters',
    'gouji',
    'markdown-it parse',
    'markdown-it render',
    'gouji ÷ parse',
    'gouji ÷ render',
  );
  row('---', '---', '---', '---', '---', '---', '---');
  const ratios: number[] = [];
  for (const draft of drafts) {
    const { checks, parse: parsing, render } = compare(draft);
    ratios.push(checks / render);
    row(draft.name, String(draft.text.length), checks, parsing, render, checks / parsing, checks / render);
  }
  console.log(`\nMedian ratio to rendering: ${median(ratios).toFixed(2)} (goal: below 1.0)\n`);

  row(
    'facts of the running text',
    'numbers',
    'facts',
    'µs a number',
    'parse and bind',
    'facts ÷ parse and bind',
    'goal',
    'bare parse',
    'facts ÷ bare parse',
    'goal',
  );
  row('---', '---', '---', '---', '---', '---', '---', '---', '---', '---');
  for (const draft of [...drafts, talkative]) {
    const numbers = bindReports(parse(sourceOf(draft.text)), forms).flatMap(({ prose }) =>
      prose.flatMap(({ reading }) => reading.facts),
    ).length;
    const { facts, before, parse: parsing } = compareFacts(draft);
    const each = numbers > 0 ? (1000 * facts) / numbers : '–';
    // Where a draft is nearly nothing but numbers, what is left of the whole is less than the noise.
    const rest =
      draft === talkative
        ? ['–', '–', '–', parsing, facts / parsing, '–']
        : [before, facts / before, '≤ 2.0', parsing, facts / parsing, '≤ 2.0'];
    row(draft.name, String(numbers), facts, each, ...rest);
  }
  console.log('');

  row(`an edit to its diagnostics, ${keystrokes} edits`, 'gouji', 'null server', 'ratio', 'goal');
  row('---', '---', '---', '---', '---');
  const seed = seeds.find((one) => one.name === '002');
  const typed = [
    { name: 'tabbed', text: renderReport(soundValues, 'tabbed') },
    { name: 'html', text: renderReport(soundValues, 'html') },
    ...(seed ? [{ name: 'report 002', text: seed.text }] : []),
  ];
  const after: string[][] = [];
  for (const { name, text } of typed) {
    const { own, none } = await typeInto(text);
    row(name, own.latency, none.latency, own.latency / none.latency, '≤ 3.0');
    after.push([name, own.memory.toFixed(1), none.memory.toFixed(1)]);
  }
  console.log('');
  row('resident memory, MB', 'gouji', 'null server');
  row('---', '---', '---');
  const first = typed.at(-1) as Draft;
  row(
    `one draft open (${first.name})`,
    (await memoryAfterOpening(first.text)).toFixed(1),
    (await memoryAfterOpening(first.text, nullServer)).toFixed(1),
  );
  for (const [name = '', own = '', none = ''] of after) row(`after the edits (${name})`, own, none);
}

void main();
