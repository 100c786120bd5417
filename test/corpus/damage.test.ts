import { deepEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { shippedForms } from '../../server/src/form/load';
import { analyse } from '../../server/src/service/analysis';
import { defaultProfile } from '../../server/src/service/profile';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';

const arithmetic = new Set(['wrong-cell', 'row-total', 'result-total', 'carry-balance', 'proceedings-total']);

/** What equations a draft is told to break: the code and the two sums of each. */
function brokenEquations(text: string): string[] {
  const { findings } = analyse(parse(sourceOf(text)), shippedForms(), defaultProfile);
  return findings
    .filter(({ code }) => arithmetic.has(code))
    .map(({ code, message }) => `${code} ${message.zh}`);
}

/** Damage as pasting does it: no digit is changed, but separators, labels, lines and cells are lost. */
const damages: readonly ((text: string, at: number) => string)[] = [
  // A separator is lost and two cells run together.
  (text, at) => removeNth(text, /[\t|]|<\/td><td[^>]*>/gu, at, ''),
  // A line break is lost.
  (text, at) => removeNth(text, /\n/gu, at, ''),
  // A line is lost.
  (text, at) => removeNth(text, /[^\n]*\n/gu, at, ''),
  // A label is lost.
  (text, at) => removeNth(text, /[一-鿿（）“”、.0-9]{4,}(?=[\t| ])/gu, at, ''),
  // A cell with its number is lost.
  (text, at) => removeNth(text, /(?<=[\t| ])\d+[\t| ]|<td[^>]*>(?:<p[^>]*>)?\d+(?:<\/p>)?<\/td>/gu, at, ''),
  // A page number comes in between.
  (text, at) => removeNth(text, /\n/gu, at, '\n- 7 -\n'),
  // A number is blotted out.
  (text, at) => removeNth(text, /(?<=[\t| >])\d+(?=[\t| <\n])/gu, at, '?'),
];

function removeNth(text: string, pattern: RegExp, n: number, by: string): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[n % Math.max(1, matches.length)];
  return match ? text.slice(0, match.index) + by + text.slice(match.index + match[0].length) : text;
}

function checkFolder(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => !one.endsWith('.json'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    // Where an equation is broken already, damage may leave another one to tell the same mistake by.
    if (brokenEquations(text).length > 0) continue;
    it(`of ${name} breaks no equation`, () => {
      const runs = Number(process.env.GOUJI_RUNS ?? 300) / 10;
      fc.assert(
        fc.property(fc.nat(10_000), fc.nat(damages.length - 1), (at, kind) => {
          const damaged = damages[kind]?.(text, at) ?? text;
          deepEqual(brokenEquations(damaged), []);
        }),
        { numRuns: Math.ceil(runs) },
      );
    });
  }
}

describe('damage', () => {
  checkFolder(resolve('examples'));
  for (const folder of [resolve('..', 'shared', 'seeds'), resolve('..', 'shared', 'drafts')]) {
    if (existsSync(folder)) checkFolder(folder);
    else console.log('  left out: damage to further drafts (no folder of them beside this checkout)');
  }
});
