import assert from 'node:assert/strict';
import { build } from '../support/build';
import { sound } from '../support/drafts';
import { type ClientOptions, LspClient } from '../support/lsp';
import { soundValues, withCells } from '../support/values';

const uri = 'file:///draft.txt';
const right = soundValues.cells.get('requests/granted/total') ?? '';
const wrong = sound('tabbed', withCells(soundValues, { 'requests/granted/total': `${right}7` }));
const line = wrong.split('\n').findIndex((one) => one.endsWith(`\t${right}7`));
const clients: LspClient[] = [];

async function start(options: ClientOptions = {}): Promise<LspClient> {
  const client = await LspClient.start(options);
  clients.push(client);
  return client;
}

/** The severities published last, once there are so many publications. */
async function severities(client: LspClient, publications: number): Promise<unknown[]> {
  const last = await client.until(
    `${publications} publications`,
    () => client.published(uri)[publications - 1],
  );
  return last.diagnostics.map((one) => one.severity);
}

function caret(client: LspClient, at: number | null): void {
  client.notify('gouji/caret', { uri, line: at });
}

describe('while the numbers of a row are being typed', function () {
  this.timeout(30_000);
  before(function () {
    this.timeout(120_000);
    build();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
  });

  it('its sums are a hint, and an error once the row is left', async () => {
    const client = await start();
    await client.open(uri, wrong);
    caret(client, line);
    assert.deepEqual(await severities(client, 2), [4]);
    assert.deepEqual(
      (await client.change(uri, 2, [{ text: wrong }])).diagnostics.map((one) => one.severity),
      [4],
    );
    caret(client, null);
    assert.deepEqual(await severities(client, 4), [1]);
    const counted = (errors: number): Promise<unknown> =>
      client.until(`a status with ${errors} errors`, (heard) =>
        heard.findLast(
          ({ method, params }) =>
            method === 'gouji/status' && (params as { errors: number }).errors === errors,
        ),
      );
    await counted(0);
    await counted(1);
  });
  it('its sums are an error once the draft is saved', async () => {
    const client = await start();
    await client.open(uri, wrong);
    caret(client, line);
    assert.deepEqual(await severities(client, 2), [4]);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await severities(client, 3), [1]);
  });
  it('nothing is published again where it would say the same', async () => {
    const client = await start();
    await client.open(uri, wrong);
    for (const at of [0, 3, line + 1, null]) caret(client, at);
    await client.hover(uri, { line: 0, character: 0 });
    assert.equal(client.published(uri).length, 1);
  });
  it('the sums of another row are as they were', async () => {
    const client = await start();
    await client.open(uri, wrong);
    caret(client, line + 2);
    const { diagnostics } = await client.change(uri, 2, [{ text: wrong }]);
    assert.deepEqual(
      diagnostics.map((one) => one.severity),
      [1],
    );
  });
  it('what is no line of a document it knows is passed over', async () => {
    const client = await start();
    await client.open(uri, wrong);
    for (const params of [
      null,
      {},
      { uri: 5, line: 1 },
      { uri: 'file:///other.txt', line: 1 },
      { uri, line: 'x' },
    ])
      client.notify('gouji/caret', params);
    assert.deepEqual((await client.change(uri, 2, [{ text: sound() }])).diagnostics, []);
  });
});

describe('before a draft is saved', function () {
  this.timeout(30_000);
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
  });

  const switchedOn = { settings: { recalculateTotalsOnSave: true } };
  it('nothing is written unless the user wants it', async () => {
    const client = await start();
    await client.open(uri, wrong);
    assert.deepEqual(await client.beforeSaving(uri), []);
  });
  it('totals are worked out anew where the user wants it', async () => {
    const client = await start(switchedOn);
    await client.open(uri, wrong);
    const edits = (await client.beforeSaving(uri)) ?? [];
    assert.deepEqual(
      edits.map((edit) => [edit.range.start.line, edit.newText]),
      [[line, right]],
    );
  });
  it('a table with an input that is known to be wrong is left as it is', async () => {
    const client = await start(switchedOn);
    await client.open(
      uri,
      sound('tabbed', withCells(soundValues, { 'requests/granted/naturalPerson': '777' })),
    );
    assert.deepEqual(await client.beforeSaving(uri), []);
  });
  it('an editor that can be told later is asked only once it is switched on', async () => {
    const client = await start({ ...switchedOn, registersSaving: true });
    const asked = (method: string): boolean =>
      client.heard.some(
        (one) =>
          one.method === method && JSON.stringify(one.params).includes('textDocument/willSaveWaitUntil'),
      );
    await client.until('its registration', () => asked('client/registerCapability') || undefined);
    client.settings = {};
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('the end of it', () => asked('client/unregisterCapability') || undefined);
  });
});

describe('a plan of many edits', function () {
  this.timeout(30_000);
  afterEach(() => {
    for (const client of clients.splice(0)) client.kill();
  });

  it('is worked out for the version in which it is carried out', async () => {
    const client = await start({ isResolving: true });
    await client.open(uri, wrong);
    const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const actions = await client.actions(uri, whole, ['source.fixAll', 'refactor']);
    assert.equal(actions.length, 2);
    const moved = `\n${wrong}`;
    await client.change(uri, 2, [{ text: moved }]);
    for (const action of actions) {
      assert.equal(action.edit, undefined);
      const { edit } = await client.request<typeof action>('codeAction/resolve', action);
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      assert.equal(change.textDocument.version, 2);
      assert.deepEqual(
        change.edits.map((one) => ('newText' in one ? [one.range.start.line, one.newText] : one)),
        [[line + 1, right]],
      );
    }
  });
});
