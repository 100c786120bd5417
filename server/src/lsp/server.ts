import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import type { Form } from '../form/indexed-form';
import { asksForLastYear } from '../reconcile/last-year';
import type { Analysis } from '../service/analysis';
import {
  type ActionDocument,
  codeActions,
  documentOf,
  fixAllKind,
  recalculateKind,
  resolved,
  totalsToWrite,
} from '../service/code-actions';
import { diagnosticOf } from '../service/diagnostics';
import { documentSymbols } from '../service/document-symbols';
import { hover } from '../service/hover';
import type { SettingsFileTarget } from '../service/ignore-actions';
import { languageOf, type Settings, settingsFor } from '../service/settings';
import { isSettingsFile, settingsFileName } from '../service/settings-shape';
import { definition, references } from '../service/statements';
import { statusOf } from '../service/status';
import { areShownAlike, whileTyping } from '../service/typing';
import { textOf } from '../text/source';
import { TypedLines } from './caret';
import { type Client, clientOf, newSettingsFile } from './client';
import { type Draft, draftConfiguration } from './draft';
import { DraftSettings } from './draft-settings';
import { draftExtensions, type NeighbouringDrafts } from './neighbouring-drafts';
import { folderOf, Neighbours } from './neighbours';
import { SavingRegistration } from './saving';
import { SettingsFileFaults } from './settings-file-faults';
import { plainUri, type SettingsFiles, settingsFileRequest } from './settings-files';

/** Told to the client after a publication of diagnostics that changed it, for its status item. */
export const statusNotification = 'gouji/status';

/** What the platform gives a server. */
export interface Host {
  readonly version: string;
  readonly forms: readonly Form[];
  /** The folder with the pages of the rules, as a URI without a slash at the end; null where there is none. */
  readonly rulePages: string | null;
  /** Where settings files are found, given the way to have the client look. */
  settingsFiles(throughClient: SettingsFiles): SettingsFiles;
  neighbouringDrafts: NeighbouringDrafts;
}

/** An open draft with what holds for it. */
interface KnownDraft {
  readonly draft: Draft;
  readonly settings: Settings;
  readonly analysis: Analysis;
  /** The analysis as it is shown while numbers are being typed. */
  readonly shown: Analysis;
}

/**
 * Serves a connection until it closes. Each version of a document is analysed as it comes, without delay; what is
 * published carries that version. Nothing is published of a draft before its settings are known.
 */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments<Draft>(draftConfiguration);
  let client: Client = clientOf({});
  /** The section `gouji` of an editor that tells its settings unasked. */
  let told: unknown;
  let begin = (): void => undefined;
  const begun = new Promise<void>((done) => {
    begin = done;
  });

  const files = host.settingsFiles({
    nearest: async (uri) =>
      client.readsSettingsFiles ? connection.sendRequest(settingsFileRequest, { uri }) : null,
  });
  const openSettingsFile = (uri: string): Draft | undefined =>
    isSettingsFile(uri) ? documents.all().find((one) => plainUri(one.uri) === plainUri(uri)) : undefined;
  const inForce = new DraftSettings({
    async editorSection(uri) {
      await begun;
      if (!client.canAskForConfiguration) return told ?? client.section;
      return connection.workspace.getConfiguration({ scopeUri: uri, section: 'gouji' });
    },
    async nearestFile(uri) {
      await begun;
      return files.nearest(uri);
    },
    openText(uri) {
      const open = openSettingsFile(uri);
      return open && textOf(open.tree.source);
    },
    client: () => ({ locale: client.locale, rulePages: client.rulePages ?? host.rulePages }),
    warn: (text) => connection.console.warn(text),
  });
  const known = (uri: string): KnownDraft | null => {
    const draft = documents.get(uri);
    const settings = inForce.of(uri)?.settings;
    if (!draft || !settings) return null;
    const analysis = draft.analysis(host.forms, settings.profile, neighbours.of(uri));
    return { draft, settings, analysis, shown: whileTyping(analysis, typed.in(uri)) };
  };
  const typed = new TypedLines(connection, (uri, before) => {
    const checked = known(uri);
    if (checked && !areShownAlike(whileTyping(checked.analysis, before), checked.shown)) publish(uri);
  });

  const neighbours = new Neighbours(host.neighbouringDrafts, () => documents.all(), host.forms);
  /** Looks for last year's reports; says again what then reads otherwise. */
  const lookAround = async (uri: string): Promise<void> => {
    const before = neighbours.of(uri);
    if (!(await neighbours.look(uri))) return;
    for (const draft of documents.all().filter((one) => folderOf(one.uri) === folderOf(uri))) {
      const checked = known(draft.uri);
      if (!checked?.analysis.reports.some(asksForLastYear)) continue;
      const told = draft.analysis(host.forms, checked.settings.profile, before);
      if (JSON.stringify(told.findings) !== JSON.stringify(checked.analysis.findings)) publish(draft.uri);
    }
  };
  /** Looks again in the folders of drafts that were changed, where that was of use before. */
  const lookAgain = (uris: readonly string[]): void => {
    for (const uri of new Map(uris.map((one) => [folderOf(one), one])).values())
      if (neighbours.hasAsked(uri)) void lookAround(uri);
  };

  const faults = new SettingsFileFaults(connection, () => client.checksSettingsFiles);
  const publishFaults = (uri: string): void => {
    const open = openSettingsFile(uri);
    const uses = inForce.usesOf(uri);
    const drafts = uses.flatMap(({ uri: one, file }) => {
      const checked = known(one);
      return checked ? [{ ...checked, draft: file.draft }] : [];
    });
    faults.publish(
      {
        uri,
        open: open ? { text: textOf(open.tree.source), version: open.version } : null,
        content: uses[0]?.file.content ?? null,
        drafts,
      },
      drafts[0]?.settings.language ?? languageOf(client.locale),
    );
  };

  const toldStatus = new Map<string, string>();
  /** Tells the status of a document where it is another than the one told last. */
  const tellStatus = (draft: Draft): void => {
    const checked = known(draft.uri);
    if (checked?.draft !== draft) return;
    const file = inForce.of(draft.uri)?.file?.uri ?? null;
    const status = statusOf(checked.shown, draft.uri, draft.version, file, checked.settings);
    const text = JSON.stringify({ ...status, version: null });
    if (toldStatus.get(draft.uri) === text) return;
    toldStatus.set(draft.uri, text);
    void connection.sendNotification(statusNotification, status);
  };
  const publish = (uri: string): void => {
    const checked = known(uri);
    if (!checked) return;
    const { draft, settings, shown } = checked;
    for (const { code, error } of shown.failures) connection.console.error(`rule ${code} failed: ${error}`);
    const diagnostics = shown.findings.map((finding) => diagnosticOf(finding, draft.uri, settings));
    // The diagnostics are waited for: the status is worked out when they are on their way.
    void connection
      .sendDiagnostics({ uri: draft.uri, version: draft.version, diagnostics })
      .then(() => tellStatus(draft));
    const file = inForce.of(uri)?.file;
    if (file) publishFaults(file.uri);
    if (!neighbours.hasAsked(uri) && shown.reports.some(asksForLastYear)) void lookAround(uri);
  };
  const refresh = async (uri: string): Promise<void> => {
    // The left side of a comparison with Git is nobody's draft.
    if (isSettingsFile(uri) || uri.startsWith('git:')) return;
    const before = inForce.of(uri)?.file?.uri;
    if (!(await inForce.find(uri))) return;
    publish(uri);
    if (before !== undefined && before !== inForce.of(uri)?.file?.uri) publishFaults(before);
  };
  const refreshAll = (): void => {
    for (const { uri } of documents.all()) void refresh(uri);
  };

  connection.onInitialize((params): InitializeResult => {
    client = clientOf(params);
    return {
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
          willSaveWaitUntil: !client.canRegisterSaving,
        },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        codeActionProvider: {
          codeActionKinds: ['quickfix', recalculateKind, fixAllKind],
          resolveProvider: client.isResolving,
        },
      },
      serverInfo: { name: 'gouji', version: host.version },
    };
  });
  const saving = new SavingRegistration(connection);
  const registerSaving = async (): Promise<void> => {
    if (!client.canRegisterSaving) return;
    const section = client.canAskForConfiguration
      ? await connection.workspace.getConfiguration('gouji')
      : (told ?? client.section);
    saving.update(settingsFor(section, null, client.locale).recalculatesOnSave);
  };
  const warnOf = (error: unknown): void => connection.console.warn(`settings could not be read: ${error}`);
  connection.onInitialized(() => {
    begin();
    registerSaving().catch(warnOf);
    if (client.canAskForConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'gouji' });
    if (client.watchesFiles)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: `**/${settingsFileName}` },
          { globPattern: `**/*{${draftExtensions.join()}}` },
        ],
      });
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    told = (settings as { gouji?: unknown } | null)?.gouji ?? told;
    refreshAll();
    registerSaving().catch(warnOf);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map((change) => change.uri);
    if (uris.some(isSettingsFile)) refreshAll();
    lookAgain(uris.filter((uri) => !isSettingsFile(uri)));
  });

  documents.onDidOpen(({ document }) => {
    void refresh(document.uri);
    lookAgain([document.uri]);
  });
  documents.onDidChangeContent(({ document }) => {
    if (!isSettingsFile(document.uri)) publish(document.uri);
    else {
      publishFaults(document.uri);
      refreshAll();
    }
  });
  documents.onDidSave(({ document }) => {
    typed.leave(document.uri);
    if (isSettingsFile(document.uri)) refreshAll();
    else lookAgain([document.uri]);
  });
  documents.onWillSaveWaitUntil(({ document }) => {
    const checked = known(document.uri);
    return checked?.settings.recalculatesOnSave
      ? totalsToWrite(checked.analysis).map((edit) => ({ ...edit }))
      : [];
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isSettingsFile(uri)) {
      refreshAll();
      publishFaults(uri);
      return;
    }
    toldStatus.delete(uri);
    typed.leave(uri);
    const file = inForce.of(uri)?.file;
    inForce.forget(uri);
    neighbours.forget(uri);
    lookAgain([uri]);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    if (file) publishFaults(file.uri);
  });

  connection.onHover(({ textDocument, position }) => {
    const checked = known(textDocument.uri);
    return checked && hover(checked.analysis, position, checked.settings);
  });
  connection.onDefinition(({ textDocument, position }) => {
    const checked = known(textDocument.uri);
    return checked ? definition(checked.analysis, position, checked.draft.uri) : [];
  });
  connection.onReferences(({ textDocument, position }) => {
    const checked = known(textDocument.uri);
    return checked ? references(checked.analysis, position, checked.draft.uri) : [];
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const checked = known(textDocument.uri);
    return checked ? documentSymbols(checked.analysis, checked.settings) : [];
  });
  const documentFor = (draft: Draft): ActionDocument => ({
    uri: draft.uri,
    version: client.takesVersionedEdits ? draft.version : null,
    isResolving: client.isResolving,
    languageId: draft.languageId,
    settingsFile: settingsFileFor(draft.uri),
  });
  connection.onCodeAction(({ textDocument, range, context }) => {
    const checked = known(textDocument.uri);
    return checked
      ? codeActions(checked.shown, range, context.only, documentFor(checked.draft), checked.settings)
      : [];
  });
  connection.onCodeActionResolve((action) => {
    const checked = known(documentOf(action) ?? '');
    return checked ? resolved(action, checked.shown, documentFor(checked.draft)) : action;
  });
  /** Where an entry that ignores a finding of a draft goes; null where none can be written. */
  const settingsFileFor = (uri: string): SettingsFileTarget | null => {
    const show = client.showsSettingsFile;
    const file = inForce.of(uri)?.file;
    if (!file) {
      const made = client.createsFiles ? newSettingsFile(client, uri) : null;
      return made && { ...made, version: null, text: null, show };
    }
    const open = openSettingsFile(file.uri);
    // While it is being typed it is not what holds, and there is no safe place to write.
    if (open && textOf(open.tree.source) !== file.text) return null;
    const version = client.takesVersionedEdits ? (open?.version ?? null) : null;
    return { uri: file.uri, version, text: file.text, draft: file.draft, show };
  };

  documents.listen(connection);
  connection.listen();
}
