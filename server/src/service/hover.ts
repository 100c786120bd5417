import type { Hover } from 'vscode-languageserver-types';
import type { Explained, LegalBasis } from '../form/form';
import type { CellKey, FormTable } from '../form/indexed-form';
import type { Repair } from '../reconcile/causes';
import { type CheckedEquation, reconcile } from '../reconcile/equations';
import { causesIn } from '../reconcile/report-causes';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import type { BoundTable } from '../report/table';
import { repairTitle } from '../rules/arithmetic/repairs';
import { columnName, numeral, rowName } from '../rules/names';
import { inDocument, inSource } from '../text/places';
import type { Position } from '../text/range';
import type { Analysis } from './analysis';
import type { Settings } from './settings';
import { explainStatement, statementAt } from './statements';
import { type Target, targetAt } from './targets';

const marks = { holds: '✔', fails: '✘', unknown: '？' } as const;

/** Explains what stands at a position: what is counted, its equations with their numbers, the law. */
export function hover(analysis: Analysis, position: Position, settings: Settings): Hover | null {
  const { source } = analysis.tree;
  const place = inSource(source, position);
  for (const report of analysis.reports) {
    const target = targetAt(report, place);
    if (target)
      return {
        contents: { kind: 'markdown', value: explain(target, report, settings) },
        range: inDocument(source, target.range),
      };
    const statement = statementAt(report, place);
    if (statement)
      return {
        contents: { kind: 'markdown', value: explainStatement(statement, report, settings) },
        range: inDocument(source, statement.range),
      };
  }
  return null;
}

function explain(target: Target, report: Report, settings: Settings): string {
  switch (target.kind) {
    case 'section': {
      const { definition } = target.section;
      return page(
        [`**${numeral(definition.ordinal)}、${definition.title}**`, definition.explanation],
        [definition],
        settings,
      );
    }
    case 'cell': {
      const { row, column, key } = target.cell;
      const form = target.table.table.form;
      const names =
        row.definition.label === ''
          ? []
          : [[...row.groups, row.definition].map((one) => one.ordinal + one.label).join(' › ')];
      const value =
        target.cell.value === null
          ? stateName(target.cell.state, settings)
          : `${target.cell.value} ${column.definition.unit}`;
      const parts = [
        `**${[...names, columnName(column, form)].join(' × ')}**：${value}`,
        equationList(target.table, form.equationsOf.get(key)?.map((one) => one.id) ?? [], settings),
        repairList(report, target.table, key, settings),
        row.definition.explanation,
        column.definition.explanation,
      ];
      return page(parts, [row.definition, column.definition], settings);
    }
    case 'row': {
      const { definition, groups } = target.row.row;
      const ids = target.table.table.form.equations
        .filter((one) => one.family.over === 'rows' && one.id === `${one.family.id}.${definition.id}`)
        .map((one) => one.id);
      const name = [...groups, definition].map((one) => one.ordinal + one.label).join(' › ');
      return page(
        [`**${name}**`, equationList(target.table, ids, settings), definition.explanation],
        [definition],
        settings,
      );
    }
    case 'column': {
      const { definition } = target.column;
      const ids = target.table.table.form.equations
        .filter(
          (one) =>
            one.family.over !== 'rows' &&
            one.id.endsWith(`.${one.family.over === 'groups' ? definition.id.split('.')[0] : definition.id}`),
        )
        .map((one) => one.id);
      const unit = definition.unit === '' ? '' : `（${definition.unit}）`;
      const name = columnName(target.column, target.table.table.form);
      return page(
        [`**${name}**${unit}`, equationList(target.table, ids, settings), definition.explanation],
        [definition],
        settings,
      );
    }
    case 'group':
      return page(
        [`**${target.group.ordinal}${target.group.label}**`, target.group.explanation],
        [target.group],
        settings,
      );
    case 'columnGroup':
      return page([`**${target.group.label}**`, target.group.explanation], [target.group], settings);
    default:
      return report.form.definition.name[settings.language];
  }
}

function stateName(state: string, { language }: Settings): string {
  const names: Readonly<Record<string, { zh: string; en: string }>> = {
    blank: { zh: '未填', en: 'blank' },
    notApplicable: { zh: '填的不是数', en: 'not a number' },
    unreadable: { zh: '读不出确定的数', en: 'not surely one number' },
  };
  return names[state]?.[language] ?? state;
}

function page(parts: readonly string[], sources: readonly Explained[], settings: Settings): string {
  const law = legalBasis(
    sources.flatMap((source) => source.legalBasis),
    settings,
  );
  return [...parts, law].filter((part) => part !== '').join('\n\n');
}

function legalBasis(all: readonly LegalBasis[], { language }: Settings): string {
  const seen = new Set<string>();
  for (const { law, article, note } of all) {
    const where = article === '' ? '' : `第${article}条`;
    seen.add(`${law}${where}${note === '' ? '' : `（${note}）`}`);
  }
  return seen.size === 0 ? '' : `_${language === 'zh' ? '依据' : 'Legal basis'}：${[...seen].join('；')}_`;
}

/** More explanations than that help nobody. */
const mostExplanations = 8;

/** What is certain of the equations that fail about a cell, and the explanations weighed for it, likeliest first. */
function repairList(report: Report, table: PlacedTable, key: CellKey, { language }: Settings): string {
  const causes = causesIn(report, table).filter(({ failing }) =>
    failing.some(({ equation }) => equation.left.includes(key) || equation.right.includes(key)),
  );
  const titles = (explanations: readonly (readonly Repair[])[]): string[] => [
    ...new Set(explanations.map((repairs) => repairTitle(table, repairs)[language])),
  ];
  const certain = titles(causes.flatMap(({ culprit }) => (culprit ? [[culprit]] : [])));
  const weighed = titles(
    causes.flatMap(({ considered, alternatives }) => (considered.length > 0 ? considered : alternatives)),
  );
  const parts: string[] = [];
  if (certain.length > 0)
    parts.push(listed(language === 'zh' ? '可以确定的改法：' : 'What is certain:', certain, () => '-'));
  if (weighed.some((title) => !certain.includes(title))) {
    const head =
      language === 'zh' ? '可使等式成立的改法，按可能性排列：' : 'What would mend it, likeliest first:';
    parts.push(listed(head, weighed.slice(0, mostExplanations), (i) => `${i + 1}.`));
    if (weighed.length > mostExplanations)
      parts.push(language === 'zh' ? `（共 ${weighed.length} 种）` : `(${weighed.length} of them in all)`);
  }
  return parts.join('\n\n');
}

function listed(head: string, lines: readonly string[], mark: (index: number) => string): string {
  return [head, '', ...lines.map((line, i) => `${mark(i)} ${line}`)].join('\n');
}

/** Equations as a list, each with its numbers and its state. */
function equationList(table: PlacedTable, ids: readonly string[], settings: Settings): string {
  const reconciliation = reconcile(table.table);
  return ids
    .map((id) => reconciliation.byId(id))
    .filter((one) => one !== undefined)
    .map((one) => `- ${marks[one.state]} ${equationText(one, table.table, settings)}`)
    .join('\n');
}

function equationText(checked: CheckedEquation, table: BoundTable, { language }: Settings): string {
  const { equation, state, left, right } = checked;
  const text = `${equation.family.text[language]}${scopeOf(equation.id, equation.family.id, table.form)}`;
  if (state === 'unknown')
    return `${text}：${language === 'zh' ? '有格未填或读不出，未核对' : 'a cell is blank or unreadable, not checked'}`;
  const sign = state === 'holds' ? '＝' : '≠';
  return `${text}：${sumText(equation.left, table, left)} ${sign} ${sumText(equation.right, table, right)}`;
}

/** The row or column an equation speaks of, where its family's text does not say. */
function scopeOf(id: string, family: string, form: FormTable): string {
  const each = id.slice(family.length + 1);
  const row = form.rowById.get(each);
  const column = form.columnById.get(each);
  return row ? `（${rowName(row)}）` : column ? `（${columnName(column, form)}）` : '';
}

/** `2＋3＝5`; zeros among many addends are left out. */
function sumText(keys: readonly CellKey[], table: BoundTable, sum: number | null): string {
  const values = keys.map((key) => table.cells.get(key)?.value ?? 0);
  const shown = values.length > 7 ? values.filter((value) => value !== 0) : values;
  return shown.length < 2 ? `${sum}` : `${shown.join('＋')}＝${sum}`;
}
