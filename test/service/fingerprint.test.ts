import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedForms } from '../../server/src/form/load';
import { type Analysis, analyse, ignorableFingerprint } from '../../server/src/service/analysis';
import { defaultProfile, type Profile } from '../../server/src/service/profile';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';
import { headings, sound, withoutTable, withText } from '../support/drafts';
import { changed, runs } from '../support/marks';
import { layoutNames } from '../support/render';
import { soundValues } from '../support/values';

const name = 'requests/granted/total';
const wrong = String(Number(soundValues.cells.get(name)) + 1);
const oldTitle = '五、存在问题及改进措施';

function analysed(text: string, profile: Profile = defaultProfile): Analysis {
  return analyse(parse(sourceOf(text)), shippedForms(), profile);
}

/** `code fingerprint` of every finding. */
function fingerprints(text: string): string[] {
  const analysis = analysed(text);
  return analysis.findings.map((finding) => `${finding.code} ${ignorableFingerprint(analysis, finding)}`);
}

function ignoring(...entries: readonly string[]): Profile {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const ignored = entries.map((entry) => {
    const [rule = '', fingerprint = ''] = entry.split(/ (.*)/su);
    return { rule, fingerprint, file: null, reason: '', range };
  });
  return { ...defaultProfile, ignored };
}

describe('a fingerprint', () => {
  it('names what the finding is about', () => {
    assert.deepEqual(fingerprints(withText(name, wrong)), [`row-total ${name}=${wrong}`]);
    assert.deepEqual(fingerprints(changed(sound(), headings.issues, oldTitle)), [
      `section-title issues=${oldTitle.slice(2)}`,
    ]);
    assert.ok(fingerprints(withoutTable(sound(), 'proactive')).includes('missing-table proactive'));
  });

  it('is the same in every layout', () => {
    for (const layout of layoutNames)
      assert.deepEqual(fingerprints(withText(name, wrong, layout)), [`row-total ${name}=${wrong}`], layout);
  });

  it('tells two missing sections apart that are told at one place', () => {
    const draft = [headings.proactive, headings.requests].reduce(
      (text, one) => changed(text, `${one}\n`, ''),
      sound(),
    );
    const found = fingerprints(draft).filter((one) => one.startsWith('missing-section'));
    assert.deepEqual(found, ['missing-section proactive', 'missing-section requests']);
  });

  it('ignores its finding and no other', () => {
    const draft = changed(withText(name, wrong), headings.issues, oldTitle);
    const [total = '', title = ''] = fingerprints(draft);
    const codes = (profile: Profile): string[] => analysed(draft, profile).findings.map((one) => one.code);
    assert.deepEqual(codes(ignoring(total)), ['section-title']);
    assert.deepEqual(codes(ignoring(title)), ['row-total']);
    assert.deepEqual(codes(ignoring(title, total)), []);
    assert.deepEqual(codes(ignoring(total.replace(name, 'requests/new/total'))), [
      'row-total',
      'section-title',
    ]);
    assert.deepEqual(codes(ignoring(total.replace('row-total', 'cell-value'))), [
      'row-total',
      'section-title',
    ]);
  });

  it('says which entries met something', () => {
    const draft = withText(name, wrong);
    const profile = ignoring(...fingerprints(draft), 'row-total elsewhere');
    const { usedEntries, silenced } = analysed(draft, profile);
    assert.deepEqual(usedEntries, profile.ignored.slice(0, 1));
    assert.deepEqual(
      silenced.map((one) => one.code),
      ['row-total'],
    );
  });

  it('looks anew at another number in the same cell', () => {
    const profile = ignoring(...fingerprints(withText(name, wrong)));
    const later = analysed(withText(name, String(Number(wrong) + 1)), profile);
    assert.deepEqual(
      later.findings.map((one) => one.code),
      ['row-total'],
    );
  });

  it('stays while other lines are edited, put in, taken out and moved', () => {
    const draft = changed(withText(name, wrong), headings.issues, oldTitle);
    const profile = ignoring(...fingerprints(draft));
    // Prose may change as it will; a table or a heading that is damaged brings findings of its own.
    const isProse = (line: string): boolean => line.trim() === '' || /[。]/u.test(line);
    const edit = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('blank', 'sentence', 'more', 'less', 'gone'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const lines = draft.split('\n');
        for (const { at, kind } of edits) {
          const prose = lines.flatMap((line, i) => (isProse(line) ? [i] : []));
          const i = prose[at % Math.max(1, prose.length)] ?? 0;
          const line = lines[i] ?? '';
          if (kind === 'blank') lines.splice(i, 0, '');
          else if (kind === 'sentence') lines.splice(i, 0, '', '全局上下认真落实各项部署。', '');
          else if (kind === 'more') lines[i] = line === '' ? line : `${line}工作有序推进。`;
          else if (kind === 'less') lines[i] = line.slice(0, Math.floor(line.length / 2));
          else if (line === '') lines.splice(i, 1);
        }
        const left = analysed(lines.join('\n'), profile).findings.map((one) => one.code);
        assert.ok(!left.includes('row-total') && !left.includes('section-title'), left.join(' '));
      }),
      { numRuns: runs(150) },
    );
  });

  it('in a compilation belongs to the report of one organization', () => {
    const other = sound().replaceAll(soundValues.organization, '砚溪区财政局');
    const both = `${withText(name, wrong)}\n${other}`;
    const [fingerprint = ''] = fingerprints(both);
    assert.match(fingerprint, new RegExp(`^row-total ${soundValues.organization}/2024/${name}`, 'u'));
  });
});
