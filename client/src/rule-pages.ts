import * as vscode from 'vscode';

const scheme = 'gouji-rule';

/** Where the pages of the rules stand in the extension. */
export function rulePages(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'docs/rules');
}

/**
 * The command that shows the page of a rule, rendered; where VS Code has no Markdown preview, the page as text.
 * Pages are documents of their own scheme, for a web page's extension has no files that an editor could open.
 */
export function registerRulePages(context: vscode.ExtensionContext): vscode.Disposable[] {
  const provider: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }) {
      const page = vscode.Uri.joinPath(rulePages(context), path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    },
  };
  const show = async (code: string): Promise<void> => {
    const uri = vscode.Uri.from({ scheme, path: `/${code}.md` });
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      await vscode.window.showTextDocument(uri);
    }
  };
  return [
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('gouji.showRule', show),
  ];
}

/** Findings whose code, when clicked, shows the rendered page instead of its file. */
export function withRulePages(findings: vscode.Diagnostic[]): vscode.Diagnostic[] {
  for (const finding of findings) {
    const { code } = finding;
    if (typeof code !== 'object') continue;
    const target = vscode.Uri.from({
      scheme: 'command',
      path: 'gouji.showRule',
      query: JSON.stringify([code.value]),
    });
    finding.code = { value: code.value, target };
  }
  return findings;
}
