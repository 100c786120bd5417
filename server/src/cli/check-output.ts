import { styleText } from 'node:util';
import type { Fix, Severity } from '../rules/rule';
import { inLanguage, type Settings } from '../service/settings';
import type { CheckedFile } from './checked-file';
import { sarifOf } from './sarif';

export type CheckFormat = 'pretty' | 'json' | 'sarif' | 'github';
export const checkFormats: readonly CheckFormat[] = ['pretty', 'json', 'sarif', 'github'];

type Counts = Record<Severity, number>;

/** How many findings of each severity there are in all files. */
export function countFindings(files: readonly CheckedFile[]): Counts {
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Writes findings in one of the formats of the command line's contract. */
export function writeCheck(
  files: readonly CheckedFile[],
  format: CheckFormat,
  settings: Settings,
  version: string,
  colour: boolean,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(jsonOf(files, settings))}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifOf(files, settings, version), null, 2)}\n`;
    case 'github':
      return githubOf(files, settings);
    default:
      return prettyOf(files, settings, colour);
  }
}

function jsonOf(files: readonly CheckedFile[], settings: Settings): unknown {
  const counts = countFindings(files);
  return {
    version: 1,
    files: files.map(({ path, reports, findings }) => ({
      path,
      reports,
      diagnostics: findings.map((finding) => ({
        code: finding.code,
        severity: finding.severity,
        message: inLanguage(finding.message, settings),
        range: finding.range,
        related: finding.related.map((place) => ({
          message: inLanguage(place.message, settings),
          range: place.range,
        })),
        fixes: finding.fixes.map(({ title, preferred, edits }) => ({
          title: inLanguage(title, settings),
          preferred,
          edits,
        })),
        ...(finding.fingerprint === null ? {} : { fingerprint: finding.fingerprint }),
      })),
    })),
    summary: {
      files: files.length,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
    },
  };
}

const severityNames = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'information' },
  hint: { zh: '建议', en: 'hint' },
} as const;
const severityColours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

function prettyOf(files: readonly CheckedFile[], settings: Settings, colour: boolean): string {
  const { language } = settings;
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text) : text;
  const lines: string[] = [];
  for (const { path, findings } of files) {
    for (const { range, severity, message, code, fixes } of findings) {
      const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
      const name = paint(severityColours[severity], severityNames[severity][language]);
      lines.push(`${place} ${name} ${inLanguage(message, settings)} ${paint('gray', `[${code}]`)}`);
      lines.push(...fixLines(fixes, settings));
    }
  }
  const { error, warning, information, hint } = countFindings(files);
  const reports = files.reduce((sum, { reports: own }) => sum + own.length, 0);
  lines.push(
    language === 'zh'
      ? `${files.length} 个文件，${reports} 份年报：${error} 处错误，${warning} 处警告，${information + hint} 处提示`
      : `${files.length} files, ${reports} reports: ${error} errors, ${warning} warnings, ${information + hint} notes`,
  );
  return `${lines.join('\n')}\n`;
}

/** So many ways to put a finding right are listed. */
const mostFixes = 5;

/** The one right fix, or every one that may be right where nobody can know. */
function fixLines(fixes: readonly Fix[], settings: Settings): string[] {
  const isChinese = settings.language === 'zh';
  const right = fixes.find((one) => one.preferred) ?? (fixes.length === 1 ? fixes[0] : undefined);
  if (right) return [`    ${isChinese ? '修复：' : 'fix: '}${inLanguage(right.title, settings)}`];
  const lines = fixes
    .slice(0, mostFixes)
    .map(
      ({ title }, i) =>
        `    ${isChinese ? '改法' : 'option '}${i + 1}${isChinese ? '：' : ': '}${inLanguage(title, settings)}`,
    );
  const left = fixes.length - lines.length;
  if (left > 0) lines.push(isChinese ? `    另有 ${left} 种改法` : `    ${left} more`);
  return lines;
}

/** GitHub's workflow commands: data and properties each have their own escapes. */
function githubOf(files: readonly CheckedFile[], settings: Settings): string {
  const escapeData = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const escapeProperty = (text: string): string =>
    escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const levels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;
  const lines = files.flatMap(({ path, findings }) =>
    findings.map(({ range, severity, message, code }) => {
      const place = `file=${escapeProperty(path)},line=${range.start.line + 1},endLine=${range.end.line + 1},col=${range.start.character + 1},endColumn=${range.end.character + 1}`;
      return `::${levels[severity]} ${place},title=${code}::${escapeData(inLanguage(message, settings))}\n`;
    }),
  );
  return lines.join('');
}
