import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import { registerRulePages, rulePages, withRulePages } from './rule-pages';
import { nearestSettingsFile, settingsFileName, showSettingsFile } from './settings-files';
import { type ReportStatus, StatusDisplay } from './status';
import { TypingWatch } from './typing';

/** What `activate` hands to tests and to other extensions. */
export interface GoujiApi {
  /** The text of the status bar item, or undefined while it is hidden. */
  status(): string | undefined;
}

/** Builds the client of one platform; the node and the web entry differ in nothing else. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language server and everything that the extension shows. */
export async function start(context: vscode.ExtensionContext, createClient: CreateClient): Promise<GoujiApi> {
  const output = vscode.window.createOutputChannel('Gouji 勾稽', { log: true });
  const display = new StatusDisplay();
  const documentSelector = [
    { language: 'disclosure-report' },
    { language: 'markdown' },
    { language: 'plaintext' },
    { language: 'html' },
  ];
  const client = createClient({
    // The settings file too, so that the server knows it as it is being edited.
    documentSelector: [...documentSelector, { pattern: `**/${settingsFileName}` }],
    diagnosticCollectionName: 'gouji',
    outputChannel: output,
    // A function, so that a restarted server is told the language chosen by then.
    initializationOptions: () => ({
      language: vscode.workspace.getConfiguration('gouji').get('language', 'auto'),
      readsSettingsFiles: true,
      // VS Code's own JSON support goes by the schema of the manifest.
      checksSettingsFiles: true,
      showsSettingsFile: 'gouji.showSettingsFile',
      rulePages: rulePages(context).toString(),
    }),
    middleware: {
      handleDiagnostics: (uri, findings, next) => next(uri, withRulePages(findings)),
    },
    synchronize: { configurationSection: 'gouji' },
  });
  context.subscriptions.push(
    output,
    display,
    ...registerCommands(client, output, display),
    ...registerRulePages(context),
    vscode.commands.registerCommand('gouji.showSettingsFile', showSettingsFile),
  );
  // Registered before the start: the first documents are checked as soon as the server runs.
  context.subscriptions.push(
    client.onNotification('gouji/status', (status: ReportStatus) =>
      display.update(client.protocol2CodeConverter.asUri(status.uri), status),
    ),
    client.onRequest('gouji/settingsFile', ({ uri }: { uri: string }) =>
      nearestSettingsFile(client.protocol2CodeConverter.asUri(uri)),
    ),
    { dispose: () => void client.dispose() },
  );
  // Watching before the client does, so that the server knows the line before it is sent the change.
  context.subscriptions.push(
    new TypingWatch(
      (document) => vscode.languages.match(documentSelector, document) > 0 && display.isReport(document.uri),
      (document, line) => {
        const uri = client.code2ProtocolConverter.asUri(document.uri);
        if (client.isRunning()) void client.sendNotification('gouji/caret', { uri, line });
      },
    ),
  );
  await client.start();
  return { status: () => display.text };
}
