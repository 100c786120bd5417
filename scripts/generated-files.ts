import type { Bilingual } from '../server/src/form/form';
import { rules } from '../server/src/rules/registry';
import type { RegisteredRule, Severity } from '../server/src/rules/rule';
import { settingsSchema } from './settings-schema';

/** Where the pages of the rules stand, from the root of the project. */
export const pagesFolder = 'docs/rules';

const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'information' },
  hint: { zh: '提示', en: 'hint' },
};
const fixNames: Readonly<Record<RegisteredRule['fixes'], Bilingual>> = {
  safe: { zh: '有，可随“修复全部”执行', en: 'yes, also with “Fix all”' },
  unsafe: { zh: '有，须由人选用', en: 'yes, for you to choose' },
  none: { zh: '无', en: 'none' },
};
const levels = ['default', 'off', 'hint', 'information', 'warning', 'error'];

/**
 * Every file that follows from the registry, by its path from the root of the project, with its text. `read`
 * gives the present text of the files that are generated only in part.
 */
export function generatedFiles(read: (path: string) => string): ReadonlyMap<string, string> {
  return new Map([
    ...rules.map((rule): [string, string] => [`${pagesFolder}/${rule.code}.md`, page(rule)]),
    [`${pagesFolder}/README.md`, index()],
    ['schemas/gouji.schema.json', settingsSchema()],
    ['package.json', manifest(read('package.json'))],
    ['package.nls.json', texts(read('package.nls.json'), 'en')],
    ['package.nls.zh-cn.json', texts(read('package.nls.zh-cn.json'), 'zh')],
  ]);
}

function defaultLevel({ severity, isOffByDefault }: RegisteredRule): Bilingual {
  const { zh, en } = severityNames[severity];
  return isOffByDefault ? { zh: `关闭（开启后为${zh}）`, en: `off (${en} when switched on)` } : { zh, en };
}

function editionsOf({ editions }: RegisteredRule): Bilingual {
  if (editions === 'all') return { zh: '各版格式', en: 'every edition' };
  const names = editions.map((id) => `\`${id}\``).join('、');
  return { zh: names, en: names };
}

/** The page of a rule: in Chinese, then in English. */
function page(rule: RegisteredRule): string {
  const { code, catalogueCode, title, fixes, documentation } = rule;
  const { explanation, rationale, silence } = documentation;
  const level = defaultLevel(rule);
  const editions = editionsOf(rule);
  const lines = [
    `# \`${code}\` ${title.zh}`,
    '',
    `| 检查目录 | 默认级别 | 修复 | 适用 |`,
    `|---|---|---|---|`,
    `| ${catalogueCode} | ${level.zh} | ${fixNames[fixes].zh} | ${editions.zh} |`,
    '',
    explanation.zh,
    '',
    `**依据**　${rationale.zh}`,
    '',
    `**何时不报**　${silence.zh}`,
    ...examples(rule, {
      title: '示例',
      wrong: '有误',
      right: '正确',
      alsoRight: '也不报',
      left: '（没有这一段）',
    }),
    '',
    '**调整**　在设置中把 `gouji.rules.' +
      code +
      '` 改为 `off`、`hint`、`information`、`warning` 或 `error`。',
    '',
    '---',
    '',
    `# \`${code}\`: ${title.en}`,
    '',
    `| Catalogue | Default level | Fix | Applies to |`,
    `|---|---|---|---|`,
    `| ${catalogueCode} | ${level.en} | ${fixNames[fixes].en} | ${editions.en} |`,
    '',
    explanation.en,
    '',
    `**Rationale.** ${rationale.en}`,
    '',
    `**When it stays silent.** ${silence.en}`,
    '',
    `**Settings.** Set \`gouji.rules.${code}\` to \`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`.`,
    '',
  ];
  return lines.join('\n');
}

interface ExampleWords {
  readonly title: string;
  readonly wrong: string;
  readonly right: string;
  readonly alsoRight: string;
  readonly left: string;
}

function examples({ documentation }: RegisteredRule, words: ExampleWords): string[] {
  const block = (text: string): string[] => ['```text', (text || words.left).replace(/\n$/u, ''), '```'];
  return documentation.examples.flatMap(({ right, wrong, alsoRight = [] }, i) => [
    '',
    `## ${words.title}${documentation.examples.length > 1 ? ` ${i + 1}` : ''}`,
    '',
    `${words.wrong}：`,
    '',
    ...block(wrong),
    '',
    `${words.right}：`,
    '',
    ...block(right),
    ...alsoRight.flatMap((text) => ['', `${words.alsoRight}：`, '', ...block(text)]),
  ]);
}

function index(): string {
  const rows = rules.map((rule) => {
    const { code, catalogueCode, title, fixes } = rule;
    const fix = { safe: '✔', unsafe: '可选', none: '' }[fixes];
    return `| [\`${code}\`](${code}.md) | ${catalogueCode} | ${title.zh} | ${title.en} | ${defaultLevel(rule).zh} | ${fix} |`;
  });
  return [
    '# 规则 / Rules',
    '',
    '每条规则的默认级别都可以在设置中调整。宁可漏报，不可误报：拿不准的不报。',
    '',
    'The level of every rule can be set. Where a rule cannot be sure it says nothing.',
    '',
    '| 规则 / rule | 目录 / catalogue | 说明 | Meaning | 默认级别 / level | 修复 / fix |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** `package.json` with one setting a rule, where the settings of the rules stood before. */
function manifest(present: string): string {
  const parsed = JSON.parse(present);
  const { configuration } = parsed.contributes;
  const others = Object.entries(configuration.properties).filter(
    ([name]) => !name.startsWith('gouji.rules.'),
  );
  const settings = rules.map(({ code }) => [
    `gouji.rules.${code}`,
    {
      type: 'string',
      enum: levels,
      enumDescriptions: levels.map((level) => `%level.${level}%`),
      default: 'default',
      scope: 'resource',
      markdownDescription: `%rule.${code}%`,
    },
  ]);
  configuration.properties = Object.fromEntries([...others, ...settings]);
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

/** The texts of the manifest in one language, with one description a rule. */
function texts(present: string, language: keyof Bilingual): string {
  const others = Object.entries(JSON.parse(present)).filter(([name]) => !name.startsWith('rule.'));
  const described = rules.map((rule) => {
    const { code, catalogueCode, title, documentation } = rule;
    const level = defaultLevel(rule)[language];
    const text =
      language === 'zh'
        ? `**${title.zh}**（${catalogueCode}，默认：${level}）。${documentation.explanation.zh}`
        : `**${title.en}** (${catalogueCode}, default: ${level}). ${documentation.explanation.en}`;
    return [`rule.${code}`, text];
  });
  return `${JSON.stringify(Object.fromEntries([...others, ...described]), null, 2)}\n`;
}
