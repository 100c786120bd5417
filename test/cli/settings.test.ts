import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from '../support/build';
import { checkJson, gouji, withFolder } from '../support/cli';
import { headings, sound, withText } from '../support/drafts';
import { changed, textUnder } from '../support/marks';
import { soundValues } from '../support/values';

const name = 'requests/granted/total';
const wrong = String(Number(soundValues.cells.get(name)) + 1);
const wrongTotal = withText(name, wrong);
const fingerprint = `${name}=${wrong}`;

/** A folder with these files; `check` of it, or of one of them. */
function withFiles(
  files: Readonly<Record<string, string>>,
  use: (check: (path?: string) => ReturnType<typeof checkJson>, folder: string) => void,
): void {
  withFolder((folder) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    use((path = '.') => checkJson([join(folder, path)]), folder);
  });
}

/** `code severity` of all findings, file by file. */
function found({ files }: ReturnType<typeof checkJson>): string[][] {
  return files.map(({ diagnostics }) => diagnostics.map((one) => `${one.code} ${one.severity}`));
}

const settings = (content: unknown): string => JSON.stringify(content, null, 2);

describe('gouji check, settings', function () {
  this.timeout(60_000);
  before(function () {
    this.timeout(120_000);
    build();
  });

  it('the nearest settings file upward from a draft holds, and no other', () => {
    withFiles(
      {
        '.gouji.json': settings({ rules: { 'row-total': 'warning' } }),
        'a.txt': wrongTotal,
        'district/bureau/b.txt': wrongTotal,
        'district/.gouji.json': settings({ rules: { 'section-title': 'off' } }),
        'town/.gouji.json': settings({ rules: { 'row-total': 'off' } }),
        'town/c.txt': wrongTotal,
      },
      (check) => {
        const result = check();
        assert.deepEqual(found(result), [['row-total warning'], ['row-total error'], []]);
        assert.equal(result.code, 1);
      },
    );
  });

  it('the language of the settings file holds unless the command line asks for another', () => {
    withFiles({ '.gouji.json': settings({ language: 'en' }), 'a.txt': wrongTotal }, (check, folder) => {
      assert.match(check().files[0]?.diagnostics[0]?.message ?? '', /six columns/u);
      const { stdout } = gouji(['check', '--language', 'zh', folder]);
      assert.match(stdout, /六栏之和/u);
    });
  });

  it('an entry ignores its finding, which then counts for nothing and is not mended', () => {
    const ignore = [{ rule: 'row-total', fingerprint, file: 'a.txt', reason: '区里的口径' }];
    withFiles({ '.gouji.json': settings({ ignore }), 'a.txt': wrongTotal }, (check, folder) => {
      const { files, code, summary } = check();
      assert.deepEqual([files.length, files[0]?.diagnostics, code, summary.errors], [1, [], 0, 0]);
      gouji(['check', '--fix', folder]);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), wrongTotal);
    });
  });

  it('json gives the fingerprint to write into an entry', () => {
    withFiles({ 'a.txt': wrongTotal }, (check) => {
      const [diagnostic] = check().files[0]?.diagnostics ?? [];
      assert.equal((diagnostic as { fingerprint?: string }).fingerprint, fingerprint);
    });
  });

  it('an entry that ignores nothing is a hint in the settings file; of another draft’s nothing is said', () => {
    const ignore = [
      { rule: 'row-total', fingerprint: 'requests/new/total=1', file: 'a.txt', reason: '' },
      { rule: 'row-total', fingerprint, file: 'b.txt', reason: '' },
      { rule: 'row-total', fingerprint, reason: '' },
    ];
    withFiles({ '.gouji.json': settings({ ignore }), 'a.txt': sound() }, (check) => {
      const result = check();
      assert.equal(result.code, 0);
      assert.deepEqual(found(result), [['unused-directive hint'], []]);
      const range = result.files[0]?.diagnostics[0]?.range ?? assert.fail();
      assert.match(textUnder(settings({ ignore }), range), /requests\/new\/total=1/u);
    });
  });

  it('a comment silences too, and is an unused one where it does not', () => {
    const commented = (text: string): string =>
      changed(text, headings.requests, `<!-- gouji-disable row-total -->\n${headings.requests}`);
    withFiles({ 'a.txt': commented(wrongTotal), 'b.txt': commented(sound()) }, (check) =>
      assert.deepEqual(found(check()), [[], ['unused-directive hint']]),
    );
  });

  it('a broken file is explained at its line and changes nothing else', () => {
    const broken = '{\n  "rules": { "row-total": "off" }\n  "language": "en"\n}\n';
    withFiles({ '.gouji.json': broken, 'a.txt': wrongTotal }, (check, folder) => {
      const result = check();
      assert.deepEqual(found(result), [['settings-file error'], ['row-total error']]);
      assert.equal(result.files[0]?.diagnostics[0]?.range.start.line, 2);
      assert.match(gouji(['check', folder]).stdout, /\.gouji\.json:3:3 错误 .*逗号.*\[settings-file\]/u);
    });
  });

  it('what is not known in it is told, and the rest holds', () => {
    const text = settings({ rules: { 'row-total': 'hint', 'row-totl': 'off' }, langauge: 'en' });
    withFiles({ '.gouji.json': text, 'a.txt': wrongTotal }, (check) => {
      const result = check();
      assert.deepEqual(found(result), [
        ['settings-file warning', 'settings-file warning'],
        ['row-total hint'],
      ]);
      assert.equal(result.code, 0);
    });
  });

  it('standard input has the settings of the folder it is checked in', () => {
    withFiles({ '.gouji.json': settings({ rules: { 'row-total': 'off' } }) }, (_, folder) => {
      assert.equal(gouji(['check', '-'], wrongTotal, folder).code, 0);
    });
  });

  it('local demands are checked', () => {
    const text = settings({ sections: { other: { items: ['人大代表建议'] } } });
    withFiles({ '.gouji.json': text, 'a.txt': sound() }, (check) =>
      assert.deepEqual(found(check()), [['missing-item warning']]),
    );
  });
});
