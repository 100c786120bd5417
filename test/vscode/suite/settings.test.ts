import * as vscode from 'vscode';
import { check, codeOf, equal, findings, numberOf, open, pause, replace, until } from './helpers';

const draftName = '青澜市绿道管理局2024年政府信息公开工作年度报告.txt';
const newRequests = '一、本年新收政府信息公开申请数量';

suite('Gouji 勾稽, settings files', () => {
  let draft: vscode.TextDocument;
  let original: string;
  let file: vscode.Uri;

  const total = () => numberOf(draft, newRequests, -1);
  const has = (code: string) => findings(draft).some((finding) => codeOf(finding) === code);
  const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const remove = async () => {
    try {
      await vscode.workspace.fs.delete(file);
    } catch {
      // It was not there.
    }
  };

  suiteSetup(async () => {
    draft = await open(draftName);
    // What another suite typed last may have been saved by the editor itself.
    await replace(draft, numberOf(draft, newRequests, 0), '21');
    await replace(draft, total(), '30');
    await until('a sound draft', () => findings(draft).length === 0);
    original = draft.getText();
    const folder = vscode.workspace.workspaceFolders?.[0];
    check(folder, 'no workspace folder');
    file = vscode.Uri.joinPath(folder.uri, '.gouji.json');
    await vscode.extensions.getExtension('gouji.gouji')?.activate();
  });

  setup(async () => {
    await vscode.window.showTextDocument(draft);
    if (!has('row-total')) await replace(draft, total(), '31');
    await until('the finding', () => has('row-total'));
  });

  suiteTeardown(async () => {
    await remove();
    await vscode.window.showTextDocument(draft);
    await replace(draft, new vscode.Range(0, 0, draft.lineCount, 0), original);
    await until('no finding', () => findings(draft).length === 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the quick fix writes an entry, and marks its reason', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      draft.uri,
      total(),
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const ignore = actions.find((action) => action.title.includes('.gouji.json'));
    check(ignore?.edit && ignore.command, `actions: ${actions.map((action) => action.title).join(' | ')}`);
    check(await vscode.workspace.applyEdit(ignore.edit), 'the edit was refused');
    await vscode.commands.executeCommand(ignore.command.command, ...(ignore.command.arguments ?? []));
    await until('silence', () => !has('row-total'));
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), file.toString());
    const entry = JSON.parse(editor?.document.getText() ?? '').ignore[0];
    equal(entry.file, draftName);
    equal(editor?.document.getText(editor.selection), entry.reason);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await remove();
    await until('the finding again', () => has('row-total'));
  });

  test('a rule that the file switches off is silent, and speaks again without the file', async () => {
    await write('{ "rules": { "row-total": "off" } }');
    await until('silence', () => !has('row-total'));
    await remove();
    await until('the finding again', () => has('row-total'));
  });

  test('the file is before the editor’s settings', async () => {
    const settings = vscode.workspace.getConfiguration('gouji.rules');
    await settings.update('row-total', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      await until('silence', () => !has('row-total'));
      await write('{ "rules": { "row-total": "warning" } }');
      await until('a warning', () => findings(draft)[0]?.severity === vscode.DiagnosticSeverity.Warning);
    } finally {
      await remove();
      await settings.update('row-total', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('an error', () => findings(draft)[0]?.severity === vscode.DiagnosticSeverity.Error);
  });

  test('what the schema does not know is marked once', async () => {
    await write('{ "rules": { "row-totl": "off" } }');
    const document = await vscode.workspace.openTextDocument(file);
    equal(document.languageId, 'jsonc');
    await vscode.window.showTextDocument(document);
    const faults = () => vscode.languages.getDiagnostics(file);
    await until('a fault', () => faults().length > 0);
    await pause(700);
    equal(faults().length, 1, 'faults');
    equal(document.getText(faults()[0]?.range), '"row-totl"');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await remove();
  });

  test('the code of a finding leads to the rendered page of its rule', async () => {
    const [finding] = findings(draft);
    const code = finding?.code;
    check(typeof code === 'object', 'the code has no link');
    equal(code.target.toString(true), 'command:gouji.showRule?["row-total"]');
    await vscode.commands.executeCommand('gouji.showRule', 'row-total');
    const tab = await until('the page', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .find((one) => one.label.includes('row-total')),
    );
    check(tab.input instanceof vscode.TabInputWebview, `a rendered page, not ${tab.label}`);
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('gouji-rule:/row-total.md'));
    check(page.getText().startsWith('# `row-total`'), page.getText().slice(0, 80));
    await vscode.window.tabGroups.close(tab);
  });
});
