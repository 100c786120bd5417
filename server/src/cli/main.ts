import { parseArgs } from 'node:util';
import type { MarkupContent } from 'vscode-languageserver-types';
import { version } from '../../../package.json';
import type { Form } from '../form/indexed-form';
import { shippedForms } from '../form/load';
import { asksForLastYear } from '../reconcile/last-year';
import type { NeighbouringReport } from '../report/surroundings';
import type { Analysis } from '../service/analysis';
import { hover } from '../service/hover';
import { defaultProfile, type Profile } from '../service/profile';
import type { Language } from '../service/settings';
import { textOf } from '../text/source';
import { analyseText, fixAll } from './check';
import { type CheckFormat, checkFormats, countFindings, writeCheck } from './check-output';
import { type CheckedFile, checkedDraft } from './checked-file';
import { draftPaths, readStandardInput, readText, type TextFile, UnusablePath, writeText } from './files';
import { type InspectFormat, inspectFormats, writeInspect } from './inspect-output';
import { RunNeighbours } from './neighbours';
import { RunSettings } from './settings';

const usage = `gouji ${version}  政府信息公开工作年度报告检查 / checks government information disclosure annual reports

  gouji check [PATH…] [--format ${checkFormats.join('|')}] [--fix] [--language zh|en]
  gouji inspect PATH… [--format ${inspectFormats.join('|')}]
  gouji explain PATH:LINE:COLUMN [--language zh|en]
  gouji server --stdio

PATH 是文件、文件夹或 -（标准输入） / PATH is a file, a folder or - (standard input)
退出码 / exit code: 0 无错误 / no error · 1 有错误 / an error was found · 2 不能运行 / could not run
`;

/** What was asked cannot be done; its message is one line for the user. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  switch (command) {
    case 'check':
      return check(rest);
    case 'inspect':
      return inspect(rest);
    case 'explain':
      return explain(rest);
    case 'server':
      // It reads the transport off the command line itself.
      await import('../lsp/node');
      return 0;
    case '--version':
      process.stdout.write(`${version}\n`);
      return 0;
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(usage);
      return 0;
    default:
      throw new UsageError(
        command === undefined
          ? '缺少命令 / no command; see gouji --help'
          : `没有这个命令 / no such command: ${command}`,
      );
  }
}

async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      fix: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
  const format = oneOf(values.format, checkFormats) as CheckFormat;
  const settings = new RunSettings(chosenLanguage(values.language));
  const forms = shippedForms();
  const drafts = textFiles(positionals.length > 0 ? positionals : ['.']);
  const neighbours = new RunNeighbours(forms);
  const checked = new Map<TextFile, CheckedFile>();
  const finish = (file: TextFile, analysis: Analysis, near: readonly NeighbouringReport[]): void => {
    const own = settings.of(file.path);
    const final = values.fix ? fixFile(file, analysis, forms, own.profile, near) : analysis;
    for (const { code, error } of final.failures)
      process.stderr.write(`gouji: ${file.path}: rule ${code} failed: ${error}\n`);
    settings.note(file.path, final, own);
    checked.set(file, checkedDraft(file.path, final));
  };
  const waiting: TextFile[] = [];
  for (const file of drafts) {
    const analysis = analyseText(file.text, forms, settings.of(file.path).profile);
    neighbours.note(analysis.reports);
    // What last year's report would tell more of waits until all drafts were seen.
    if (analysis.reports.some(asksForLastYear)) waiting.push(file);
    else finish(file, analysis, []);
  }
  for (const file of waiting) {
    const near = await neighbours.of(file.path);
    finish(file, analyseText(file.text, forms, settings.of(file.path).profile, near), near);
  }
  const files = [...settings.faultyFiles(), ...drafts.map((file) => checked.get(file) as CheckedFile)];
  const speaking = settings.of(drafts[0]?.path ?? '-');
  process.stdout.write(writeCheck(files, format, speaking, version, process.stdout.isTTY === true));
  return countFindings(files).error > 0 ? 1 : 0;
}

function fixFile(
  file: TextFile,
  analysis: Analysis,
  forms: readonly Form[],
  profile: Profile,
  near: readonly NeighbouringReport[],
): Analysis {
  const fixed = fixAll(analysis, forms, profile, near);
  if (fixed !== analysis && file.path !== '-') writeText(file, textOf(fixed.tree.source));
  return fixed;
}

function inspect(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'pretty' } },
  });
  const format = oneOf(values.format, inspectFormats) as InspectFormat;
  if (positionals.length === 0) throw new UsageError('请给出文件或文件夹 / inspect needs a PATH');
  const forms = shippedForms();
  const files = textFiles(positionals).map((file) => ({
    path: file.path,
    analysis: analyseText(file.text, forms, defaultProfile),
  }));
  process.stdout.write(writeInspect(files, format));
  return 0;
}

/** Prints what an editor's hover says of one place: the cell, its equations with their numbers, what would mend them. */
async function explain(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { language: { type: 'string' } },
  });
  const [, path, line, column] = /^(.+):(\d+):(\d+)$/u.exec(positionals[0] ?? '') ?? [];
  if (path === undefined) throw new UsageError('请写明位置 / explain needs PATH:LINE:COLUMN');
  const settings = new RunSettings(chosenLanguage(values.language)).of(path);
  const forms = shippedForms();
  const { text } = readText(path);
  const alone = analyseText(text, forms, settings.profile);
  const analysis = alone.reports.some(asksForLastYear)
    ? analyseText(text, forms, settings.profile, await new RunNeighbours(forms).of(path))
    : alone;
  const found = hover(analysis, { line: Number(line) - 1, character: Number(column) - 1 }, settings);
  if (!found) throw new UsageError(`此处没有可说明的内容 / nothing to explain there: ${positionals[0]}`);
  process.stdout.write(`${(found.contents as MarkupContent).value}\n`);
  return 0;
}

function chosenLanguage(language: string | undefined): Language | null {
  return language === undefined ? null : (oneOf(language, ['zh', 'en']) as Language);
}

function textFiles(paths: readonly string[]): TextFile[] {
  return paths.flatMap((path) => (path === '-' ? [readStandardInput()] : draftPaths(path).map(readText)));
}

function oneOf(value: string, known: readonly string[]): string {
  if (!known.includes(value))
    throw new UsageError(`“${value}”不在可选之列 / not one of: ${known.join(', ')}`);
  return value;
}

function isUsersMistake(error: unknown): error is Error {
  const code = (error as { code?: string } | null)?.code ?? '';
  return error instanceof UsageError || error instanceof UnusablePath || code.startsWith('ERR_PARSE_ARGS');
}

/** What Node says of a wrong option runs to advice on how to name a file like one; its first sentence is enough. */
function saidOf(error: Error): string {
  const option = /^Unknown option '([^']*)'/u.exec(error.message)?.[1];
  return option === undefined
    ? error.message
    : `没有选项 ${option} / no such option: ${option}; see gouji --help`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text = isUsersMistake(error) ? saidOf(error) : `${(error as Error)?.stack ?? error}`;
    process.stderr.write(`gouji: ${text.replaceAll('\n', ' ')}\n`);
    process.exitCode = 2;
  },
);
