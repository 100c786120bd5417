import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../support/build';
import { type CheckJson, checkJson, gouji, type JsonEdit, withFolder } from '../support/cli';
import { sectionIds } from '../support/form-data';
import { textUnder } from '../support/marks';
import { haveSeeds, type Seed, seeds } from '../support/seeds';
import { spliced } from '../support/syntax';

type Diagnostic = CheckJson['files'][number]['diagnostics'][number];

function diagnosticsOf(text: string): readonly Diagnostic[] {
  return checkJson(['-'], text).files[0]?.diagnostics ?? [];
}

/** What `inspect` says of a text: the sections with the lines of their headings. */
function sectionsOf(text: string): { id: string; line: number }[] {
  const { stdout } = gouji(['inspect', '--format', 'json', '-'], text);
  const { files } = JSON.parse(stdout) as {
    files: { reports: { sections: { id: string; range: { start: { line: number } } }[] }[] }[];
  };
  return (files[0]?.reports[0]?.sections ?? []).map(({ id, range }) => ({ id, line: range.start.line }));
}

function applied(text: string, edits: readonly JsonEdit[]): string {
  return [...edits].reverse().reduce(spliced, text);
}

if (haveSeeds('real reports on the command line')) {
  describe('real reports', () => {
    before(function () {
      this.timeout(120_000);
      build();
    });

    for (const [ends, eol] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      it(`002 with one total wrong, ${ends}: that cell is marked, and the fix gives the report back`, () => {
        const seed = seeds.find((one) => one.name === '002') as Seed;
        const original = seed.text.replace(/\r?\n/gu, eol);
        const row = /^(一、本年新收\S*\t+5(?:\t0){5}\t)5/mu;
        const wrong = original.replace(row, '$16');
        assert.notEqual(wrong, original);
        const errors = diagnosticsOf(wrong).filter((one) => one.severity === 'error');
        assert.equal(errors.length, 1);
        const [error] = errors;
        assert.equal(textUnder(wrong, error?.range ?? assert.fail()), '6');
        assert.equal(wrong.split(/\r?\n/u)[error?.range.start.line ?? -1]?.startsWith('一、本年新收'), true);
        assert.deepEqual(
          error?.fixes.filter((fix) => fix.preferred).map((fix) => fix.edits.map((edit) => edit.newText)),
          [['5']],
        );
        withFolder((folder) => {
          const path = join(folder, 'report.txt');
          writeFileSync(path, wrong);
          gouji(['check', '--fix', path]);
          assert.equal(readFileSync(path, 'utf8'), original);
        });
      });
    }

    for (const seed of seeds) {
      it(`${seed.name}: no arithmetic is wrong, and no section is missing`, () => {
        const errors = diagnosticsOf(seed.text).filter((one) => one.severity === 'error');
        assert.deepEqual(
          errors.map((one) => `${one.code} ${one.message}`),
          [],
        );
      });

      it(`${seed.name}: each section taken out is missed, that one alone, and put back in its place`, () => {
        const sections = sectionsOf(seed.text);
        assert.deepEqual(
          sections.map((section) => section.id),
          sectionIds,
        );
        const lines = seed.text.split('\n');
        sections.forEach(({ id, line }, i) => {
          const end = sections[i + 1]?.line ?? lines.length;
          const without = [...lines.slice(0, line), ...lines.slice(end)].join('\n');
          const missing = diagnosticsOf(without).filter((one) => one.code === 'missing-section');
          assert.equal(missing.length, 1, `${id}: ${missing.map((one) => one.message).join(' | ')}`);
          const fixed = applied(without, missing[0]?.fixes[0]?.edits ?? []);
          assert.deepEqual(
            sectionsOf(fixed).map((section) => section.id),
            sectionIds,
            id,
          );
          assert.deepEqual(
            diagnosticsOf(fixed).filter((one) => one.code === 'missing-section'),
            [],
          );
        });
      }).timeout(60_000);
    }
  });
}
