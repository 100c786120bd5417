import assert from 'node:assert/strict';
import type { Diagnostic, Location } from 'vscode-languageserver-types';
import manifest from '../../package.json';
import { build } from '../support/build';
import { headings, sound, withLine } from '../support/drafts';
import { type ClientOptions, LspClient } from '../support/lsp';
import { changed, type Place, type Stretch, textUnder } from '../support/marks';
import { ofRequests } from '../support/prose-drafts';
import { spliced } from '../support/syntax';
import { soundValues, withCells } from '../support/values';

const uri = 'file:///draft.txt';
const name = 'requests/granted/total';
const right = soundValues.cells.get(name) ?? '';
const wrong = String(Number(right) + 1);
const wrongTotal = sound('tabbed', withCells(soundValues, { [name]: wrong }));
const clients: LspClient[] = [];

async function start(options: ClientOptions = {}): Promise<LspClient> {
  const client = await LspClient.start(options);
  clients.push(client);
  return client;
}

/** The place of a text that stands once, on one line. */
function placeOf(text: string, part: string, shift = 0): Place {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes(part));
  return { line, character: (lines[line]?.indexOf(part) ?? 0) + shift };
}

function rangeOf(text: string, part: string): Stretch {
  const start = placeOf(text, part);
  return { start, end: { line: start.line, character: start.character + part.length } };
}

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map((one) => one.code);
}

describe('the server', function () {
  this.timeout(30_000);
  before(function () {
    this.timeout(120_000);
    build();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
  });

  it('says what it can do, and ends when told to', async () => {
    const client = new LspClient();
    clients.push(client);
    const result = await client.request<{
      capabilities: Record<string, unknown>;
      serverInfo: { name: string; version: string };
    }>('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.deepEqual(result.serverInfo, { name: 'gouji', version: manifest.version });
    const { textDocumentSync, hoverProvider, documentSymbolProvider, codeActionProvider, ...others } =
      result.capabilities;
    assert.equal((textDocumentSync as { change: number }).change, 2, 'edits are taken as edits');
    assert.ok(hoverProvider && documentSymbolProvider);
    assert.ok(others.definitionProvider && others.referencesProvider);
    const kinds = (codeActionProvider as { codeActionKinds: string[] }).codeActionKinds;
    assert.ok(kinds.includes('quickfix') && kinds.includes('source.fixAll.gouji'));
    client.notify('initialized', {});
    assert.equal(await client.stop(), 0);
  });

  it('publishes what it finds, with the version and the places that have to do with it', async () => {
    const client = await start();
    const { version, diagnostics } = await client.open(uri, wrongTotal, 'plaintext', 7);
    assert.equal(version, 7);
    assert.deepEqual(codes(diagnostics), ['row-total']);
    const [diagnostic] = diagnostics;
    assert.equal(diagnostic?.source, 'gouji');
    assert.equal(diagnostic?.severity, 1);
    assert.equal(textUnder(wrongTotal, diagnostic?.range ?? assert.fail()), wrong);
    const related = diagnostic?.relatedInformation ?? [];
    assert.equal(related.length, 2, 'its row and its column');
    for (const { location, message } of related) {
      assert.equal(location.uri, uri);
      assert.match(textUnder(wrongTotal, location.range), /^\d+$/u);
      assert.ok(message.includes(wrong), message);
    }
  });

  it('follows edits one by one', async () => {
    const client = await start();
    assert.deepEqual((await client.open(uri, sound())).diagnostics, []);
    const row = rangeOf(sound(), lineAt(sound(), '予以公开\t'));
    const broken = await client.change(uri, 2, [{ range: row, text: lineAt(wrongTotal, '予以公开\t') }]);
    assert.deepEqual(codes(broken.diagnostics), ['row-total']);
    const mended = await client.change(uri, 3, [
      { range: broken.diagnostics[0]?.range ?? assert.fail(), text: right },
    ]);
    assert.deepEqual(mended.diagnostics, []);
    const whole = await client.change(uri, 4, [{ text: wrongTotal }]);
    assert.deepEqual(codes(whole.diagnostics), ['row-total']);
    const two = await client.change(uri, 5, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' },
      { range: moved(whole.diagnostics[0]?.range ?? assert.fail(), 1), text: right },
    ]);
    assert.deepEqual(two.diagnostics, []);
  });

  it('of many quick edits publishes the newest last, and never an older one after it', async () => {
    const client = await start();
    await client.open(uri, sound());
    const at = placeOf(sound(), '现将情况');
    for (let version = 2; version <= 60; version++) {
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text: '又' }],
      });
    }
    await client.diagnostics(uri, 60);
    const versions = client.published(uri).map((one) => one.version ?? -1);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal(versions.at(-1), 60);
  });

  it('clears what it published when the document is closed', async () => {
    const client = await start();
    await client.open(uri, wrongTotal);
    client.notify('textDocument/didClose', { textDocument: { uri } });
    const last = await client.until('the cleared diagnostics', () =>
      client.published(uri).findLast((one) => one.diagnostics.length === 0),
    );
    assert.deepEqual(last.diagnostics, []);
    assert.equal(await client.hover(uri, { line: 0, character: 0 }), null);
  });

  it('offers the fix of a finding for the version it was found in', async () => {
    const client = await start();
    const { diagnostics } = await client.open(uri, wrongTotal, 'plaintext', 3);
    const range = diagnostics[0]?.range ?? assert.fail();
    const [action, ...rest] = await client.actions(uri, range, ['quickfix']);
    assert.deepEqual(rest, []);
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action?.isPreferred, true);
    assert.deepEqual(codes(action?.diagnostics ?? []), ['row-total']);
    assert.deepEqual(action?.edit?.documentChanges, [
      { textDocument: { uri, version: 3 }, edits: [{ range, newText: right }] },
    ]);
    assert.deepEqual(await client.actions(uri, rangeOf(wrongTotal, '砚溪区')), []);
  });

  it('offers edits without a version to an editor that knows of none', async () => {
    const client = await start({ isPlain: true });
    const { diagnostics } = await client.open(uri, wrongTotal);
    const range = diagnostics[0]?.range ?? assert.fail();
    const [action] = await client.actions(uri, range, ['quickfix']);
    assert.deepEqual(action?.edit, { changes: { [uri]: [{ range, newText: right }] } });
  });

  it('mends all that has one right answer as one action', async () => {
    const client = await start();
    const text = changed(wrongTotal, headings.issues, '五、存在问题及改进措施');
    await client.open(uri, text);
    const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const actions = await client.actions(uri, whole, ['source.fixAll']);
    assert.deepEqual(
      actions.map((one) => one.kind),
      ['source.fixAll.gouji'],
    );
    const [change] = actions[0]?.edit?.documentChanges ?? [];
    const edits = (change as { edits: { range: Stretch; newText: string }[] }).edits;
    const fixed = [...edits].sort((a, b) => b.range.start.line - a.range.start.line).reduce(spliced, text);
    assert.equal(fixed, sound());
    assert.deepEqual(
      (await client.actions(uri, whole, ['quickfix'])).map((one) => one.kind),
      ['quickfix', 'quickfix'],
    );
  });

  it('works out all totals of a table anew where one differs, and offers that nowhere else', async () => {
    const client = await start();
    await client.open(uri, wrongTotal);
    const [action, ...others] = await client.actions(uri, rangeOf(wrongTotal, wrong), ['refactor']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'refactor.rewrite.gouji');
    const [change] = action?.edit?.documentChanges ?? [];
    const edits = (change as { edits: { range: Stretch; newText: string }[] }).edits;
    assert.deepEqual(edits, [{ range: rangeOf(wrongTotal, wrong), newText: right }]);
    assert.deepEqual(await client.actions(uri, rangeOf(wrongTotal, '砚溪区'), ['refactor']), []);
  });

  it('explains a cell, a row, a column and a section', async () => {
    const client = await start();
    await client.open(uri, wrongTotal);
    const explained = async (place: Place): Promise<string> => {
      const hover = await client.hover(uri, place);
      assert.ok(hover?.range, 'there is something to say');
      return `${textUnder(wrongTotal, hover.range)}: ${(hover.contents as { value: string }).value}`;
    };
    const end = lineAt(wrongTotal, '予以公开\t').length;
    const cell = await explained({ line: placeOf(wrongTotal, '予以公开\t').line, character: end });
    assert.ok(cell.startsWith(`${wrong}: `));
    assert.match(cell, new RegExp(`予以公开.*总计.*${wrong}`, 'u'));
    assert.match(cell, /✘/u);
    assert.match(await explained(placeOf(wrongTotal, '（一）予以公开', 4)), /^（一）予以公开: .*予以公开/u);
    assert.match(await explained(placeOf(wrongTotal, '商业企业', 1)), /^商业企业: .*商业企业/u);
    assert.match(
      await explained(placeOf(wrongTotal, headings.requests, 5)),
      /收到和处理政府信息公开申请情况\*\*/u,
    );
    assert.equal(await client.hover(uri, placeOf(wrongTotal, '现将情况')), null);
  });

  it('leads from a number of running text to its cell, and back', async () => {
    const client = await start();
    const text = ofRequests('结转下年度继续办理77件。');
    await client.open(uri, text);
    const params = { textDocument: { uri }, position: placeOf(text, '77件') };
    const [cell] = await client.request<Location[]>('textDocument/definition', params);
    assert.equal(
      textUnder(text, cell?.range as Stretch),
      soundValues.cells.get('requests/carriedForward/total'),
    );
    const back = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: cell?.range.start,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      back.map(({ range }) => textUnder(text, range)),
      ['77'],
    );
  });

  it('outlines sections, tables and rows', async () => {
    const client = await start();
    await client.open(uri, wrongTotal);
    const symbols = await client.symbols(uri);
    assert.deepEqual(
      symbols.map((one) => one.name),
      Object.values(headings),
    );
    const [table] = symbols[2]?.children ?? [];
    assert.equal(table?.children?.length, 25);
    assert.match(table?.detail ?? '', /2/u);
    const inside = (inner: Stretch, outer: Stretch): boolean =>
      notBehind(outer.start, inner.start) && notBehind(inner.end, outer.end);
    for (const section of symbols) {
      assert.ok(inside(section.selectionRange, section.range), section.name);
      for (const child of section.children ?? []) {
        assert.ok(
          inside(child.range, section.range) && inside(child.selectionRange, child.range),
          child.name,
        );
        for (const row of child.children ?? []) assert.ok(inside(row.selectionRange, row.range), row.name);
      }
    }
  });

  it('takes severities from the editor’s settings, and what it does not know leaves no trace', async () => {
    const settings = {
      rules: { 'row-total': 'warning', 'no-such-rule': 'error', 'missing-section': 'loud', 'cell-value': 5 },
      other: true,
    };
    const client = await start({ settings });
    const { diagnostics } = await client.open(uri, wrongTotal);
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['row-total', 2]],
    );
    const seen = client.published(uri).length;
    client.settings = { rules: { 'row-total': 'off' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('diagnostics under new settings', () => client.published(uri)[seen]);
    assert.deepEqual(client.published(uri).at(-1)?.diagnostics, []);
    const range = diagnostics[0]?.range ?? assert.fail();
    assert.deepEqual(await client.actions(uri, range, ['quickfix']), []);
    client.settings = { rules: 'nonsense' };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('diagnostics under no settings', () => client.published(uri)[seen + 1]);
    assert.deepEqual(
      client
        .published(uri)
        .at(-1)
        ?.diagnostics.map((one) => one.severity),
      [1],
    );
  });

  it('publishes nothing before it knows the settings', async () => {
    const client = await start({ settings: { rules: { 'row-total': 'off' } } });
    await client.open(uri, wrongTotal);
    for (const { diagnostics } of client.published(uri)) assert.deepEqual(diagnostics, []);
  });

  it('speaks the editor’s language, or the one that is set', async () => {
    const han = /\p{Script=Han}/u;
    const message = async (options: ClientOptions): Promise<string> => {
      const client = await start(options);
      return String((await client.open(uri, wrongTotal)).diagnostics[0]?.message);
    };
    assert.match(await message({ locale: 'zh-cn' }), /六栏之和/u);
    assert.match(await message({ locale: 'en-GB' }), /six columns/u);
    assert.match(await message({ locale: 'en', settings: { language: 'zh' } }), /六栏之和/u);
    assert.match(await message({ locale: 'zh-cn', settings: { language: 'en' } }), /six columns/u);
    assert.match(await message({ locale: 'zh-cn', settings: { language: 'auto' } }), han);
  });

  it('has nothing to say of what is no report', async () => {
    const client = await start();
    const text = '# Notes\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    assert.deepEqual((await client.open(uri, text, 'markdown')).diagnostics, []);
    assert.equal(await client.hover(uri, { line: 4, character: 2 }), null);
    assert.deepEqual(await client.symbols(uri), []);
    assert.deepEqual(await client.actions(uri, rangeOf(text, '1')), []);
    assert.deepEqual((await client.status(uri, 1)).reports, []);
  });

  it('tells the status where it changed', async () => {
    const client = await start();
    await client.open(uri, wrongTotal);
    const status = await client.status(uri, 1);
    assert.deepEqual([status.errors, status.warnings], [1, 0]);
    const [report] = status.reports;
    assert.equal(report?.form, 'disclosure-2021');
    assert.equal(report?.year, 2024);
    assert.deepEqual([report?.tables, report?.tablesReconciled], [3, 2]);
    await client.change(uri, 2, [{ text: sound() }]);
    const later = await client.status(uri, 2);
    assert.deepEqual([later.errors, later.reports[0]?.tablesReconciled], [0, 3]);
    await client.change(uri, 3, [{ text: `${sound()}\n` }]);
    await client.change(uri, 4, [{ text: wrongTotal }]);
    assert.equal((await client.status(uri, 4)).errors, 1);
    const told = client.heard.filter((one) => one.method === 'gouji/status');
    assert.deepEqual(
      told.map((one) => (one.params as { version: number }).version),
      [1, 2, 4],
    );
  });

  it('answers what it does not understand with an error, and lives on', async () => {
    const client = await start();
    await client.open(uri, wrongTotal);
    assert.ok((await client.reply('textDocument/unheardOf', {})).error);
    for (const params of [null, [], {}, 'x', { textDocument: null }])
      for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/documentSymbol'])
        assert.ok((await client.reply(method, params)).error, `${method} ${JSON.stringify(params)}`);
    // What names no document it has, or no place in one, is answered with nothing.
    for (const params of [
      { textDocument: {} },
      { textDocument: { uri: 5 } },
      { textDocument: { uri }, position: {} },
    ])
      assert.equal((await client.reply('textDocument/hover', params)).result ?? null, null);
    client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///unknown.txt', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [] });
    client.notify('textDocument/didClose', { textDocument: { uri: 'file:///unknown.txt' } });
    client.notify('no/such/notification', { a: 1 });
    client.sendRaw('{"jsonrpc":"2.0","id":');
    const far = { start: { line: 9999, character: 9999 }, end: { line: 9999, character: 9999 } };
    assert.equal(await client.hover(uri, far.start), null);
    assert.equal(await client.hover('file:///unknown.txt', far.start), null);
    assert.deepEqual(await client.actions('file:///unknown.txt', far), []);
    const { diagnostics } = await client.change(uri, 3, [{ range: far, text: '\n' }]);
    assert.deepEqual(codes(diagnostics), ['row-total']);
  });

  it('keeps documents apart', async () => {
    const client = await start();
    const other = 'untitled:other';
    await client.open(uri, wrongTotal);
    const damaged = withLine(sound(), '2.重复申请', (line) => line.replace(/\t\d+$/u, ''));
    assert.deepEqual(codes((await client.open(other, damaged)).diagnostics), ['incomplete-row']);
    assert.deepEqual(codes((await client.change(uri, 2, [{ text: sound() }])).diagnostics), []);
    assert.equal(client.published(other).length, 1);
  });

  it('counts UTF-16 units, in CRLF as in LF', async () => {
    const client = await start();
    const text = changed(wrongTotal, '三、本年度办理结果', '三、本年度办理结果数𠮷😀').replaceAll(
      '\n',
      '\r\n',
    );
    const { diagnostics } = await client.open(uri, text);
    const range = diagnostics[0]?.range ?? assert.fail();
    assert.equal(textUnder(text, range), wrong);
    assert.deepEqual((await client.change(uri, 2, [{ range, text: right }])).diagnostics, []);
  });
});

function lineAt(text: string, part: string): string {
  return text.split('\n').find((line) => line.includes(part)) ?? '';
}

function moved({ start, end }: Stretch, lines: number): Stretch {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}

function notBehind(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
