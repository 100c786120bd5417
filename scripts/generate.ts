// Writes what follows from the rules: their pages, the index, the settings. With `--check` nothing is written,
// and the run fails where a file is not current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles, pagesFolder } from './generated-files';

const root = path.join(import.meta.dirname, '..');
const inRoot = (name: string): string => path.join(root, name);
const checkOnly = process.argv.includes('--check');

const files = generatedFiles((name) => readFileSync(inRoot(name), 'utf8'));
const stale = [...files.keys()].filter(
  (name) => !existsSync(inRoot(name)) || readFileSync(inRoot(name), 'utf8') !== files.get(name),
);
const left = existsSync(inRoot(pagesFolder))
  ? readdirSync(inRoot(pagesFolder))
      .map((name) => `${pagesFolder}/${name}`)
      .filter((name) => !files.has(name))
  : [];

for (const name of [...stale, ...left])
  console.log(`${checkOnly ? '✖ 不是最新 / not current' : '✎'} ${name}`);
if (checkOnly) process.exit(stale.length + left.length > 0 ? 1 : 0);
mkdirSync(inRoot(pagesFolder), { recursive: true });
for (const name of stale) writeFileSync(inRoot(name), files.get(name) ?? '');
for (const name of left) rmSync(inRoot(name));
