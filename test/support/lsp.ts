import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { CodeAction, Diagnostic, DocumentSymbol, Hover } from 'vscode-languageserver-types';
import type { Place, Stretch } from './marks';

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the server tells of a document after each publication. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly reports: readonly {
    form: string;
    year: number | null;
    tables: number;
    tablesReconciled: number;
  }[];
  readonly settingsFile: string | null;
  readonly errors: number;
  readonly warnings: number;
}

export interface ClientOptions {
  /** An editor that takes edits without versions only. */
  readonly isPlain?: boolean;
  readonly locale?: string;
  /** What the client answers when asked for its settings; without it the client cannot be asked. */
  readonly settings?: unknown;
  readonly server?: string;
  /** An editor that asks for the edits of an action when it is chosen. */
  readonly isResolving?: boolean;
  /** An editor that lets the server say later that it wants to be asked before a draft is saved. */
  readonly registersSaving?: boolean;
  readonly initializationOptions?: unknown;
  readonly workspaceFolders?: readonly { uri: string; name: string }[];
  /** Tells the server when files change, and makes files. */
  readonly isWorkspace?: boolean;
  /** What the client answers when the server has it look for a settings file. */
  readonly settingsFile?: unknown;
}

interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

const patience = 10_000;

/** A small client that speaks to a server process over its standard streams. */
export class LspClient {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly replies = new Map<number, (message: Message) => void>();
  private buffer = Buffer.alloc(0);
  private lastId = 0;
  private waiting: (() => void)[] = [];
  /** Everything the server said that is no reply, in order. */
  readonly heard: Message[] = [];
  settings: unknown;
  settingsFile: unknown;
  private readonly exited: Promise<number | null>;

  constructor(options: ClientOptions = {}) {
    this.settings = options.settings;
    this.settingsFile = options.settingsFile ?? null;
    this.process = spawn(process.execPath, [resolve(options.server ?? 'dist/server.js'), '--stdio']);
    this.process.stdout.on('data', (data: Buffer) => this.receive(data));
    this.exited = new Promise((done) => this.process.on('exit', done));
    // What is written to a server that is just ending is lost, and nobody waits for it.
    this.process.stdin.on('error', () => undefined);
  }

  get pid(): number {
    return this.process.pid ?? assert.fail('the server runs');
  }

  /** Starts a server and greets it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = new LspClient(options);
    await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      locale: options.locale ?? 'zh-cn',
      initializationOptions: options.initializationOptions,
      workspaceFolders: options.workspaceFolders ?? null,
      capabilities: {
        workspace: {
          ...('settings' in options
            ? { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }
            : {}),
          workspaceEdit: {
            documentChanges: !options.isPlain,
            ...(options.isWorkspace ? { resourceOperations: ['create'] } : {}),
          },
          didChangeWatchedFiles: { dynamicRegistration: options.isWorkspace ?? false },
        },
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
          synchronization: { willSaveWaitUntil: true, dynamicRegistration: options.registersSaving ?? false },
          ...(options.isResolving
            ? { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } }
            : {}),
        },
      },
    });
    client.notify('initialized', {});
    return client;
  }

  /** Sends bytes as they are, also such as are no message. */
  sendRaw(content: string): void {
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  notify(method: string, params: unknown): void {
    this.sendRaw(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  /** Sends a request and gives the whole reply, be it a result or an error. */
  async reply(method: string, params: unknown): Promise<Message> {
    const id = ++this.lastId;
    const message = new Promise<Message>((done) => this.replies.set(id, done));
    this.sendRaw(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return this.within(message, method);
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    const { result, error } = await this.reply(method, params);
    assert.equal(error, undefined, `${method}: ${error?.message}`);
    return result as T;
  }

  /** Waits for something the server says of its own accord, said before or not. */
  async until<T>(what: string, find: (heard: readonly Message[]) => T | undefined): Promise<T> {
    const search = async (): Promise<T> => {
      for (;;) {
        const found = find(this.heard);
        if (found !== undefined) return found;
        await new Promise<void>((done) => this.waiting.push(done));
      }
    };
    return this.within(search(), what);
  }

  /** All diagnostics published of a document. */
  published(uri: string): Published[] {
    return this.heard
      .filter((one) => one.method === 'textDocument/publishDiagnostics')
      .map((one) => one.params as Published)
      .filter((one) => one.uri === uri);
  }

  /** The diagnostics of a version, once they come. */
  diagnostics(uri: string, version: number): Promise<Published> {
    return this.until(`diagnostics of version ${version}`, () =>
      this.published(uri).findLast((one) => one.version === version),
    );
  }

  status(uri: string, version: number): Promise<Status> {
    return this.until(`status of version ${version}`, (heard) =>
      heard
        .filter((one) => one.method === 'gouji/status')
        .map((one) => one.params as Status)
        .findLast((one) => one.uri === uri && one.version === version),
    );
  }

  open(uri: string, text: string, languageId = 'plaintext', version = 1): Promise<Published> {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return this.diagnostics(uri, version);
  }

  change(
    uri: string,
    version: number,
    contentChanges: readonly { range?: Stretch; text: string }[],
  ): Promise<Published> {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return this.diagnostics(uri, version);
  }

  hover(uri: string, position: Place): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.request('textDocument/documentSymbol', { textDocument: { uri } });
  }

  actions(uri: string, range: Stretch, only?: readonly string[]): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  /** What the server would have written before a document is saved. */
  beforeSaving(uri: string): Promise<{ range: Stretch; newText: string }[] | null> {
    return this.request('textDocument/willSaveWaitUntil', { textDocument: { uri }, reason: 1 });
  }

  /** Takes leave of the server; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', null);
    this.notify('exit', null);
    return this.within(this.exited, 'the server’s end');
  }

  /** Ends the process, whatever state it is in. */
  kill(): void {
    this.process.kill();
  }

  private async within<T>(promise: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`the server did not say: ${what}`)), patience);
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private receive(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/iu.exec(this.buffer.subarray(0, end).toString())?.[1]);
      if (this.buffer.length < end + 4 + length) return;
      const content = this.buffer.subarray(end + 4, end + 4 + length).toString();
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.take(JSON.parse(content) as Message);
    }
  }

  private take(message: Message): void {
    if (message.method === undefined) {
      this.replies.get(Number(message.id))?.(message);
      if (message.id === null) this.hear(message);
      return;
    }
    if (message.id !== undefined) this.answer(message);
    this.hear(message);
  }

  private hear(message: Message): void {
    this.heard.push(message);
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  /** What the server asks: its settings, and leave to be told of changes. */
  private answer({ id, method, params }: Message): void {
    const items = (params as { items?: { section?: string }[] } | undefined)?.items ?? [];
    const asked: Record<string, unknown> = {
      'workspace/configuration': items.map(() => this.settings ?? null),
      'gouji/settingsFile': this.settingsFile,
    };
    const result = asked[method ?? ''] ?? null;
    this.sendRaw(JSON.stringify({ jsonrpc: '2.0', id, result }));
  }
}
