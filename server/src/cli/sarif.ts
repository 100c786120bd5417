import { rules } from '../rules/registry';
import type { Finding, RegisteredRule } from '../rules/rule';
import { inLanguage, type Settings } from '../service/settings';
import { settingsFileCode } from '../service/settings-file';
import type { CheckedFile } from './checked-file';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** Findings as a log of SARIF 2.1.0, with all that is known of the rules. */
export function sarifOf(files: readonly CheckedFile[], settings: Settings, version: string): unknown {
  const descriptors = [
    ...rules.map((rule) => descriptorOf(rule, settings)),
    settingsFileDescriptor(settings),
  ];
  const indices = new Map(descriptors.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gouji', version, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.code,
            ruleIndex: indices.get(finding.code),
            level: levels[finding.severity],
            message: { text: inLanguage(finding.message, settings) },
            locations: [location(path, finding.range)],
            relatedLocations: finding.related.map((place, id) => ({
              id,
              message: { text: inLanguage(place.message, settings) },
              ...location(path, place.range),
            })),
            // What the finding is about, so that it is known again when lines have moved.
            ...(finding.fingerprint === null
              ? {}
              : { partialFingerprints: { 'subject/v1': `${finding.code} ${finding.fingerprint}` } }),
          })),
        ),
      },
    ],
  };
}

function descriptorOf(rule: RegisteredRule, settings: Settings) {
  const { explanation, rationale, silence, examples } = rule.documentation;
  const say = (text: { zh: string; en: string }): string => inLanguage(text, settings);
  const headings =
    settings.language === 'zh'
      ? { rationale: '依据', silence: '何时不报', wrong: '有误', right: '正确' }
      : { rationale: 'Rationale', silence: 'When it stays silent', wrong: 'Wrong', right: 'Right' };
  const sections = [
    say(explanation),
    `${headings.rationale}: ${say(rationale)}`,
    `${headings.silence}: ${say(silence)}`,
  ];
  const shown = examples.flatMap(({ wrong, right }) => [
    ...(wrong === '' ? [] : [`**${headings.wrong}**`, fenced(wrong)]),
    `**${headings.right}**`,
    fenced(right),
  ]);
  return {
    id: rule.code,
    shortDescription: { text: say(rule.title) },
    fullDescription: { text: say(explanation) },
    help: { text: sections.join('\n\n'), markdown: [...sections, ...shown].join('\n\n') },
    defaultConfiguration: { enabled: rule.isOffByDefault !== true, level: levels[rule.severity] },
  };
}

/** What is wrong in a settings file is told by no rule, and yet has to be described. */
function settingsFileDescriptor(settings: Settings) {
  const title = { zh: '设置文件 .gouji.json 有误', en: 'Something is wrong in a settings file, .gouji.json' };
  const help = {
    zh: '写错的一处不起作用，其余照常；不是合格的 JSON 时，如同没有这个文件。',
    en: 'What is wrong has no effect and the rest holds; a file that is no JSON is as if it were not there.',
  };
  const text = inLanguage(help, settings);
  return {
    id: settingsFileCode,
    shortDescription: { text: inLanguage(title, settings) },
    fullDescription: { text },
    help: { text, markdown: text },
    defaultConfiguration: { enabled: true, level: levels.warning },
  };
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.replace(/\n$/u, '')}\n\`\`\``;
}

function location(path: string, { start, end }: Finding['range']) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}
