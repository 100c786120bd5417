import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../support/build';
import { checkJson, gouji, withFolder } from '../support/cli';
import { sound } from '../support/drafts';
import { exchanged, lastYear, thisYear } from '../support/two-years';

const draft = sound('tabbed', exchanged);
const yearBefore = sound('piped', lastYear);
const reason = '上年报告“结转下年度继续办理”为 8';

describe('the report of the year before, on the command line', () => {
  before(function () {
    this.timeout(120_000);
    build();
  });

  /** Writes files under a folder; gives the path of each. */
  function written(folder: string, files: Readonly<Record<string, string>>): string[] {
    return Object.entries(files).map(([name, text]) => {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
  }
  const codes = (paths: readonly string[]): string[] =>
    checkJson(paths).files.flatMap((file) =>
      file.diagnostics.map(({ code, message }) => `${code} ${message.includes(reason)}`),
    );

  it('is found beside the draft, and among the files of one run', () => {
    withFolder((folder) => {
      const [own = ''] = written(folder, {
        'a/年报.txt': draft,
        'a/旧稿.md': yearBefore,
        'b/别的.txt': '别的',
      });
      assert.deepEqual(codes([own]), ['wrong-cell true']);
    });
    withFolder((folder) => {
      const [own = '', other = ''] = written(folder, { '2024/年报.txt': draft, '2023/年报.md': yearBefore });
      assert.deepEqual(codes([own]), ['row-total false']);
      assert.deepEqual(codes([own, other]), ['wrong-cell true']);
      assert.deepEqual(codes([folder]), ['wrong-cell true']);
    });
  });
  it('is explained, and what it settles is fixed', () => {
    withFolder((folder) => {
      const [own = ''] = written(folder, { '年报.txt': draft, '旧稿.md': yearBefore });
      const lines = draft.split('\n');
      const line = lines.findIndex((one) => one.includes('上年结转'));
      const column = (lines[line] ?? '').search(/\d/u);
      const { stdout } = gouji(['explain', `${own}:${line + 1}:${column + 1}`, '--language', 'zh']);
      assert.ok(stdout.includes(reason), stdout);
      assert.equal(gouji(['check', '--fix', own]).code, 0);
      assert.equal(readFileSync(own, 'utf8'), sound('tabbed', thisYear));
    });
  });
  it('is not looked for beside standard input', () => {
    const { files } = checkJson(['-'], draft);
    assert.deepEqual(
      files.flatMap((file) => file.diagnostics.map(({ code }) => code)),
      ['row-total'],
    );
  });
});
