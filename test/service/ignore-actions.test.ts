import assert from 'node:assert/strict';
import fc from 'fast-check';
import markdown from 'markdown-it';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import { shippedForms } from '../../server/src/form/load';
import { type Analysis, analyse } from '../../server/src/service/analysis';
import { addedEntry } from '../../server/src/service/entry-writing';
import { ignoreAction } from '../../server/src/service/ignore-actions';
import { defaultProfile } from '../../server/src/service/profile';
import { defaultSettings } from '../../server/src/service/settings';
import { readSettingsFile } from '../../server/src/service/settings-file';
import { parse } from '../../server/src/syntax/tree';
import { applyEdits, sourceOf, textOf } from '../../server/src/text/source';
import { headings, withText } from '../support/drafts';
import { changed, runs } from '../support/marks';
import { read } from '../support/reading';
import { allLayoutNames, type LayoutName } from '../support/render';
import { seeds } from '../support/seeds';
import { soundValues } from '../support/values';

const name = 'requests/granted/total';
const wrong = String(Number(soundValues.cells.get(name)) + 1);

function analysed(text: string): Analysis {
  return analyse(parse(sourceOf(text)), shippedForms(), defaultProfile);
}

/** The draft after the comment that ignores its n-th finding, and that finding's code. */
function commented(text: string, n: number, languageId: string): { text: string; code: string } | null {
  const analysis = analysed(text);
  const finding = analysis.findings[n];
  const document = { uri: 'file:///a', version: 1, languageId, settingsFile: null };
  const action = finding && ignoreAction(analysis, finding, document, defaultSettings);
  if (!finding || !action) return null;
  const [change] = action.edit?.documentChanges ?? [];
  const edits = (change as TextDocumentEdit).edits as { range: (typeof finding)['range']; newText: string }[];
  return { text: textOf(applyEdits(sourceOf(text), edits)), code: finding.code };
}

function codes(text: string): string[] {
  return analysed(text).findings.map((one) => one.code);
}

/** Line ends of all kinds, each where the draft has one. */
function mixed(text: string): string {
  const ends = ['\n', '\r\n', '\r\n', '\n'];
  let i = 0;
  return text.replaceAll('\n', () => ends[i++ % ends.length] ?? '\n');
}

describe('ignoring by a comment', () => {
  const markup = allLayoutNames.filter((layout) => /^(?:piped|html|page)/iu.test(layout));
  const languageOf = (layout: LayoutName): string => (layout.startsWith('piped') ? 'markdown' : 'html');

  for (const layout of markup)
    for (const [ends, write] of [
      ['LF', (text: string) => text],
      ['mixed line ends', mixed],
    ] as const)
      it(`takes away the finding in a table and leaves the table whole, ${layout}, ${ends}`, () => {
        const draft = write(withText(name, wrong, layout));
        assert.deepEqual(codes(draft), ['row-total']);
        const after = commented(draft, 0, languageOf(layout));
        assert.deepEqual(codes(after?.text ?? ''), []);
        for (const [id, table] of Object.entries(read(draft).tables))
          assert.deepEqual(read(after?.text ?? '').tables[id]?.cells, table.cells);
        // What was there is there still, in its order, with its line ends.
        let rest = after?.text ?? '';
        rest = rest.replace(/(?:\r\n|\n)?<!-- gouji-enable row-total -->/u, '');
        rest = rest.replace(/<!-- gouji-disable row-total -->(?:\r\n|\n)?/u, '');
        rest = rest.replace(/ <!-- gouji-disable-line row-total -->/u, '');
        assert.equal(rest, draft);
      });

  it('in Markdown leaves the table as readers see it', () => {
    const draft = withText(name, wrong, 'piped');
    const tableOf = (text: string): string[] =>
      markdown({ html: true })
        .render(text)
        .match(/<table>[\s\S]*?<\/table>/gu) ?? [];
    assert.equal(tableOf(draft).length, 3);
    assert.deepEqual(tableOf(commented(draft, 0, 'markdown')?.text ?? ''), tableOf(draft));
  });

  it('on a heading stands on the line before, with the line end used there', () => {
    const draft = changed(
      withText(name, wrong, 'piped'),
      headings.issues,
      '五、存在问题及改进措施',
    ).replaceAll('\n', '\r\n');
    const index = codes(draft).indexOf('section-title');
    const after = commented(draft, index, 'markdown')?.text ?? '';
    assert.match(after, /\r\n<!-- gouji-disable-next-line section-title -->\r\n[^\r\n]*存在问题及改进措施/u);
    assert.deepEqual(codes(after), ['row-total']);
  });

  it('takes away every finding of damaged reports, brings none and is never idle', () => {
    const texts = [
      ...allLayoutNames.map((layout) => withText(name, wrong, layout)),
      ...seeds.map((seed) => seed.text),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), (whole, at, cut) => {
        const text = whole.slice(0, at % whole.length) + whole.slice((at % whole.length) + (cut % 200));
        const before = codes(text);
        before.slice(0, 6).forEach((code, n) => {
          const after = commented(text, n, 'markdown');
          if (!after) return;
          const left = codes(after.text);
          assert.ok(!left.includes('unused-directive'), `${code}: idle`);
          assert.ok(
            left.filter((one) => one === code).length < before.filter((one) => one === code).length,
            code,
          );
        });
      }),
      { numRuns: runs(60) },
    );
  }).timeout(120_000);
});

describe('an entry', () => {
  const entry = { rule: 'row-total', fingerprint: 'a"b', file: 'a.txt', reason: 'x' };
  /** `E` stands for an entry on one line, `E` at the head of a line for one on several. */
  const cases: readonly [string, string][] = [
    ['', '{\n  "ignore": [\n    E\n  ]\n}\n'],
    ['{}', '{\n  "ignore": [\n    E\n  ]\n}'],
    ['{\n  "rules": {} // x\n}\n', '{\n  "rules": {},\n  "ignore": [\n    E\n  ] // x\n}\n'],
    ['{ "rules": {} }', '{ "rules": {}, "ignore": [\n  E\n] }'],
    ['{ "ignore": [] }', '{ "ignore": [E] }'],
    ['{ "ignore": [1] }', '{ "ignore": [1, E] }'],
    ['{\n  "ignore": [\n    1\n  ]\n}', '{\n  "ignore": [\n    1,\n    E\n  ]\n}'],
    ['{\n  "ignore": [\n    1,\n  ],\n}', '{\n  "ignore": [\n    1,\n    E,\n  ],\n}'],
  ];
  const parts = ['"rule": "row-total"', '"fingerprint": "a\\"b"', '"file": "a.txt"', '"reason": "x"'];
  const withEntry = (text: string): string =>
    text
      .replace(/^( +)E/mu, (_, indent: string) => {
        const lines = parts.map((part, i) => `${indent}  ${part}${i < 3 ? ',' : ''}`);
        return [`${indent}{`, ...lines, `${indent}}`].join('\n');
      })
      .replace(/E(?=\])/u, () => `{ ${parts.join(', ')} }`);
  for (const [before, after] of cases)
    for (const eol of ['\n', '\r\n'])
      it(`goes into ${JSON.stringify(before.replaceAll('\n', eol))} and changes nothing else`, () => {
        const text = before.replaceAll('\n', eol);
        const edit = addedEntry(text, entry) ?? assert.fail('an edit');
        const result = textOf(applyEdits(sourceOf(text), [edit]));
        const expected = withEntry(after);
        assert.equal(result, text.includes('\n') ? expected.replaceAll('\n', eol) : expected);
        const { ignored } = readSettingsFile(result);
        assert.equal(ignored.at(-1)?.fingerprint, entry.fingerprint);
      });

  it('has no place in what is no JSON, or holds something else there', () => {
    for (const text of ['{', '[]', '{"ignore": 5}', '{"ignore": {}}', '"x"'])
      assert.equal(addedEntry(text, entry), null, text);
  });
});
