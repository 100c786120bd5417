import * as vscode from 'vscode';
import { check, codeOf, equal, findings, hoverText, numberOf, open, pause, replace, until } from './helpers';

const draftName = '青澜市绿道管理局2024年政府信息公开工作年度报告.txt';
const newRequests = '一、本年新收政府信息公开申请数量';
const disclosed = '(一) 予以公开';

interface Api {
  status(): string | undefined;
}

suite('Gouji 勾稽', () => {
  let draft: vscode.TextDocument;
  let original: string;
  let api: Api;

  const total = () => numberOf(draft, newRequests, -1);
  const broken = () => until('a finding', () => findings(draft).length > 0 && findings(draft));
  const clean = () => until('no finding', () => findings(draft).length === 0);
  const status = (pattern: RegExp) => until(`status ${pattern}`, () => pattern.test(api.status() ?? ''));

  suiteSetup(async () => {
    draft = await open(draftName);
    original = draft.getText();
    const extension = vscode.extensions.getExtension<Api>('gouji.gouji');
    check(extension, 'the extension is not there');
    api = await extension.activate();
    console.log(
      `  VS Code ${vscode.version}, ${vscode.env.appName}, host ${vscode.env.appHost}, ${vscode.env.language}`,
    );
  });

  setup(async () => {
    await vscode.window.showTextDocument(draft);
    if (draft.getText() !== original) {
      await replace(draft, new vscode.Range(0, 0, draft.lineCount, 0), original);
    }
    await status(/3/);
    await clean();
  });

  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('a draft is recognised by its file name', () => {
    equal(draft.languageId, 'disclosure-report');
  });

  test('a draft that reconciles has no finding, and the status bar says so', () => {
    equal(findings(draft).length, 0);
    check(api.status()?.startsWith('$(check)'), `status: ${api.status()}`);
  });

  test('a wrong total is found on its cell, and is gone when put right', async () => {
    await replace(draft, total(), '31');
    const [finding, ...others] = await broken();
    check(finding, 'no finding');
    equal(others.length, 0, 'other findings');
    equal(codeOf(finding), 'row-total');
    equal(finding.severity, vscode.DiagnosticSeverity.Error);
    check(finding.range.isEqual(total()), `range: ${draft.getText(finding.range)}`);
    check(/30/.test(finding.message) && /31/.test(finding.message), finding.message);
    await status(/^\$\(error\).*1/);
    await replace(draft, total(), '30');
    await clean();
    await status(/^\$\(check\)/);
  });

  test('while a row is being typed its sums are a hint, and an error once it is left', async () => {
    const editor = await vscode.window.showTextDocument(draft);
    const { end } = total();
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '1' });
    const all = () => vscode.languages.getDiagnostics(draft.uri);
    await until('a hint', () => all().length > 0);
    await pause(300);
    equal(all()[0]?.severity, vscode.DiagnosticSeverity.Hint, 'severity while typing');
    const below = end.translate(1);
    editor.selection = new vscode.Selection(below, below);
    const [finding] = await broken();
    check(finding, 'no finding');
    equal(codeOf(finding), 'row-total');
    equal(finding.severity, vscode.DiagnosticSeverity.Error);
  });

  test('the hover names the row and the column of a cell', async () => {
    const text = await hoverText(draft, total().start);
    check(text.includes('本年新收政府信息公开申请数量'), text);
    check(text.includes('总计') && text.includes('30'), text);
  });

  test('the quick fix replaces that number only', async () => {
    await replace(draft, total(), '31');
    const [finding] = await broken();
    check(finding, 'no finding');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      draft.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find((action) => action.isPreferred && /30/.test(action.title));
    check(fix?.edit, `actions: ${actions.map((action) => action.title).join(' | ')}`);
    check(await vscode.workspace.applyEdit(fix.edit), 'the fix was refused');
    equal(draft.getText(), original, 'text');
    await clean();
  });

  test('fix all puts every certain fault right', async () => {
    await replace(draft, total(), '31');
    await replace(draft, numberOf(draft, disclosed, -1), '15');
    await until('two findings', () => findings(draft).length === 2);
    await vscode.commands.executeCommand('gouji.fixAll');
    await until('the original text', () => draft.getText() === original);
    await clean();
  });

  test('the outline has the sections', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      draft.uri,
    );
    const names = JSON.stringify(symbols);
    for (const title of ['总体情况', '主动公开政府信息情况', '其他需要报告的事项'])
      check(names.includes(title), `no ${title} in ${names.slice(0, 300)}`);
  });

  test('ordinary Markdown stays silent and has no status', async () => {
    const readme = await open('README.md');
    equal(readme.languageId, 'markdown');
    await until('a hidden status', () => api.status() === undefined);
    await pause(700);
    equal(vscode.languages.getDiagnostics(readme.uri).length, 0, 'findings');
    equal(api.status(), undefined, 'status');
  });

  test('after a restart the findings come back', async () => {
    await replace(draft, total(), '31');
    await broken();
    await vscode.commands.executeCommand('gouji.restart');
    await status(/^\$\(error\)/);
    equal((await broken()).length, 1);
  });

  test('a rule can be switched off', async () => {
    await replace(draft, total(), '31');
    await broken();
    const settings = vscode.workspace.getConfiguration('gouji.rules');
    await settings.update('row-total', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      await until('silence', () => !findings(draft).some((finding) => codeOf(finding) === 'row-total'));
    } finally {
      await settings.update('row-total', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('the finding again', () =>
      findings(draft).some((finding) => codeOf(finding) === 'row-total'),
    );
  });
});
