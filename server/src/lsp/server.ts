import {
  type Connection,
  DidChangeConfigurationNotification,
  type Disposable,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver';
import type { Form } from '../form/indexed-form';
import type { Analysis } from '../service/analysis';
import {
  codeActions,
  type DocumentVersion,
  documentOf,
  fixAllKind,
  recalculateKind,
  resolved,
  totalsToWrite,
} from '../service/code-actions';
import { diagnosticOf } from '../service/diagnostics';
import { documentSymbols } from '../service/document-symbols';
import { hover } from '../service/hover';
import { defaultSettings, type Settings, settingsFor } from '../service/settings';
import { definition, references } from '../service/statements';
import { statusOf } from '../service/status';
import { areShownAlike, whileTyping } from '../service/typing';
import { TypedLines } from './caret';
import { type Draft, draftConfiguration } from './draft';

/** Told to the client after a publication of diagnostics that changed it, for its status item. */
export const statusNotification = 'gouji/status';

/**
 * Serves a connection until it closes. Each version of a document is analysed as it comes, without delay;
 * what is published carries that version.
 */
export function serve(connection: Connection, forms: readonly Form[], version: string): void {
  const documents = new TextDocuments<Draft>(draftConfiguration);
  let settings: Settings = defaultSettings;
  let locale: string | undefined;
  let canAskForConfiguration = false;
  let takesVersionedEdits = false;
  let isResolving = false;
  let canRegisterSaving = false;
  let saving: Promise<Disposable> | null = null;
  /** Nothing is published before the user's settings are known. */
  let isReady = false;

  const toldStatus = new Map<string, string>();

  const typed = new TypedLines(connection, (uri, before) => {
    const draft = documents.get(uri);
    if (!draft) return;
    const analysis = draft.analysis(forms, settings.profile);
    if (!areShownAlike(whileTyping(analysis, before), whileTyping(analysis, typed.in(uri)))) publish(draft);
  });
  const shown = (draft: Draft): Analysis =>
    whileTyping(draft.analysis(forms, settings.profile), typed.in(draft.uri));
  const publish = (draft: Draft): void => {
    // The left side of a comparison with Git is nobody's draft.
    if (!isReady || draft.uri.startsWith('git:')) return;
    const analysis = shown(draft);
    for (const { code, error } of analysis.failures)
      connection.console.error(`rule ${code} failed: ${error}`);
    const diagnostics = analysis.findings.map((finding) => diagnosticOf(finding, draft.uri, settings));
    // The diagnostics are waited for: the status is worked out when they are on their way.
    void connection
      .sendDiagnostics({ uri: draft.uri, version: draft.version, diagnostics })
      .then(() => tellStatus(draft));
  };
  /** Tells the status of a document where it is another than the one told last. */
  const tellStatus = (draft: Draft): void => {
    if (documents.get(draft.uri) !== draft) return;
    const status = statusOf(shown(draft), draft.uri, draft.version, settings);
    const text = JSON.stringify({ ...status, version: null });
    if (toldStatus.get(draft.uri) === text) return;
    toldStatus.set(draft.uri, text);
    void connection.sendNotification(statusNotification, status);
  };
  const take = (section: unknown): void => {
    settings = settingsFor(section, null, locale);
    isReady = true;
    for (const draft of documents.all()) publish(draft);
    registerSaving();
  };
  /** Saving waits for the server only where the user wants totals worked out before. */
  const registerSaving = (): void => {
    if (!canRegisterSaving || settings.recalculatesOnSave === (saving !== null)) return;
    if (saving) void saving.then((registration) => registration.dispose());
    saving = settings.recalculatesOnSave
      ? connection.client.register(WillSaveTextDocumentWaitUntilRequest.type, { documentSelector: null })
      : null;
  };
  const askForConfiguration = async (): Promise<void> => {
    try {
      take(await connection.workspace.getConfiguration('gouji'));
    } catch (error) {
      connection.console.warn(`settings could not be read, the defaults hold: ${error}`);
      take(undefined);
    }
  };

  connection.onInitialize(
    ({ capabilities, locale: editorLocale, initializationOptions }): InitializeResult => {
      locale = editorLocale;
      canAskForConfiguration = capabilities.workspace?.configuration ?? false;
      takesVersionedEdits = capabilities.workspace?.workspaceEdit?.documentChanges ?? false;
      const { codeAction, synchronization } = capabilities.textDocument ?? {};
      isResolving = codeAction?.resolveSupport?.properties.includes('edit') ?? false;
      canRegisterSaving = synchronization?.dynamicRegistration ?? false;
      settings = settingsFor(initializationOptions, null, locale);
      return {
        capabilities: {
          textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
            save: true,
            willSaveWaitUntil: !canRegisterSaving,
          },
          hoverProvider: true,
          definitionProvider: true,
          referencesProvider: true,
          documentSymbolProvider: true,
          codeActionProvider: {
            codeActionKinds: ['quickfix', recalculateKind, fixAllKind],
            resolveProvider: isResolving,
          },
        },
        serverInfo: { name: 'gouji', version },
      };
    },
  );
  connection.onInitialized(async () => {
    if (!canAskForConfiguration) {
      isReady = true;
      for (const draft of documents.all()) publish(draft);
      return;
    }
    await askForConfiguration();
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'gouji' });
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    if (canAskForConfiguration) void askForConfiguration();
    else take((pushed as { gouji?: unknown } | null)?.gouji);
  });

  documents.onDidChangeContent(({ document }) => publish(document));
  documents.onDidSave(({ document }) => typed.leave(document.uri));
  documents.onWillSaveWaitUntil(({ document }) =>
    settings.recalculatesOnSave
      ? totalsToWrite(document.analysis(forms, settings.profile)).map((edit) => ({ ...edit }))
      : [],
  );
  documents.onDidClose(({ document }) => {
    toldStatus.delete(document.uri);
    typed.leave(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onHover(({ textDocument, position }) => {
    const draft = documents.get(textDocument.uri);
    return draft ? hover(draft.analysis(forms, settings.profile), position, settings) : null;
  });
  connection.onDefinition(({ textDocument, position }) => {
    const draft = documents.get(textDocument.uri);
    return draft ? definition(draft.analysis(forms, settings.profile), position, draft.uri) : [];
  });
  connection.onReferences(({ textDocument, position }) => {
    const draft = documents.get(textDocument.uri);
    return draft ? references(draft.analysis(forms, settings.profile), position, draft.uri) : [];
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const draft = documents.get(textDocument.uri);
    return draft ? documentSymbols(draft.analysis(forms, settings.profile), settings) : [];
  });
  const versionOf = (draft: Draft): DocumentVersion => ({
    uri: draft.uri,
    version: takesVersionedEdits ? draft.version : null,
    isResolving,
  });
  connection.onCodeAction(({ textDocument, range, context }) => {
    const draft = documents.get(textDocument.uri);
    return draft ? codeActions(shown(draft), range, context.only, versionOf(draft), settings) : [];
  });
  connection.onCodeActionResolve((action) => {
    const draft = documents.get(documentOf(action) ?? '');
    return draft ? resolved(action, shown(draft), versionOf(draft)) : action;
  });

  documents.listen(connection);
  connection.listen();
}
