import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A real report and its text. */
export interface Seed {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

const folder = resolve('..', 'shared', 'seeds');

/** Real reports that lie beside a developer's checkout; none where they do not. */
export const seeds: readonly Seed[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({
        name: name.slice(0, 3),
        path: join(folder, name),
        text: readFileSync(join(folder, name), 'utf8'),
      }))
  : [];

/** Says in the output that a suite is left out for want of the real reports; true where they are there. */
export function haveSeeds(suite: string): boolean {
  if (seeds.length === 0)
    console.log(`  left out: ${suite} (no folder of real reports beside this checkout)`);
  return seeds.length > 0;
}
