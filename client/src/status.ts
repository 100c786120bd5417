import * as vscode from 'vscode';

/** One report found in a document, as the server counts it. */
interface ReportSummary {
  form: string;
  formName: string;
  year: number | null;
  organization: string;
  tables: number;
  tablesReconciled: number;
  tablesUnknown: number;
}

/** What the server says of a document after each check. */
export interface ReportStatus {
  uri: string;
  version: number;
  /** The settings file in force; null where the editor's settings hold alone. */
  settingsFile: string | null;
  reports: ReportSummary[];
  errors: number;
  warnings: number;
  information: number;
  hints: number;
}

/** The status bar item: the state of the report in the active editor, hidden for every other document. */
export class StatusDisplay implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'gouji.status',
    vscode.StatusBarAlignment.Right,
    90,
  );
  private readonly states = new Map<string, ReportStatus>();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.item.name = vscode.l10n.t('Gouji: state of the report');
    this.item.command = 'workbench.actions.view.problems';
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.workspace.onDidCloseTextDocument((document) => this.states.delete(document.uri.toString())),
    ];
  }

  /** The text shown, or undefined while the item is hidden. */
  get text(): string | undefined {
    return this.current() && this.item.text;
  }

  /** Whether a document is a report, as far as is known. */
  isReport(uri: vscode.Uri): boolean {
    return (this.states.get(uri.toString())?.reports.length ?? 0) > 0;
  }

  /** Takes the latest state of a document. */
  update(uri: vscode.Uri, status: ReportStatus): void {
    this.states.set(uri.toString(), status);
    this.refresh();
  }

  /** Forgets everything, as when the server restarts. */
  clear(): void {
    this.states.clear();
    this.refresh();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private current(): ReportStatus | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.states.get(uri);
    return status?.reports.length ? status : undefined;
  }

  private refresh(): void {
    const status = this.current();
    if (!status) {
      this.item.hide();
      return;
    }
    this.item.text = shortText(status);
    this.item.tooltip = new vscode.MarkdownString(longText(status), true);
    this.item.show();
  }
}

function shortText(status: ReportStatus): string {
  const { read, reconciled } = countTables(status);
  if (status.errors > 0)
    return `$(error) ${plural(status.errors, vscode.l10n.t('Gouji: 1 error'), vscode.l10n.t('Gouji: {0} errors', status.errors))}`;
  if (status.warnings > 0)
    return `$(warning) ${plural(status.warnings, vscode.l10n.t('Gouji: 1 warning'), vscode.l10n.t('Gouji: {0} warnings', status.warnings))}`;
  if (read === 0) return `$(info) ${vscode.l10n.t('Gouji: no table read')}`;
  if (reconciled < read)
    return `$(info) ${vscode.l10n.t('Gouji: {0} of {1} tables reconcile', reconciled, read)}`;
  return `$(check) ${plural(read, vscode.l10n.t('Gouji: 1 table reconciles'), vscode.l10n.t('Gouji: {0} tables reconcile', read))}`;
}

function longText(status: ReportStatus): string {
  const reports = status.reports.map((report) => {
    const year =
      report.year === null ? vscode.l10n.t('year not found') : vscode.l10n.t('year {0}', report.year);
    const lines = [
      `**${escapeMarkdown(report.organization || vscode.l10n.t('(organization not found)'))}** · ${year}`,
      escapeMarkdown(report.formName),
      `$(table) ${vscode.l10n.t('Tables that reconcile: {0} of {1}', report.tablesReconciled, report.tables)}`,
    ];
    if (report.tablesUnknown > 0)
      lines.push(`$(question) ${vscode.l10n.t('Tables that cannot be checked: {0}', report.tablesUnknown)}`);
    return lines.join('  \n');
  });
  const findings = [
    `$(error) ${vscode.l10n.t('Errors: {0}', status.errors)}`,
    `$(warning) ${vscode.l10n.t('Warnings: {0}', status.warnings)}`,
    `$(info) ${vscode.l10n.t('Information: {0}', status.information)}`,
    `$(lightbulb) ${vscode.l10n.t('Hints: {0}', status.hints)}`,
  ];
  const settings = status.settingsFile
    ? vscode.l10n.t('Settings: {0}', escapeMarkdown(nameOf(status.settingsFile)))
    : vscode.l10n.t('Settings: those of the editor');
  return [
    ...reports,
    findings.join(' &nbsp; '),
    `$(gear) ${settings}`,
    vscode.l10n.t('Click to open the Problems panel.'),
  ].join('\n\n');
}

function nameOf(settingsFile: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(settingsFile));
}

function countTables(status: ReportStatus): { read: number; reconciled: number } {
  let read = 0;
  let reconciled = 0;
  for (const report of status.reports) {
    read += report.tables;
    reconciled += report.tablesReconciled;
  }
  return { read, reconciled };
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** The organization's name comes out of the draft: none of it may act as Markdown or as an icon. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~<>|$&]/g, '\\$&');
}
