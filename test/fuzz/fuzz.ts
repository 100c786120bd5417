/**
 * Mutates drafts (characters, lines, cells, whole pieces of others) and analyses what comes of it, for as long as
 * asked. Reports what threw, the slowest analyses and the memory afterwards; any throw, and any slow analysis of a
 * draft, fails it. One that seems slow is timed again, for the machine may have been busy elsewhere: the quickest of
 * three counts, and how often that was needed is said. A compilation of many reports takes as many times longer, and is
 * reported beside, as is what is larger than a draft.
 *
 *   node --expose-gc --import tsx test/fuzz/fuzz.ts [MINUTES]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedForms } from '../../server/src/form/load';
import { type Analysis, analyse } from '../../server/src/service/analysis';
import { defaultProfile } from '../../server/src/service/profile';
import { parse, reparse, type Tree } from '../../server/src/syntax/tree';
import { replaceRange, sourceOf, textOf } from '../../server/src/text/source';

const minutes = Number(process.argv[2] ?? 1);
/** An analysis of a draft of up to so many bytes must stay below so many milliseconds. */
const largest = 1_000_000;
const slowest = 200;
/** A file of more reports than this is no draft but a compilation, and told apart. */
const mostInDraft = 20;
/** The same for sections: where titles are lost, many reports are taken for one. */
const mostSections = 6 * mostInDraft;

const root = join(import.meta.dirname, '../..');
const folders = ['examples', '../shared/drafts', '../shared/seeds'].map((folder) => join(root, folder));
const drafts = folders.flatMap((folder) => {
  try {
    const names = readdirSync(folder).filter((name) => !name.endsWith('.json'));
    return names.map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch {
    console.log(`skipped, not there: ${folder}`);
    return [];
  }
});

let seed = Number(process.env.GOUJI_SEED ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}, ${drafts.length} drafts, ${minutes} minutes`);
function random(below: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % below;
}
function pick<T>(list: readonly T[]): T {
  return list[random(list.length)] as T;
}

const scraps = [
  '|',
  '\t',
  '\n',
  '\r\n',
  '<td>',
  '</table>',
  '<table>',
  '<tr>',
  '#',
  '一、',
  '三、',
  '（一）',
  '0',
  '9'.repeat(20),
  '/',
  '—',
  '无',
  '\0',
  '\ud800',
  '𠮷',
  '😀',
  '　',
  '<<<<<<< HEAD\n',
  '=======\n',
  '&nbsp;',
  ' '.repeat(500),
  '0 '.repeat(200),
  '总计',
  '第二十条第（一）项',
];

function mutate(text: string): string {
  const at = random(text.length + 1);
  const length = random(40);
  const lines = text.split('\n');
  const line = random(lines.length);
  switch (random(9)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + pick(scraps) + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(random(65536)) + text.slice(at + 1);
    case 3:
      return lines.toSpliced(line, 1 + random(5)).join('\n');
    case 4:
      return lines.toSpliced(line, 0, ...lines.slice(line, line + random(30))).join('\n');
    case 5:
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line] ?? '').join('\n');
    case 6:
      return text.replaceAll(pick(['\n', '\t', '|', ' ', '0', '<td>']), pick(['', '\n', ' ', '|', '\t']));
    case 7: {
      const other = pick(drafts);
      const from = random(other.length);
      return text.slice(0, at) + other.slice(from, from + random(3000)) + text.slice(at);
    }
    default:
      return text.length < 300_000 ? text + text : text.slice(0, 20_000);
  }
}

const forms = shippedForms();
const end = Date.now() + minutes * 60_000;
let runs = 0;
let failures = 0;
interface Timed {
  readonly ms: number;
  readonly bytes: number;
  readonly lines: number;
  readonly reports: number;
  readonly sections: number;
}
let timedAgain = 0;
const ofDrafts: Timed[] = [];
const ofCompilations: Timed[] = [];
const ofLargeFiles: Timed[] = [];

/** Keeps the slowest. */
function note(list: Timed[], timed: Timed): void {
  list.push(timed);
  if (list.length > 1000) list.sort((a, b) => b.ms - a.ms).splice(10);
}

/** Analyses a text from nothing, and says how many milliseconds that took. */
function analysed(text: string): { ms: number; tree: Tree; analysis: Analysis } {
  const start = performance.now();
  const tree = parse(sourceOf(text));
  const analysis = analyse(tree, forms, defaultProfile);
  return { ms: performance.now() - start, tree, analysis };
}

/** The quickest of three where the first seems slow. */
function timedFairly(first: number, text: string): number {
  if (first <= slowest) return first;
  timedAgain++;
  return Math.min(first, analysed(text).ms, analysed(text).ms);
}

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let text = pick(drafts);
while (Date.now() < end) {
  if (random(12) === 0 || text.length > 900_000) text = pick(drafts);
  text = mutate(text);
  try {
    const { ms: first, tree, analysis } = analysed(text);
    if (analysis.failures.length > 0) throw analysis.failures[0]?.error;
    if (textOf(tree.source) !== text) throw new Error('the text did not come back');
    const line = random(tree.source.lines.length);
    const edit = replaceRange(
      tree.source,
      { start: { line, character: 0 }, end: { line, character: random(9) } },
      pick(scraps),
    );
    analyse(reparse(tree, edit.source, edit.change), forms, defaultProfile);
    const reports = analysis.reports.length;
    const sections = analysis.reports.reduce((sum, one) => sum + one.sections.length, 0);
    const bytes = Buffer.byteLength(text);
    const ms = timedFairly(first, text);
    const isCompilation = reports > mostInDraft || sections > mostSections;
    note(bytes > largest ? ofLargeFiles : isCompilation ? ofCompilations : ofDrafts, {
      ms,
      bytes,
      lines: tree.source.lines.length,
      reports,
      sections,
    });
  } catch (error) {
    failures++;
    if (failures <= 5) console.error(error);
  }
  runs++;
}
text = '';
globalThis.gc?.();
console.log(`${runs} analyses, ${failures} throws, ${timedAgain} timed again`);
const lists = { drafts: ofDrafts, compilations: ofCompilations, 'files over 1 MB': ofLargeFiles };
for (const [name, list] of Object.entries(lists)) {
  list.sort((a, b) => b.ms - a.ms);
  const told = list
    .slice(0, 5)
    .map(
      ({ ms, bytes, lines, reports, sections }) =>
        `${ms.toFixed(0)} ms (${(bytes / 1000).toFixed(0)} kB, ${lines} lines, ${reports} reports, ${sections} sections)`,
    );
  console.log(`slowest ${name}: ${told.join(', ')}`);
}
console.log(
  `heap before ${(before / 1e6).toFixed(0)} MB, after ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
);
if (failures > 0 || (ofDrafts[0]?.ms ?? 0) > slowest) process.exitCode = 1;
