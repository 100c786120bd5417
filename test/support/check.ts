import assert from 'node:assert/strict';
import { shippedForms } from '../../server/src/form/load';
import { rules } from '../../server/src/rules/registry';
import type { Finding } from '../../server/src/rules/rule';
import { type Analysis, analyse } from '../../server/src/service/analysis';
import { defaultProfile, type Profile } from '../../server/src/service/profile';
import { parse } from '../../server/src/syntax/tree';
import { applyEdits, sourceOf, textOf } from '../../server/src/text/source';
import { readMarks, type Stretch, textUnder } from './marks';

/** Every rule as it is by itself, and the one named switched on where it is off by default. */
function profileFor(code: string | undefined): Profile {
  const rule = rules.find((one) => one.code === code && one.isOffByDefault);
  return rule ? { ...defaultProfile, levels: new Map([[rule.code, rule.severity]]) } : defaultProfile;
}

/** The one place where tests of findings touch the product: a text goes in, what is said of it comes out. */
function analysisOf(text: string, profile: Profile): Analysis {
  const analysis = analyse(parse(sourceOf(text)), shippedForms(), profile);
  assert.deepEqual(
    analysis.failures.map(({ code, error }) => `${code}: ${error}`),
    [],
    'a rule threw',
  );
  return analysis;
}

/** The findings of a text; of a rule that is off by default only where its code is given. */
export function findingsOf(text: string, code?: string): readonly Finding[] {
  return analysisOf(text, profileFor(code)).findings;
}

/** The findings of a text under a profile. */
export function findingsUnder(profile: Profile, text: string): readonly Finding[] {
  return analysisOf(text, profile).findings;
}

/** The codes of the findings, sorted, each as often as it was found. */
export function codesOf(text: string, code?: string): string[] {
  return findingsOf(text, code)
    .map((finding) => finding.code)
    .sort();
}

/** `code: the text it stands on`, in the order of the draft. */
export function said(text: string, code?: string): string[] {
  return findingsOf(text, code).map((finding) => `${finding.code}: ${textUnder(text, finding.range)}`);
}

/** A rule finds exactly what the carets mark, and nothing where there are none. */
export function check(code: string, template: string): readonly Finding[] {
  const { text, ranges } = readMarks(template);
  const found = findingsOf(text, code).filter((finding) => finding.code === code);
  assert.deepEqual(
    found.map((finding) => describe(text, finding.range)),
    ranges.map((range) => describe(text, range)),
  );
  return found;
}

function describe(text: string, range: Stretch): string {
  const { start, end } = range;
  return `${start.line}:${start.character}–${end.line}:${end.character} ${textUnder(text, range)}`;
}

/** What the findings of a code stand on, in the order of the draft. */
export function marked(code: string, text: string): string[] {
  return findingsOf(text, code)
    .filter((finding) => finding.code === code)
    .map((finding) => textUnder(text, finding.range));
}

/**
 * A rule finds something in the wrong text and nothing in any of the damaged ones: what it needs is there in part only, and
 * nobody can know.
 */
export function checkDamaged(code: string, wrong: string, damaged: readonly string[]): void {
  assert.ok(marked(code, wrong).length > 0, `${code} is found where nothing is damaged`);
  for (const text of damaged) {
    assert.notEqual(text, wrong);
    assert.deepEqual(marked(code, text), [], text.slice(0, 400));
  }
}

interface FixCheck {
  readonly code: string;
  /** Whether the fix is the one right answer, applied by fix-all. */
  readonly preferred: boolean;
  /** Codes that may be new afterwards: what was inserted blank is reported once. */
  readonly mayAdd?: readonly string[];
  /** Where several fixes are offered: the text by which its title is known. */
  readonly titled?: string;
}

/**
 * Applies a fix of the only finding with that code and expects the text `after`. The finding is gone then,
 * nothing new is found, and no further run would change the text. All of it again with CRLF line ends.
 */
export function checkFix(before: string, after: string, options: FixCheck): void {
  checkFixOnce(before, after, options);
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  checkFixOnce(crlf(before), crlf(after), options);
}

function checkFixOnce(
  before: string,
  after: string,
  { code, preferred, mayAdd = [], titled = '' }: FixCheck,
): void {
  const findings = findingsOf(before, code);
  const found = findings.filter((finding) => finding.code === code);
  assert.equal(found.length, 1, `one finding of ${code}, found: ${said(before).join(' | ')}`);
  const fix = found[0]?.fixes.find((one) => one.title.zh.includes(titled));
  assert.ok(fix, `${code} offers a fix ${titled}`);
  assert.equal(fix.preferred, preferred, 'preferred');
  const fixed = textOf(applyEdits(sourceOf(before), fix.edits));
  assert.equal(fixed, after);
  const left = codesOf(fixed, code);
  assert.ok(!left.includes(code), `${code} is gone after its fix`);
  const old = findings.map((finding) => finding.code);
  for (const one of left) {
    const at = old.indexOf(one);
    if (at >= 0) old.splice(at, 1);
    else assert.ok(mayAdd.includes(one), `${one} is new after the fix of ${code}`);
  }
}

/** A finding of this code offers no fix. */
export function checkNoFix(code: string, text: string): void {
  const found = findingsOf(text, code).filter((finding) => finding.code === code);
  assert.ok(found.length > 0, `${code} is found`);
  for (const finding of found) assert.deepEqual(finding.fixes, []);
}
