import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encode } from 'iconv-lite';
import { build } from '../support/build';
import { sound } from '../support/drafts';
import { LspClient, type Published } from '../support/lsp';
import { exchanged, lastYear } from '../support/two-years';

const draft = sound('tabbed', exchanged);
const yearBefore = sound('piped', lastYear);

/** Whether last year's report settled which of two explanations holds. */
const isSettled = ({ diagnostics }: Published): boolean =>
  diagnostics.some(({ code, message }) => code === 'wrong-cell' && String(message).includes('上年报告'));

describe('the report of the year before, beside an open draft', function () {
  this.timeout(30_000);
  let folder = '';
  const clients: LspClient[] = [];
  const at = (name: string): string => pathToFileURL(join(folder, name)).href;
  before(function () {
    this.timeout(120_000);
    build();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-neighbours-'));
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<LspClient> {
    const client = await LspClient.start({ isWorkspace: true });
    clients.push(client);
    return client;
  }

  /** Waits until what was published last of a draft is settled by last year's report, or no more so. */
  const until = (client: LspClient, uri: string, settled: boolean): Promise<true> =>
    client.until(settled ? 'what last year’s report says' : 'the end of it', () => {
      const last = client.published(uri).at(-1);
      return last && isSettled(last) === settled ? true : undefined;
    });

  it('is read from the folder, whatever its name, its layout and its encoding', async () => {
    for (const content of [Buffer.from(yearBefore), encode(yearBefore, 'gb18030')]) {
      writeFileSync(join(folder, '旧稿.md'), content);
      writeFileSync(join(folder, '其他.txt'), '会议纪要');
      writeFileSync(join(folder, '图.txt'), Buffer.from([0xff, 0xff, 0xff]));
      const client = await start();
      await client.open(at('年报.txt'), draft);
      await until(client, at('年报.txt'), true);
    }
  });
  it('is read again when it changes, and forgotten when it is gone', async () => {
    const client = await start();
    await client.open(at('年报.txt'), draft);
    const told = (type: number): void =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('旧稿.md'), type }] });
    writeFileSync(join(folder, '旧稿.md'), yearBefore);
    told(1);
    await until(client, at('年报.txt'), true);
    writeFileSync(join(folder, '旧稿.md'), yearBefore.replaceAll('2023', '2020'));
    told(2);
    await until(client, at('年报.txt'), false);
    writeFileSync(join(folder, '旧稿.md'), yearBefore);
    told(2);
    await until(client, at('年报.txt'), true);
    rmSync(join(folder, '旧稿.md'));
    told(3);
    await until(client, at('年报.txt'), false);
  });
  it('counts as it is open, also where there is no disk', async () => {
    const client = await start();
    const [own, other] = ['vscode-vfs://github/o/r/年报.txt', 'vscode-vfs://github/o/r/旧稿.md'];
    await client.open(own, draft);
    await client.open(other, yearBefore);
    await until(client, own, true);
    client.notify('textDocument/didClose', { textDocument: { uri: other } });
    await until(client, own, false);
  });
  it('of another folder tells nothing', async () => {
    const client = await start();
    await client.open('vscode-vfs://github/o/r/2023/旧稿.md', yearBefore);
    const first = await client.open(at('年报.txt'), draft);
    await client.hover(at('年报.txt'), { line: 0, character: 0 });
    assert.ok(!isSettled(first));
    assert.equal(client.published(at('年报.txt')).length, 1);
  });
});

describe('the place of the last edit in an open draft', function () {
  this.timeout(30_000);
  const clients: LspClient[] = [];
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
  });

  it('is where a fix is offered first; a text that came whole has none', async () => {
    const client = await LspClient.start();
    clients.push(client);
    const uri = 'file:///draft.txt';
    const lines = sound().split('\n');
    const from = lines.indexOf('四、政府信息公开行政复议、行政诉讼情况');
    const line = lines.findIndex((one, i) => i > from && /^\d+\t/u.test(one));
    const figures = (lines[line] ?? '').split('\t');
    // A number where there was none: less likely than one digit wrong in a neighbour, but for the edit.
    const at = figures.slice(0, 2).join('\t').length + 1;
    const range = {
      start: { line, character: at },
      end: { line, character: at + (figures[2] ?? '').length },
    };
    const text = String(Number(figures[2]) + 3);
    await client.open(uri, sound());
    /** Where the fixes offered would write, in their order. */
    const places = async (): Promise<string[]> => {
      const row = { start: { line, character: 0 }, end: { line, character: 200 } };
      const actions = await client.actions(uri, row, ['quickfix']);
      return actions.flatMap(({ edit }) =>
        (edit?.documentChanges ?? []).flatMap((one) =>
          'edits' in one && 'range' in (one.edits[0] ?? {})
            ? one.edits.map((each) => JSON.stringify('range' in each ? each.range.start : null))
            : [],
        ),
      );
    };
    await client.change(uri, 2, [{ range, text }]);
    const typed = await places();
    assert.equal(typed[0], JSON.stringify(range.start));
    const whole = lines.with(line, figures.with(2, text).join('\t')).join('\n');
    await client.change(uri, 3, [{ text: whole }]);
    const opened = await places();
    assert.notEqual(opened[0], typed[0]);
    assert.deepEqual([...opened].sort(), [...typed].sort());
  });
});
