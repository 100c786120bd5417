import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { readSettingsFile } from '../../server/src/service/settings-file';
import { build } from '../support/build';
import { withText } from '../support/drafts';
import { type ClientOptions, LspClient } from '../support/lsp';
import { textUnder } from '../support/marks';
import { spliced } from '../support/syntax';
import { soundValues } from '../support/values';

const name = 'requests/granted/total';
const wrong = String(Number(soundValues.cells.get(name)) + 1);
const wrongTotal = withText(name, wrong);
const fingerprint = `${name}=${wrong}`;
const json = (content: unknown): string => JSON.stringify(content, null, 2);

let folder = '';
const clients: LspClient[] = [];
const draftUri = (): string => pathToFileURL(join(folder, '年报.txt')).href;
const fileUri = (): string => pathToFileURL(join(folder, '.gouji.json')).href;
const write = (text: string): void => writeFileSync(join(folder, '.gouji.json'), text);

async function start(options: ClientOptions = {}): Promise<LspClient> {
  const client = await LspClient.start({ isWorkspace: true, ...options });
  clients.push(client);
  return client;
}

/** The levels of the findings published last, once there are so many publications. */
async function levels(client: LspClient, uri: string, publications: number): Promise<(number | undefined)[]> {
  const last = await client.until(
    `${publications} publications of ${uri}`,
    () => client.published(uri)[publications - 1],
  );
  return last.diagnostics.map((one) => one.severity);
}

/** Waits until what was published last of the draft has these levels. */
async function untilLevels(client: LspClient, expected: readonly number[]): Promise<void> {
  await client.until(`levels ${expected}`, () => {
    const last = client
      .published(draftUri())
      .at(-1)
      ?.diagnostics.map((one) => one.severity);
    return JSON.stringify(last) === JSON.stringify(expected) ? true : undefined;
  });
}

function changedOnDisk(client: LspClient): void {
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: fileUri(), type: 2 }] });
}

/** The action that ignores the only finding of the draft. */
async function ignoreAction(client: LspClient): Promise<CodeAction | undefined> {
  const [diagnostic] = client.published(draftUri()).at(-1)?.diagnostics ?? [];
  const actions = await client.actions(draftUri(), diagnostic?.range ?? assert.fail('a finding'), [
    'quickfix',
  ]);
  return actions.find((action) => /忽略/u.test(action.title));
}

describe('the server, settings files', function () {
  this.timeout(30_000);
  before(function () {
    this.timeout(120_000);
    build();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-settings-'));
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the file holds before the editor’s settings, those before the rule’s own', async () => {
    const cases: readonly [unknown, unknown, readonly number[]][] = [
      [undefined, {}, [1]],
      [{ 'row-total': 'hint' }, {}, [4]],
      [undefined, { 'row-total': 'warning' }, [2]],
      [{ 'row-total': 'hint' }, { 'row-total': 'warning' }, [2]],
      [{ 'row-total': 'off' }, { 'row-total': 'information' }, [3]],
      [{ 'row-total': 'error' }, { 'row-total': 'off' }, []],
    ];
    for (const [editor, file, expected] of cases) {
      write(json({ rules: file }));
      const client = await start({ settings: { rules: editor } });
      const { diagnostics } = await client.open(draftUri(), wrongTotal);
      assert.deepEqual(
        diagnostics.map((one) => one.severity),
        expected,
        json([editor, file]),
      );
      client.kill();
    }
  });

  it('asks for the settings of the very document, so that those of its folder count', async () => {
    const client = await start({ settings: {} });
    await client.open(draftUri(), wrongTotal);
    const asked = client.heard.find((one) => one.method === 'workspace/configuration');
    assert.deepEqual(asked?.params, { items: [{ scopeUri: draftUri(), section: 'gouji' }] });
  });

  it('names the file in force in the status', async () => {
    const client = await start();
    await client.open(draftUri(), wrongTotal);
    assert.equal((await client.status(draftUri(), 1)).settingsFile, null);
    write('{}');
    const other = await start();
    await other.open(draftUri(), wrongTotal);
    assert.equal((await other.status(draftUri(), 1)).settingsFile, fileUri());
  });

  it('has the editor watch the files, and publishes anew when one is made, changed or removed', async () => {
    const client = await start();
    await client.open(draftUri(), wrongTotal);
    await client.until('the watch', (heard) =>
      heard.find((one) => JSON.stringify(one.params ?? '').includes('**/.gouji.json')),
    );
    write(json({ rules: { 'row-total': 'off' } }));
    changedOnDisk(client);
    assert.deepEqual(await levels(client, draftUri(), 2), []);
    write(json({ rules: { 'row-total': 'hint' } }));
    changedOnDisk(client);
    assert.deepEqual(await levels(client, draftUri(), 3), [4]);
    rmSync(join(folder, '.gouji.json'));
    changedOnDisk(client);
    assert.deepEqual(await levels(client, draftUri(), 4), [1]);
  });

  it('explains a broken file at its line and leaves all else as it was', async () => {
    write('{\n  "rules": { "row-total": "off" }\n  "language": "en"\n}\n');
    const client = await start();
    const { diagnostics } = await client.open(draftUri(), wrongTotal);
    assert.deepEqual(
      diagnostics.map((one) => one.severity),
      [1],
    );
    assert.match(String(diagnostics[0]?.message), /六栏之和/u);
    const faults = await client.until('the fault', () => client.published(fileUri()).at(-1));
    assert.deepEqual(
      faults.diagnostics.map((one) => [one.severity, one.range.start.line]),
      [[1, 2]],
    );
    write('{}');
    changedOnDisk(client);
    const mended = await client.until('no fault', () =>
      client.published(fileUri()).findLast((one) => one.diagnostics.length === 0),
    );
    assert.deepEqual(mended.diagnostics, []);
  });

  it('leaves to an editor that checks by the schema what the schema knows', async () => {
    const entry = { rule: 'row-total', fingerprint: 'requests/new/total=1', file: '年报.txt', reason: '' };
    const text = json({ rules: { 'row-totl': 'off' }, ignore: [entry] });
    write(text);
    const codes = async (checksSettingsFiles: boolean): Promise<unknown[]> => {
      const client = await start({ initializationOptions: { checksSettingsFiles } });
      await client.open(draftUri(), wrongTotal);
      const faults = await client.until('the faults', () => client.published(fileUri()).at(-1));
      return faults.diagnostics.map((one) => `${one.code} ${textUnder(text, one.range).slice(0, 10)}`);
    };
    assert.deepEqual(await codes(false), ['settings-file "row-totl"', 'unused-directive {\n      "r']);
    assert.deepEqual(await codes(true), ['unused-directive {\n      "r']);
  });

  it('follows the file while it is edited, as soon as it is well-formed', async () => {
    write('{}');
    const client = await start();
    await client.open(draftUri(), wrongTotal);
    const opened = await client.open(fileUri(), '{ "rules": { "row-totl": "off" } }', 'jsonc');
    assert.deepEqual(
      opened.diagnostics.map((one) => one.code),
      ['settings-file'],
    );
    await client.change(fileUri(), 2, [{ text: '{ "rules": { "row-total": "off" } }' }]);
    await untilLevels(client, []);
    await client.change(fileUri(), 3, [{ text: '{ "rules": { "row-total": "o' }]);
    // What is on disk holds then.
    await untilLevels(client, [1]);
    assert.deepEqual(
      await client.actions(fileUri(), { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } }),
      [],
    );
  });

  it('has the client look where the draft is not on disk', async () => {
    const uri = 'vscode-vfs://host/folder/draft.txt';
    const settingsFile = {
      uri: 'vscode-vfs://host/.gouji.json',
      text: json({ rules: { 'row-total': 'hint' } }),
      draft: 'folder/draft.txt',
    };
    const client = await start({ initializationOptions: { readsSettingsFiles: true }, settingsFile });
    const { diagnostics } = await client.open(uri, wrongTotal);
    assert.deepEqual(
      diagnostics.map((one) => one.severity),
      [4],
    );
    const without = await start({ settingsFile });
    assert.deepEqual(
      (await without.open(uri, wrongTotal)).diagnostics.map((one) => one.severity),
      [1],
    );
  });

  it('ignores a finding by an entry in the file there is, which keeps its line ends', async () => {
    const before = '{\r\n  // 区\r\n  "rules": { "cell-value": "off" } // 不查\r\n}\r\n';
    write(before);
    const client = await start();
    await client.open(draftUri(), wrongTotal);
    const action = await ignoreAction(client);
    const edits = action?.edit?.changes?.[fileUri()] ?? assert.fail('an edit of the file');
    const after = edits.reduce(spliced, before);
    assert.ok(!/[^\r]\n/u.test(after), 'CRLF throughout');
    assert.ok(after.startsWith('{\r\n  // 区\r\n  "rules": { "cell-value": "off" }'));
    const read = readSettingsFile(after);
    assert.deepEqual(read.faults, []);
    assert.deepEqual(
      read.ignored.map(({ rule, fingerprint: of, file }) => [rule, of, file]),
      [['row-total', fingerprint, '年报.txt']],
    );
    write(after);
    changedOnDisk(client);
    assert.deepEqual(await levels(client, draftUri(), 2), []);
    assert.deepEqual(client.published(fileUri()), []);
  });

  it('ignores a finding by an entry in a new file at the root of the workspace', async () => {
    const root = pathToFileURL(folder).href;
    const client = await start({
      workspaceFolders: [{ uri: root, name: 'drafts' }],
      initializationOptions: { showsSettingsFile: 'show' },
    });
    const uri = `${root}/${encodeURIComponent('教育局')}/a.txt`;
    const { diagnostics } = await client.open(uri, wrongTotal);
    const actions = await client.actions(uri, diagnostics[0]?.range ?? assert.fail(), ['quickfix']);
    const action = actions.find((one) => /忽略/u.test(one.title));
    const [create, edit] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: fileUri(), options: { ignoreIfExists: true } });
    const [insertion] = (edit as TextDocumentEdit).edits;
    const text = (insertion as { newText: string }).newText;
    const { ignored, faults } = readSettingsFile(text);
    assert.deepEqual(
      [faults.length, ignored[0]?.file, ignored[0]?.fingerprint],
      [0, '教育局/a.txt', fingerprint],
    );
    assert.deepEqual(action?.command?.arguments, [fileUri(), ignored[0]?.reason]);
  });

  it('offers no entry where the editor makes no files, or the file is no JSON', async () => {
    const plain = await start({ isWorkspace: false });
    await plain.open(draftUri(), wrongTotal);
    assert.equal(await ignoreAction(plain), undefined);
    write('{ "rules": ');
    const client = await start();
    await client.open(draftUri(), wrongTotal);
    assert.equal(await ignoreAction(client), undefined);
  });

  it('ignores a finding by a comment in Markdown', async () => {
    const client = await start();
    const text = withText(name, wrong, 'piped');
    const { diagnostics } = await client.open(draftUri(), text, 'markdown');
    const actions = await client.actions(draftUri(), diagnostics[0]?.range ?? assert.fail(), ['quickfix']);
    const [change] = actions.find((one) => /忽略/u.test(one.title))?.edit?.documentChanges ?? [];
    const { edits, textDocument } = change as TextDocumentEdit;
    assert.deepEqual(textDocument, { uri: draftUri(), version: 1 });
    const changes = [...edits]
      .reverse()
      .map((edit) => ({ range: edit.range, text: (edit as { newText: string }).newText }));
    assert.deepEqual((await client.change(draftUri(), 2, changes)).diagnostics, []);
  });

  it('links each finding to the page of its rule: where the client says, else beside the program', async () => {
    const href = async (initializationOptions: unknown): Promise<string> => {
      const client = await start({ initializationOptions });
      return (await client.open(draftUri(), wrongTotal)).diagnostics[0]?.codeDescription?.href ?? '';
    };
    assert.equal(
      await href({ rulePages: 'https://host/ext/docs/rules' }),
      'https://host/ext/docs/rules/row-total.md',
    );
    assert.equal(await href({}), pathToFileURL('docs/rules/row-total.md').href);
  });
});
