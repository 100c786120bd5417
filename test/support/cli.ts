import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Stretch } from './marks';

/** What a run of the command line left. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JsonEdit {
  readonly range: Stretch;
  readonly newText: string;
}

/** The contract of `check --format json`. */
export interface CheckJson {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly reports: readonly { form: string; year: number; organization: string; range: Stretch }[];
    readonly diagnostics: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly range: Stretch;
      readonly related: readonly { message: string; range: Stretch }[];
      readonly fixes: readonly { title: string; preferred: boolean; edits: readonly JsonEdit[] }[];
    }[];
  }[];
  readonly summary: { files: number; errors: number; warnings: number; information: number; hints: number };
}

const program = resolve('dist/gouji.js');

/** Runs the bundled program as a process of its own. */
export function gouji(args: readonly string[], input?: string | Buffer, folder?: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...(input === undefined ? {} : { input }),
    ...(folder === undefined ? {} : { cwd: folder }),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Runs `check --format json`. */
export function checkJson(
  args: readonly string[],
  input?: string | Buffer,
): CheckJson & { readonly code: number | null } {
  const run = gouji(['check', '--format', 'json', ...args], input);
  assert.equal(run.stderr, '');
  return { ...(JSON.parse(run.stdout) as CheckJson), code: run.code };
}

/** The program cannot do what is asked: code 2, one line on stderr, nothing on stdout. */
export function refuses(args: readonly string[], why: RegExp): void {
  const { code, stdout, stderr } = gouji(args);
  assert.equal(code, 2, `${args.join(' ')}: ${stdout}${stderr}`);
  assert.equal(stdout, '');
  assert.match(stderr, /^gouji: [^\n]+\n$/u);
  assert.match(stderr, why);
  assert.doesNotMatch(stderr, /\bat .+:\d+:\d+/u, 'no stack');
}

/** A folder that is gone afterwards. */
export function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
