import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { rules } from '../../server/src/rules/registry';
import { build } from '../support/build';
import { checkJson, gouji, refuses, withFolder } from '../support/cli';
import { sound, withLine } from '../support/drafts';
import { exchanged } from '../support/two-years';
import { soundValues, withCells } from '../support/values';

const name = 'requests/granted/total';
const right = soundValues.cells.get(name) ?? '';
const wrong = String(Number(right) + 1);
const wrongTotal = sound('tabbed', withCells(soundValues, { [name]: wrong }));
const onlyWarning = withLine(sound(), '2.重复申请', (line) => line.replace(/\t\d+$/u, ''));

/** A file of its own with that text. */
function withFile<T>(text: string | Buffer, use: (path: string) => T, file = 'draft.txt'): T {
  return withFolder((folder) => {
    const path = join(folder, file);
    writeFileSync(path, text);
    return use(path);
  });
}

describe('gouji check', () => {
  before(function () {
    this.timeout(120_000);
    build();
  });

  it('json: says what it found, where, and how to mend it', () => {
    withFile(wrongTotal, (path) => {
      const { version, files, summary, code } = checkJson([path]);
      assert.equal(code, 1);
      assert.equal(version, 1);
      assert.deepEqual(summary, { files: 1, errors: 1, warnings: 0, information: 0, hints: 0 });
      const [file] = files;
      assert.equal(file?.path, path);
      assert.equal(file?.reports.length, 1);
      assert.deepEqual(
        file?.reports.map(({ form, year, organization }) => ({ form, year, organization })),
        [{ form: 'disclosure-2021', year: 2024, organization: soundValues.organization }],
      );
      const [diagnostic] = file?.diagnostics ?? [];
      assert.equal(diagnostic?.code, 'row-total');
      assert.equal(diagnostic?.severity, 'error');
      const line = wrongTotal.split('\n').findIndex((one) => one.includes('予以公开\t'));
      const end = wrongTotal.split('\n')[line]?.length ?? 0;
      const range = { start: { line, character: end - wrong.length }, end: { line, character: end } };
      assert.deepEqual(diagnostic?.range, range);
      assert.deepEqual(
        diagnostic?.fixes.map(({ preferred, edits }) => ({ preferred, edits })),
        [{ preferred: true, edits: [{ range, newText: right }] }],
      );
    });
  });
  it('pretty: one line a finding, with place and code, and a sum at the end', () => {
    withFile(wrongTotal, (path) => {
      const { stdout, code } = gouji(['check', path]);
      assert.equal(code, 1);
      assert.match(stdout, new RegExp(`^${path.replaceAll('.', '\\.')}:\\d+:\\d+ .+\\[row-total\\]$`, 'mu'));
      assert.ok(!stdout.includes('\u001b'), 'no colours into a pipe');
    });
  });
  it('pretty: the one right fix under a finding, and all that may be right where nobody can know', () => {
    const fixesIn = (text: string): (string | undefined)[] =>
      withFile(text, (path) => {
        const lines = gouji(['check', path]).stdout.split('\n');
        return lines.filter((line) => line.startsWith('    ')).map((line) => line.trim().split('：')[0]);
      });
    assert.deepEqual(fixesIn(wrongTotal), ['修复']);
    assert.deepEqual(fixesIn(sound('piped', exchanged)), ['改法1', '改法2']);
  });
  it('pretty: speaks the language asked for', () => {
    withFile(wrongTotal, (path) => {
      assert.match(gouji(['check', '--language', 'en', path]).stdout, / error .* 1 errors/su);
      assert.match(gouji(['check', '--language', 'zh', path]).stdout, / 错误 .*1 处错误/su);
    });
  });
  it('sarif: a log of version 2.1.0 with the rule, the place and the level', () => {
    withFile(wrongTotal, (path) => {
      const log = JSON.parse(gouji(['check', '--format', 'sarif', path]).stdout) as {
        version: string;
        runs: {
          tool: { driver: { name: string; rules: { id: string }[] } };
          columnKind: string;
          results: {
            ruleId: string;
            level: string;
            locations: {
              physicalLocation: {
                artifactLocation: { uri: string };
                region: { startLine: number; startColumn: number };
              };
            }[];
          }[];
        }[];
      };
      assert.equal(log.version, '2.1.0');
      const [run] = log.runs;
      assert.equal(run?.columnKind, 'utf16CodeUnits');
      assert.ok(run?.tool.driver.rules.some((rule) => rule.id === 'row-total'));
      const [result] = run?.results ?? [];
      assert.equal(result?.ruleId, 'row-total');
      assert.equal(result?.level, 'error');
      const place = result?.locations[0]?.physicalLocation;
      assert.equal(place?.artifactLocation.uri, encodeURI(path));
      assert.equal(
        place?.region.startLine,
        wrongTotal.split('\n').findIndex((one) => one.includes('予以公开\t')) + 1,
      );
    });
  });
  it('sarif: conforms to the schema of the format, and describes every rule', () => {
    const schema = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8')) as Schema;
    const validator = new Validator(schema, '4', false);
    withFolder((folder) => {
      writeFileSync(join(folder, 'a.txt'), wrongTotal);
      writeFileSync(join(folder, 'b 二.txt'), onlyWarning);
      writeFileSync(join(folder, '.gouji.json'), '{ "rules": { "row-totl": "off" } }');
      for (const language of ['zh', 'en']) {
        const log = JSON.parse(gouji(['check', '--format', 'sarif', '--language', language, folder]).stdout);
        const { valid, errors } = validator.validate(log);
        assert.ok(valid, JSON.stringify(errors.slice(0, 5)));
        const [run] = log.runs;
        const { rules: described } = run.tool.driver;
        for (const { code, isOffByDefault } of rules) {
          const one = described.find((rule: { id: string }) => rule.id === code);
          assert.ok(one.fullDescription.text && one.help.text && one.help.markdown, code);
          assert.equal(one.defaultConfiguration.enabled, isOffByDefault !== true, code);
        }
        assert.ok(run.results.length >= 3);
        for (const { ruleId, ruleIndex } of run.results) assert.equal(described[ruleIndex].id, ruleId);
      }
    });
    const broken = { version: '2.1.0', runs: [{ tool: {} }] };
    assert.equal(validator.validate(broken).valid, false, 'the schema says something');
  });
  it('github: one workflow command a finding, escaped', () => {
    withFile(
      wrongTotal,
      (path) => {
        const { stdout } = gouji(['check', '--format', 'github', path]);
        assert.match(
          stdout,
          /^::error file=.*a%2Cb%3A100%25\.txt,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=row-total::[^\n]+\n$/u,
        );
      },
      'a,b:100%.txt',
    );
  });

  it('ends with 0 where nothing is worse than a warning', () => {
    withFile(sound(), (path) => assert.equal(gouji(['check', path]).code, 0));
    withFile(onlyWarning, (path) => {
      const { code, summary } = checkJson([path]);
      assert.equal(code, 0);
      assert.deepEqual([summary.errors, summary.warnings], [0, 1]);
    });
  });
  it('ends with 0 on what is no report', () => {
    for (const text of ['', '# Notes\n', '\n\n', '{"a": 1}'])
      withFile(text, (path) => {
        const { code, files } = checkJson([path]);
        assert.equal(code, 0);
        assert.deepEqual(files[0]?.reports, []);
        assert.deepEqual(files[0]?.diagnostics, []);
      });
  });

  it('refuses with one line what it cannot do', () => {
    refuses(['check', 'no-such-file.txt'], /no-such-file\.txt/u);
    refuses(['check', '--format', 'xml'], /xml/u);
    refuses(['check', '--language', 'fr'], /fr/u);
    refuses(['check', '--unknown'], /unknown/u);
    refuses(['chekc'], /chekc/u);
    refuses([], /command/u);
    refuses(['inspect'], /PATH/u);
    refuses(['inspect', '--format', 'sarif', 'x'], /sarif/u);
  });
  it('names an option that it has not, in one short line', () => {
    const { code, stderr } = gouji(['check', '--lang', 'zh']);
    assert.equal(code, 2);
    assert.equal(stderr, 'gouji: 没有选项 --lang / no such option: --lang; see gouji --help\n');
  });
  it('says how it is used, asked in any place', () => {
    const { stdout } = gouji(['--help']);
    assert.match(stdout, /gouji check \[PATH…\]/u);
    for (const args of [['-h'], ['help'], ['check', '--help'], ['inspect', '-h']])
      assert.deepEqual(gouji(args), { code: 0, stdout, stderr: '' });
  });
  it('refuses binary files', () => {
    withFile(
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2]),
      (path) => refuses(['check', path], /not a text/u),
      'a.docx',
    );
  });
  it('says what to do with the files of other programs', () => {
    for (const [beginning, kind] of [
      ['PK\u0003\u0004', 'Word'],
      ['%PDF-1.7\n', 'PDF'],
      ['{\\rtf1\\ansi', 'RTF'],
    ] as const)
      withFile(beginning, (path) => {
        refuses(['check', path], new RegExp(`${kind}.*另存为.*web page`, 'u'));
        refuses(['inspect', path], new RegExp(kind, 'u'));
      });
  });

  it('says what to do with a folder of nothing but such files', () => {
    withFolder((folder) => {
      mkdirSync(join(folder, 'b'));
      for (const path of ['a.DOCX', '~$a.DOCX', 'b/c.wps', 'b/d.pdf', '.e.doc'])
        writeFileSync(join(folder, path), 'PK');
      for (const command of ['check', 'inspect'])
        refuses([command, folder], /Word、WPS、PDF 等文件 3 个.*\(3\).*另存为.*web page/u);
      writeFileSync(join(folder, 'b', 'f.txt'), sound());
      const { code, files } = checkJson([folder]);
      assert.equal(code, 0);
      assert.deepEqual(
        files.map((file) => file.path),
        [join(folder, 'b', 'f.txt')],
      );
    });
  });
  it('has nothing to say of a folder without drafts and documents', () => {
    withFolder((folder) => {
      writeFileSync(join(folder, 'a.png'), 'PNG');
      const { code, summary } = checkJson([folder]);
      assert.equal(code, 0);
      assert.equal(summary.files, 0);
    });
  });

  it('takes the drafts under a folder, by name, and nothing hidden or installed', () => {
    withFolder((folder) => {
      for (const path of [
        'b/two.md',
        'a.txt',
        'c.html',
        'd.nianbao',
        'e.docx',
        '.hidden/x.txt',
        'node_modules/y.txt',
        'b/.z.txt',
      ]) {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        writeFileSync(join(folder, path), sound());
      }
      const { files, summary } = checkJson([folder]);
      assert.deepEqual(
        files.map((file) => file.path),
        ['a.txt', 'b/two.md', 'c.html', 'd.nianbao'].map((path) => join(folder, path)),
      );
      assert.equal(summary.files, 4);
    });
  });
  it('takes several paths, in the order given', () => {
    withFolder((folder) => {
      const paths = ['2.txt', '1.txt'].map((path) => join(folder, path));
      for (const path of paths) writeFileSync(path, sound());
      assert.deepEqual(
        checkJson(paths).files.map((file) => file.path),
        paths,
      );
    });
  });
  it('takes the folder it stands in where no path is given', () => {
    withFolder((folder) => {
      writeFileSync(join(folder, 'draft.txt'), wrongTotal);
      assert.equal(gouji(['check'], undefined, folder).code, 1);
    });
  });
  it('reads standard input', () => {
    const { files, code } = checkJson(['-'], wrongTotal);
    assert.equal(code, 1);
    assert.equal(files[0]?.path, '-');
    assert.deepEqual(
      files[0]?.diagnostics.map((one) => one.code),
      ['row-total'],
    );
  });
  it('writes all of a long output into a pipe', () => {
    const compilation = Array.from({ length: 60 }, () => wrongTotal).join('\n');
    const { files } = checkJson(['-'], compilation);
    assert.ok((files[0]?.diagnostics.length ?? 0) >= 60);
  });
});

describe('gouji inspect', () => {
  before(function () {
    this.timeout(120_000);
    build();
  });

  it('json: says what was understood', () => {
    withFile(wrongTotal, (path) => {
      const { code, stdout } = gouji(['inspect', '--format', 'json', path]);
      assert.equal(code, 0);
      const { version, files } = JSON.parse(stdout) as {
        version: number;
        files: {
          reports: {
            year: number;
            sections: { id: string; ordinal: number; title: string }[];
            tables: {
              id: string;
              layout: string;
              cells: { row: string; column: string; text: string; value: number | null }[];
              equations: { id: string; state: string; left: number; right: number }[];
            }[];
            facts: unknown[];
          }[];
        }[];
      };
      assert.equal(version, 1);
      const [report] = files[0]?.reports ?? [];
      assert.equal(report?.year, 2024);
      assert.deepEqual(
        report?.sections.map((section) => section.ordinal),
        [1, 2, 3, 4, 5, 6],
      );
      const requests = report?.tables.find((table) => table.id === 'requests');
      assert.equal(requests?.layout, 'tabbed');
      assert.equal(requests?.cells.length, 175);
      const cell = requests?.cells.find((one) => one.row === 'granted' && one.column === 'total');
      assert.deepEqual([cell?.text, cell?.value], [wrong, Number(wrong)]);
      const failing = requests?.equations.filter((one) => one.state === 'fails');
      assert.deepEqual(
        failing?.map(({ id, left, right: sum }) => [id, left, sum]),
        [
          ['row.granted', Number(right), Number(wrong)],
          [
            'colResult.total',
            Number(soundValues.cells.get('requests/resultTotal/total')) + 1,
            Number(soundValues.cells.get('requests/resultTotal/total')),
          ],
        ],
      );
      assert.ok(Array.isArray(report?.facts));
    });
  });
  it('pretty: names sections and tables', () => {
    withFile(sound(), (path) => {
      const { stdout, code } = gouji(['inspect', path]);
      assert.equal(code, 0);
      assert.match(stdout, /requests \(tabbed\)/u);
    });
  });
});
