import type { InitializeParams } from 'vscode-languageserver';
import { settingsFileName } from '../service/settings-shape';
import { plainUri } from './settings-files';

/** What the editor at the other end can do, and what it said of itself. */
export interface Client {
  readonly locale: string | undefined;
  readonly canAskForConfiguration: boolean;
  /** Takes edits for a version of a document, and of several documents at once. */
  readonly takesVersionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly watchesFiles: boolean;
  /** Asks for the edits of a plan when it is to be carried out. */
  readonly isResolving: boolean;
  /** Can be told later that the server has work to do before a draft is saved. */
  readonly canRegisterSaving: boolean;
  /** URIs, without a slash at the end. */
  readonly folders: readonly string[];
  /** Settings that stand in for the editor's while it has none to tell. */
  readonly section: unknown;
  /** Looks for settings files on behalf of the server. */
  readonly readsSettingsFiles: boolean;
  /** Checks settings files by their schema itself. */
  readonly checksSettingsFiles: boolean;
  /** The URI of the folder with the pages of the rules; null where it named none. */
  readonly rulePages: string | null;
  /** The command that shows a settings file after an entry was added to it; null where it has none. */
  readonly showsSettingsFile: string | null;
}

/** What the client of the extension says of itself, beyond the protocol. */
interface ClientOptions {
  readonly readsSettingsFiles?: boolean;
  readonly checksSettingsFiles?: boolean;
  readonly rulePages?: string;
  readonly showsSettingsFile?: string;
}

/** Reads the greeting of an editor. */
export function clientOf(params: Partial<InitializeParams>): Client {
  const { capabilities, locale, initializationOptions, workspaceFolders, rootUri } = params;
  const options = (initializationOptions ?? {}) as ClientOptions;
  const { workspace, textDocument } = capabilities ?? {};
  const edits = workspace?.workspaceEdit;
  const folders = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []);
  return {
    locale,
    canAskForConfiguration: workspace?.configuration ?? false,
    takesVersionedEdits: edits?.documentChanges ?? false,
    createsFiles: (edits?.documentChanges && edits.resourceOperations?.includes('create')) ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    isResolving: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    canRegisterSaving: textDocument?.synchronization?.dynamicRegistration ?? false,
    folders: folders.map((uri) => uri.replace(/\/$/u, '')),
    section: initializationOptions,
    readsSettingsFiles: options.readsSettingsFiles === true,
    checksSettingsFiles: options.checksSettingsFiles === true,
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : null,
    showsSettingsFile: typeof options.showsSettingsFile === 'string' ? options.showsSettingsFile : null,
  };
}

/** Where a settings file for a draft would be made: in its workspace folder, or beside it. Null where there is no such place. */
export function newSettingsFile({ folders }: Client, draft: string): { uri: string; draft: string } | null {
  const path = plainUri(draft);
  const around = folders.filter((folder) => path.startsWith(`${plainUri(folder)}/`));
  const folder = around.sort((a, b) => b.length - a.length)[0] ?? draft.slice(0, draft.lastIndexOf('/'));
  // A document without a folder, as one that was never saved.
  if (!/^[\w+.-]+:\/\/.*\//u.test(`${folder}/`)) return null;
  return { uri: `${folder}/${settingsFileName}`, draft: path.slice(plainUri(folder).length + 1) };
}
