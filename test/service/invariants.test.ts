import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf } from '../support/check';
import { type Place, runs, type Stretch } from '../support/marks';
import { editIn, randomEdit } from '../support/random-edits';
import { allLayoutNames, renderReport } from '../support/render';
import { seeds } from '../support/seeds';
import { explain, fixed, type Outlined, outline } from '../support/service';
import { spliced } from '../support/syntax';
import { soundValues } from '../support/values';

const texts = [
  ...allLayoutNames.flatMap((layout) => {
    const text = renderReport(soundValues, layout);
    return [text, text.replaceAll('\n', '\r\n')];
  }),
  ...seeds.map((seed) => seed.text),
];

/** A draft that a few random edits have damaged. */
const damaged = fc
  .tuple(fc.constantFrom(...texts), fc.array(randomEdit, { maxLength: 6 }))
  .map(([text, edits]) =>
    edits.reduce((before, random) => spliced(before, editIn(lengths(before), random)), text),
  );

function lengths(text: string): number[] {
  return text.split(/\r\n|\r|\n/u).map((line) => line.length);
}

function isInside({ start, end }: Stretch, lines: readonly number[]): boolean {
  const exists = ({ line, character }: Place): boolean =>
    character >= 0 && character <= (lines[line] ?? Number.NEGATIVE_INFINITY);
  return exists(start) && exists(end) && !isBehind(start, end);
}

function isBehind(a: Place, b: Place): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}

function holds(outer: Stretch, inner: Stretch): boolean {
  return !isBehind(outer.start, inner.start) && !isBehind(inner.end, outer.end);
}

describe('whatever the draft', () => {
  it('every range lies inside it, and the edits of a fix do not overlap', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const lines = lengths(text);
        for (const { code, range, related, fixes } of findingsOf(text)) {
          assert.ok(isInside(range, lines), `${code} ${JSON.stringify(range)}`);
          for (const place of related) assert.ok(isInside(place.range, lines), `${code}, related`);
          for (const { edits } of fixes) {
            const sorted = [...edits].sort((a, b) => (isBehind(a.range.start, b.range.start) ? 1 : -1));
            sorted.forEach((edit, i) => {
              assert.ok(isInside(edit.range, lines), `${code}, its fix`);
              const next = sorted[i + 1];
              if (next) assert.ok(!isBehind(edit.range.end, next.range.start), `${code}, overlapping edits`);
            });
          }
        }
      }),
      { numRuns: runs(500) },
    );
  }).timeout(600_000);

  it('mending everything comes to an end, and a second time changes nothing', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const once = fixed(text);
        assert.equal(once.preferredLeft, 0);
        assert.equal(fixed(once.text).text, once.text);
      }),
      { numRuns: runs(500) },
    );
  }).timeout(600_000);

  it('the outline is nested as an editor demands', () => {
    const check = (symbols: readonly Outlined[], outer: Stretch | null, lines: readonly number[]): void => {
      for (const { name, range, selectionRange, children } of symbols) {
        assert.notEqual(name, '');
        assert.ok(isInside(range, lines) && holds(range, selectionRange), name);
        if (outer) assert.ok(holds(outer, range), name);
        check(children ?? [], range, lines);
      }
    };
    fc.assert(
      fc.property(damaged, (text) => check(outline(text), null, lengths(text))),
      { numRuns: runs(300) },
    );
  }).timeout(600_000);

  it('every place has an explanation around it or none', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const at = explain(text);
        const lines = lengths(text);
        lines.forEach((length, line) => {
          for (let character = 0; character <= length; character += 7) {
            const found = at({ line, character });
            if (!found) continue;
            assert.ok(isInside(found.range, lines));
            assert.ok(holds(found.range, { start: { line, character }, end: { line, character } }));
            assert.doesNotMatch(found.value, /undefined|NaN|\[object/u);
          }
        });
      }),
      { numRuns: runs(100) },
    );
  }).timeout(600_000);
});
