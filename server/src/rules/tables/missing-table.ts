import type { FormTable } from '../../form/indexed-form';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { insertedTable } from '../insertion';
import { defineRule } from '../rule';

interface Missing {
  readonly section: BoundSection;
  readonly table: FormTable;
}

/** A picture, or a table that could not be read, may be the one that is missed. */
const mayHoldTable = /!\[|<(?:table|img|td|tr)\b/iu;

/** A10: sections 二, 三 and 四 each hold their table. */
export const missingTable = defineRule<Missing>({
  code: 'missing-table',
  catalogueCode: 'A10',
  severity: 'error',
  title: { zh: '缺少法定表格', en: 'A statutory table is missing' },
  detect(report) {
    return report.sections.flatMap((section) => {
      const table = report.form.tableById.get(section.definition.table ?? '');
      if (!table || section.occurrence === 'repeated' || section.match === 'ordinal') return [];
      const isFound = report.tables.some((one) => one.table.form.definition.id === table.definition.id);
      return isFound || holdsSomeTable(report, section) ? [] : [{ section, table }];
    });
  },
  render({ section, table }) {
    const { label } = table.definition;
    return {
      range: section.headingRange,
      message: {
        zh: `本部分没有“${label}”表：法定格式要求以表格报告，没有发生的填 0`,
        en: `The table “${label}” is missing here: the form requires it, with 0 where nothing happened`,
      },
    };
  },
  fix({ section, table }, report) {
    return [
      {
        title: {
          zh: `插入空白的“${table.definition.label}”表`,
          en: `Insert a blank table “${table.definition.label}”`,
        },
        preferred: false,
        edits: [insertedTable(report, section, table)],
      },
    ];
  },
});

function holdsSomeTable(report: Report, section: BoundSection): boolean {
  return report.tree.blocks
    .slice(section.block + 1, section.endBlock)
    .some(
      (block) =>
        block.kind === 'table' || block.lines.some((line) => mayHoldTable.test(line.text.slice(0, 2000))),
    );
}
