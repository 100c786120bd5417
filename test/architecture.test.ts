import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, relative } from 'node:path';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';
import { generatedFiles } from '../scripts/generated-files';
import { rules } from '../server/src/rules/registry';
import { allRowLabels } from './support/form-data';

/** From what everything stands on to what stands on everything: a folder imports only itself and those before it. */
const order = ['text', 'syntax', 'form', 'prose', 'report', 'reconcile', 'rules', 'service', 'lsp', 'cli'];
const root = 'server/src';
const longestFile = 400;

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  /** The file it leads to, without extension; null where it is a package. */
  readonly target: string | null;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return /\.(?:ts|mjs)$/u.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** Code without comments, line for line. Strings with `//` in them are shortened, which no test here minds. */
function withoutComments(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ''))
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/gmu, '$1');
}

const importStatement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gu;

function importsOf(file: string): Import[] {
  const code = withoutComments(readFileSync(file, 'utf8'));
  return [...code.matchAll(importStatement)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? '';
    const target = specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : null;
    return {
      file,
      folder: relative(root, file).split('/')[0] ?? '',
      specifier,
      isTypeOnly: match[1] !== undefined,
      target,
    };
  });
}

const serverFiles = filesUnder(root);
const serverImports = serverFiles.flatMap(importsOf);
const clientFiles = filesUnder('client/src');

/** The imports that break a law, each as `file → specifier`. */
function breaches(imports: readonly Import[], isBreach: (one: Import) => boolean): string[] {
  return imports.filter(isBreach).map(({ file, specifier }) => `${file} → ${specifier}`);
}

describe('the house', () => {
  it('has the folders of its plan and no others', () => {
    assert.deepEqual(readdirSync(root).sort(), [...order].sort());
  });

  it('this test sees the imports', () => {
    assert.ok(serverImports.length > 100);
    for (const folder of order.slice(1))
      assert.ok(
        serverImports.some((one) => one.folder === folder),
        folder,
      );
  });

  it('a folder imports only itself and those before it', () => {
    assert.deepEqual(
      breaches(serverImports, ({ folder, target }) => {
        if (target === null || !target.startsWith(`${root}/`)) return false;
        return order.indexOf(relative(root, target).split('/')[0] ?? '') > order.indexOf(folder);
      }),
      [],
    );
  });

  it('only form/ reads the forms’ data, only lsp/ and cli/ the manifest, and nothing else outside is imported', () => {
    assert.deepEqual(
      breaches(serverImports, ({ folder, target }) => {
        if (target === null || target.startsWith(`${root}/`)) return false;
        if (target.startsWith('server/forms/')) return folder !== 'form';
        return target !== 'package.json' || !['lsp', 'cli'].includes(folder);
      }),
      [],
    );
  });

  it('only client/ knows vscode', () => {
    const isVscode = ({ specifier }: Import): boolean =>
      specifier === 'vscode' || specifier.startsWith('vscode-languageclient');
    assert.deepEqual(breaches(serverImports, isVscode), []);
    assert.ok(breaches(clientFiles.flatMap(importsOf), isVscode).length > 0);
  });

  it('client/ takes nothing of the server but its bundle', () => {
    assert.deepEqual(
      breaches(
        clientFiles.flatMap(importsOf),
        ({ target, isTypeOnly }) => !isTypeOnly && (target?.startsWith('server/') ?? false),
      ),
      [],
    );
  });

  it('nothing below lsp/ and cli/ knows Node', () => {
    const builtins = new Set(builtinModules);
    assert.deepEqual(
      breaches(
        serverImports,
        ({ folder, specifier }) =>
          !['lsp', 'cli'].includes(folder) && (specifier.startsWith('node:') || builtins.has(specifier)),
      ),
      [],
    );
    for (const file of serverFiles) {
      if (['lsp', 'cli'].includes(relative(root, file).split('/')[0] ?? '')) continue;
      assert.doesNotMatch(
        withoutComments(readFileSync(file, 'utf8')),
        /\b(?:process|Buffer|__dirname)\b[.[]/u,
        file,
      );
    }
  });

  it('nothing below service/ knows the protocol, and service/ only its types', () => {
    assert.deepEqual(
      breaches(serverImports, ({ folder, specifier, isTypeOnly }) => {
        if (!specifier.startsWith('vscode-') || ['lsp', 'cli'].includes(folder)) return false;
        return folder !== 'service' || specifier !== 'vscode-languageserver-types' || !isTypeOnly;
      }),
      [],
    );
  });

  it('no files import each other in a circle', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of [...serverImports, ...clientFiles.flatMap(importsOf)])
      if (target) edges.set(file, [...(edges.get(file) ?? []), `${target}.ts`]);
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), `a circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
  });

  it(`no source file is longer than ${longestFile} lines`, () => {
    for (const file of [...serverFiles, ...clientFiles]) {
      const lines = readFileSync(file, 'utf8').split('\n').length - 1;
      assert.ok(lines <= longestFile, `${file}: ${lines} lines`);
    }
  });

  it('the pages and settings of the rules are current', () => {
    for (const [name, text] of generatedFiles((file) => readFileSync(file, 'utf8')))
      assert.equal(readFileSync(name, 'utf8'), text, `${name}: npm run generate`);
  });

  it('both languages have the same texts, and the manifest names no other', () => {
    assert.deepEqual(Object.keys(english).sort(), Object.keys(chinese).sort());
    for (const match of JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/gu))
      assert.ok((match[1] ?? '') in english, match[1]);
  });

  it('codes are kebab-case, each there once, and titled in both languages', () => {
    const codes = rules.map((rule) => rule.code);
    assert.equal(new Set(codes).size, codes.length);
    for (const { code, title } of rules) {
      assert.match(code, /^[a-z]+(?:-[a-z]+)*$/u);
      assert.ok(title.zh !== '' && title.en !== '');
    }
  });

  it('no statutory label stands in code but in the examples of a rule’s page', () => {
    const labels = [...new Set(allRowLabels())].filter((label) => label.length > 4);
    assert.ok(labels.length > 20);
    const found = serverFiles.flatMap((file) => {
      const code = withoutComments(readFileSync(file, 'utf8')).replace(
        /\n {2}documentation: \{\n[\s\S]*?\n {2}\},/u,
        '',
      );
      return labels.filter((label) => code.includes(label)).map((label) => `${file}: ${label}`);
    });
    assert.deepEqual(found, []);
  });
});
