import { styleText } from 'node:util';
import { rules } from '../rules/registry';
import type { Finding, Severity } from '../rules/rule';
import { type Analysis, ignorableFingerprint } from '../service/analysis';
import { inLanguage, type Settings } from '../service/settings';
import { inDocument } from '../text/places';
import type { Range } from '../text/range';

/** A file with what was found in it. A settings file holds no reports. */
export interface CheckedFile {
  readonly path: string;
  readonly reports: readonly ReportSummary[];
  readonly findings: readonly CheckedFinding[];
}

interface ReportSummary {
  readonly form: string;
  readonly year: number | null;
  readonly organization: string;
  readonly range: Range;
}

/** A finding with the fingerprint by which a settings file ignores it; null where it cannot be ignored. */
interface CheckedFinding extends Finding {
  readonly fingerprint: string | null;
}

/** A draft that was analysed. */
export function checkedDraft(path: string, analysis: Analysis): CheckedFile {
  return {
    path,
    reports: analysis.reports.map(({ form, year, organization, range }) => ({
      form: form.definition.id,
      year,
      organization,
      range: inDocument(analysis.tree.source, range),
    })),
    findings: analysis.findings.map((finding) => ({
      ...finding,
      fingerprint: ignorableFingerprint(analysis, finding),
    })),
  };
}

/** A settings file with what is wrong in it. */
export function checkedSettingsFile(path: string, findings: readonly Finding[]): CheckedFile {
  return { path, reports: [], findings: findings.map((finding) => ({ ...finding, fingerprint: null })) };
}

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
      const fix = fixes.find((one) => one.preferred) ?? fixes[0];
      if (fix) lines.push(`    ${language === 'zh' ? '修复：' : 'fix: '}${inLanguage(fix.title, settings)}`);
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

function sarifOf(files: readonly CheckedFile[], settings: Settings, version: string): unknown {
  const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
  const region = ({ start, end }: Finding['range']): unknown => ({
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  const location = (path: string, range: Finding['range']): unknown => ({
    physicalLocation: {
      artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
      region: region(range),
    },
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gouji',
            version,
            rules: rules.map((rule) => ({
              id: rule.code,
              shortDescription: { text: inLanguage(rule.title, settings) },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.code,
            level: levels[finding.severity],
            message: { text: inLanguage(finding.message, settings) },
            locations: [location(path, finding.range)],
            relatedLocations: finding.related.map((place, id) => ({
              id,
              message: { text: inLanguage(place.message, settings) },
              ...(location(path, place.range) as object),
            })),
          })),
        ),
      },
    ],
  };
}
