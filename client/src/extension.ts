import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type GoujiApi, start } from './activation';

/** The entry in desktop and remote VS Code: the server is a Node process. */
export function activate(context: ExtensionContext): Promise<GoujiApi> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return start(context, (options) => new LanguageClient('gouji', 'Gouji 勾稽', server, options));
}
