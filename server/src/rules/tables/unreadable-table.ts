import type { FormTable } from '../../form/indexed-form';
import type { PlacedTable } from '../../report/placed-tables';
import type { Report } from '../../report/report';
import { isMostlyUnread } from '../../report/table';
import { gridOf } from '../../syntax/block';
import type { Range } from '../../text/range';
import { placed } from '../names';
import { defineRule } from '../rule';

/** A table of which most rows cannot be read, or none at all. */
type Unreadable =
  | { readonly kind: 'rows'; readonly table: PlacedTable; readonly incomplete: number }
  | { readonly kind: 'whole'; readonly form: FormTable; readonly range: Range };

/** B11: damage is said before anything is counted, and once: not row by row where most rows have it. */
export const unreadableTable = defineRule<Unreadable>({
  code: 'unreadable-table',
  catalogueCode: 'B11',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  title: { zh: '表格读不全', en: 'A table cannot be read' },
  detect(report) {
    const rows = report.tables
      .filter(({ table }) => isMostlyUnread(table))
      .map((table): Unreadable => {
        const incomplete = table.table.rows.filter((row) => row.state === 'incomplete').length;
        return { kind: 'rows', table, incomplete };
      });
    return [...rows, ...unreadSections(report)];
  },
  render(state) {
    if (state.kind === 'whole') {
      const { label } = state.form.definition;
      return {
        range: state.range,
        about: state.form.definition.id,
        message: {
          zh: `本部分有表格，但认不出“${label}”表的行，未核对。请按法定格式重新粘贴表格`,
          en: `There is a table here, but no row of “${label}” is recognised in it; it is not checked. Paste it again as the form prints it`,
        },
      };
    }
    const { table, incomplete } = state;
    const first = table.table.rows.find((row) => row.state === 'incomplete') ?? table.table.rows[0];
    return {
      range: placed(table, first?.range ?? table.table.range),
      about: table.table.form.definition.id,
      message: {
        zh: `“${table.table.form.definition.label}”表有 ${incomplete} 行数据与栏数对不上，可能是粘贴时丢了格；有关等式未核对。请重新粘贴或补全`,
        en: `${incomplete} rows of “${table.table.form.definition.label}” do not hold one value for each column, perhaps lost in pasting; their equations are not checked. Paste or complete them again`,
      },
      related: table.table.rows
        .filter((row) => row.state === 'incomplete')
        .map((row) => ({
          range: placed(table, row.range),
          message: { zh: `读出 ${row.found} 个数`, en: `${row.found} values read` },
        })),
    };
  },
  documentation: {
    explanation: {
      zh: '表格在粘贴、转换中受损，大部分行读不全，或者整张表认不出来。受损的表不核对算术，请重新粘贴。',
      en: 'A table was damaged in pasting or conversion: most rows cannot be read whole, or no row is recognised. Its arithmetic is not checked; paste it again.',
    },
    rationale: {
      zh: '受损不等于算错：先把表补全，才谈得上核对。',
      en: 'Damage is not a wrong sum: the table must be whole before anything can be checked.',
    },
    silence: {
      zh: '少数几行不全的，逐行报 `incomplete-row`。',
      en: 'Where only a few rows are incomplete, each is reported as `incomplete-row`.',
    },
    examples: [],
  },
});

/** So many rows with numbers make something in a section a table. */
const fewestRows = 3;

function unreadSections(report: Report): readonly Unreadable[] {
  const found: Unreadable[] = [];
  for (const section of report.sections) {
    const form = report.form.tableById.get(section.definition.table ?? '');
    if (!form || section.occurrence === 'repeated' || section.match === 'ordinal') continue;
    if (report.tables.some((one) => one.table.form.definition.id === form.definition.id)) continue;
    const tables = report.tree.blocks
      .slice(section.block + 1, section.endBlock)
      .filter((block) => block.kind === 'table');
    const rows = tables
      .flatMap((block) => gridOf(block).rows)
      .filter(({ cells }) => cells.some((cell) => cell.reading.kind === 'number'));
    if (rows.length >= fewestRows) found.push({ kind: 'whole', form, range: section.headingRange });
  }
  return found;
}
