import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['server', 'client', 'package.json', 'esbuild.mjs'];

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Bundles the product where a bundle is missing or older than its sources. */
export function build(): void {
  const bundles = ['dist/gouji.js', 'dist/server.js'];
  const oldest = Math.min(...bundles.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)));
  if (oldest < Math.max(...sources.map(newest))) execFileSync('node', ['esbuild.mjs'], { stdio: 'inherit' });
}
