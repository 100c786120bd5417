import type { FormTable } from '../../form/indexed-form';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { type Block, gridOf } from '../../syntax/block';
import { insertedTable } from '../insertion';
import { defineRule } from '../rule';

interface Missing {
  readonly section: BoundSection;
  readonly table: FormTable;
}

/**
 * A picture, what is left of a table or could not be read, as rows parted by commas are not, or one whose values ran together may be
 * the one that is missed.
 */
const mayHoldTable = /,[\d.]*,[\d.]*\s*$|^\s*[|｜]|!\[|<(?:table|img|td|tr)\b|^\s*\d{12,}\s*$/iu;

/** A10: sections 二, 三 and 四 each hold their table. */
export const missingTable = defineRule<Missing>({
  code: 'missing-table',
  catalogueCode: 'A10',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '缺少法定表格', en: 'A statutory table is missing' },
  detect(report) {
    return report.sections.flatMap((section) => {
      const table = report.form.tableById.get(section.definition.table ?? '');
      if (!table || section.occurrence === 'repeated' || section.match === 'ordinal') return [];
      const isFound = report.tables.some((one) => one.table.form.definition.id === table.definition.id);
      return isFound || holdsSomeTable(report, section, table) ? [] : [{ section, table }];
    });
  },
  render({ section, table }) {
    const { label } = table.definition;
    return {
      range: section.headingRange,
      about: table.definition.id,
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
  documentation: {
    explanation: {
      zh: '第二、三、四部分应当用法定表格报告，没有发生的填 0，不能只写文字。',
      en: 'Sections 二, 三 and 四 report in their statutory tables, with 0 where nothing happened; text alone does not do.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第二、三、四部分。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号), sections 二, 三 and 四.',
    },
    silence: {
      zh: '本部分有图片，或有认不出的表格、连成一串的数字时不报“缺表”（见 `unreadable-table`）。',
      en: 'Where the section holds a picture, a table that is not recognised or a line of digits run together, nothing is said to be missing (see `unreadable-table`).',
    },
    examples: [
      {
        right:
          '| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 2 | 0 | 0 | 1 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        wrong: '本年度未发生行政复议、行政诉讼。',
      },
    ],
  },
});

function holdsSomeTable(report: Report, section: BoundSection, form: FormTable): boolean {
  return report.tree.blocks
    .slice(section.block + 1, section.endBlock)
    .some(
      (block) =>
        block.kind === 'table' ||
        holdsLabel(block, form) ||
        block.lines.some((line) => mayHoldTable.test(line.text.slice(0, 2000))),
    );
}

/** Whether a label stands alone in a row: what was left of a table that was cut off. */
function holdsLabel(block: Block, { labels }: FormTable): boolean {
  if (block.kind === 'blank' || block.kind === 'table' || block.rows === null) return false;
  return gridOf(block).rows.some(({ cells }) => cells.some(({ text }) => labels.begins(text)));
}
