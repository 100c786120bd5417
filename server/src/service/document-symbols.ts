import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { reconcile } from '../reconcile/equations';
import type { PlacedTable } from '../report/placed-tables';
import type { Report } from '../report/report';
import type { BoundSection } from '../report/sections';
import { numeral, placed, rowName } from '../rules/names';
import { inDocument } from '../text/places';
import { comparePositions, type Range } from '../text/range';
import type { Analysis } from './analysis';
import type { Settings } from './settings';

/** LSP's numbers for Module, Struct and Field. */
const moduleKind: SymbolKind = 2;
const structKind: SymbolKind = 23;
const fieldKind: SymbolKind = 8;

/** The outline: the sections of each report, under them their tables, under those the rows. */
export function documentSymbols(analysis: Analysis, settings: Settings): DocumentSymbol[] {
  const symbols = analysis.reports.flatMap((report) =>
    report.sections.map((section) => sectionSymbol(section, report, settings)),
  );
  return inDocument(analysis.tree.source, symbols);
}

function sectionSymbol(section: BoundSection, report: Report, settings: Settings): DocumentSymbol {
  const tables = report.tables.filter((table) => isInside(placed(table, table.table.range), section.range));
  return {
    name: `${numeral(section.definition.ordinal)}、${section.title}`,
    kind: moduleKind,
    range: section.range,
    selectionRange: section.titleRange,
    children: tables.map((table) => tableSymbol(table, settings)),
  };
}

function tableSymbol(table: PlacedTable, { language }: Settings): DocumentSymbol {
  const { failing, unknown, equations } = reconcile(table.table);
  const state =
    failing.length > 0
      ? { zh: `${failing.length} 个等式不成立`, en: `${failing.length} equations fail` }
      : unknown > 0
        ? { zh: `${unknown} 个等式未核对`, en: `${unknown} equations not checked` }
        : {
            zh: equations.length > 0 ? '全部等式成立' : '',
            en: equations.length > 0 ? 'all equations hold' : '',
          };
  const whole = placed(table, table.table.range);
  return {
    name: table.table.form.definition.label,
    detail: state[language],
    kind: structKind,
    range: whole,
    selectionRange: whole,
    children: table.table.rows
      .filter((row) => row.row.definition.label !== '')
      .map((row) => {
        const range = placed(table, row.range);
        return {
          name: rowName(row.row),
          detail: row.cells.map((cell) => cell.text).join(' '),
          kind: fieldKind,
          range,
          selectionRange: row.labels[0] ? placed(table, row.labels.at(-1) ?? row.range) : range,
        };
      }),
  };
}

function isInside(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}
