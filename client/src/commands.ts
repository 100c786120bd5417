import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusDisplay } from './status';

/** Registers the commands of the manifest. */
export function registerCommands(
  client: BaseLanguageClient,
  output: vscode.OutputChannel,
  display: StatusDisplay,
): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('gouji.restart', async () => {
      display.clear();
      // `restart` would refuse a client whose server has died; a start does not.
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('gouji.showOutput', () => output.show()),
    vscode.commands.registerCommand('gouji.fixAll', () =>
      vscode.commands.executeCommand('editor.action.codeAction', {
        kind: 'source.fixAll.gouji',
        apply: 'first',
      }),
    ),
  ];
}
