import assert from 'node:assert/strict';
import { checkDamaged, findingsOf, marked } from './check';
import { title } from './drafts';
import { textUnder } from './marks';

/** A small report of 2024 whose overview holds these paragraphs, behind an opening that names the year. */
export function overview(...paragraphs: string[]): string {
  return [title, '', '一、总体情况', '', '2024年，我局依法做好各项工作。', ...paragraphs, ''].join('\n\n');
}

/** What the findings of a code stand on, with `?` for warning and `i` for information before it. */
export function foundIn(code: string, ...paragraphs: string[]): string[] {
  const text = overview(...paragraphs);
  const marks = { error: '', warning: '?', information: 'i', hint: 'h' };
  return findingsOf(text, code)
    .filter((finding) => finding.code === code)
    .map(({ severity, range }) => marks[severity] + textUnder(text, range));
}

/** Declares a test for each text: a rule finds what is listed. */
export function itFinds(code: string, cases: readonly (readonly [string, ...string[]])[]): void {
  for (const [paragraph, ...expected] of cases)
    it(`finds: ${paragraph}`, () => assert.deepEqual(foundIn(code, paragraph), expected));
}

/** Declares a test: a rule finds something in the first paragraph and nothing in the damaged ones. */
export function itIgnoresDamaged(code: string, wrong: string, damaged: readonly string[]): void {
  it(`is silent on the damaged: ${wrong}`, () =>
    checkDamaged(
      code,
      overview(wrong),
      damaged.map((paragraph) => overview(paragraph)),
    ));
}

/** Declares a test for each text: a rule has nothing to say. */
export function itIgnores(code: string, paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs)
    it(`says nothing of: ${paragraph}`, () => assert.deepEqual(marked(code, overview(paragraph)), []));
}
