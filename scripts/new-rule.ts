// `npm run new-rule CODE [FAMILY]`: writes the files of a new rule and makes it known to the registry.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const [code = '', family = 'structure'] = process.argv.slice(2);
const rulesFolder = path.join(root, 'server/src/rules');
const families = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const ruleFile = path.join(rulesFolder, family, `${code}.ts`);
const testFile = path.join(root, 'test/rules', family, `${code}.test.ts`);
const registryFile = path.join(rulesFolder, 'registry.ts');

const fault = !/^[a-z]+(?:-[a-z]+)*$/u.test(code)
  ? `规则代码应为小写英文加连字符 / a code is kebab-case: ${code || '（空）'}`
  : !families.includes(family)
    ? `没有这一类 / no such family: ${family}（${families.join('、')}）`
    : existsSync(ruleFile)
      ? `已有此规则 / there is such a rule: ${code}`
      : null;
if (fault) {
  console.error(fault);
  process.exit(2);
}

const name = code.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

writeFileSync(
  ruleFile,
  `import { type Range } from '../../text/range';
import { defineRule } from '../rule';

/** X00: what is demanded, and by what. */
export const ${name} = defineRule<Range>({
  code: '${code}',
  catalogueCode: 'X00',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '', en: '' },
  detect() {
    return [];
  },
  render(range) {
    return { range, message: { zh: '', en: '' } };
  },
  documentation: {
    explanation: { zh: '', en: '' },
    rationale: { zh: '', en: '' },
    silence: { zh: '', en: '' },
    examples: [],
  },
});
`,
);
writeFileSync(
  testFile,
  `import { check } from '../../support/check';
import { layoutNames } from '../../support/render';
import { sound } from '../../support/drafts';

const code = '${code}';

describe(code, () => {
  it('fires on the wrong', () => {
    check(
      code,
      \`
\`,
    );
  });
  for (const layout of layoutNames)
    it(\`is silent on the right, \${layout}\`, () => check(code, sound(layout).trimEnd()));
});
`,
);
const registry = readFileSync(registryFile, 'utf8')
  .replace(/(?=\n\n\/\*\* Every rule)/u, `\nimport { ${name} } from './${family}/${code}';`)
  .replace(/(?=\n\];\n\n\/\*\* A rule that threw)/u, `\n  ${name},`);
writeFileSync(registryFile, registry);
console.log(`✎ ${[ruleFile, testFile, registryFile].map((file) => path.relative(root, file)).join('\n✎ ')}`);
console.log(
  '填好规则后运行 / when the rule is written: npx biome check --write server/src/rules test/rules && npm run generate',
);
