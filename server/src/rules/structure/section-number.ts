import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { type Range, range, type TextEdit } from '../../text/range';
import { numeral } from '../names';
import { type Misnumbered, misnumbered, ordinalValue, reordinal } from '../numbering';
import { defineRule } from '../rule';
import { isTornBefore } from './torn-heading';

/** A section with the ordinal before its title. */
interface Numbered {
  readonly section: BoundSection;
  /** As written, without spaces at its ends; empty where there is none. */
  readonly written: string;
  readonly writtenRange: Range;
  readonly value: number | null;
}

interface Fault {
  readonly all: readonly Numbered[];
  readonly expected: readonly number[];
  readonly stretch: Misnumbered;
}

/** So many sections must be numbered for a number to be missed. */
const fewestNumbered = 3;

/** A03: the ordinals of the sections follow each other. */
export const sectionNumber = defineRule<Fault>({
  code: 'section-number',
  catalogueCode: 'A03',
  severity: 'error',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '部分序号有误', en: 'A section is numbered wrongly' },
  detect(report) {
    const sections = report.sections.filter((one) => one.occurrence === 'first');
    // Mostly all have the numbers of the form, and plainly so.
    if (sections.every((one) => isPlainlyNumbered(one, report))) return [];
    const all = inOneStyle(sections.map((one) => numbered(one, report)));
    const values = all.map((one) => one.value);
    const count = values.filter((value) => value !== null).length;
    if (count < fewestNumbered || count * 2 <= values.length) return [];
    if (all.every(({ section, value }) => value === section.definition.ordinal)) return [];
    const expected = expectedNumbers(all);
    return misnumbered(values, expected)
      .filter((stretch) => !isExplained(all, stretch, report) && !isTornBefore(own(all, stretch), report))
      .map((stretch) => ({ all, expected, stretch }));
  },
  render({ all, expected, stretch }) {
    const first = all[stretch.from] as Numbered;
    const right = `${numeral(expected[stretch.from] as number)}、`;
    const rest = stretch.to - stretch.from > 1;
    const { zh, en } = fault(all, stretch.from, right);
    return {
      range: first.written === '' ? first.section.titleRange : first.writtenRange,
      message: {
        zh: rest ? `${zh}，以后各部分依次改` : zh,
        en: rest ? `${en}; the sections that follow move with it` : en,
      },
      related: all.slice(stretch.from + 1, stretch.to).map((one, i) => {
        const next = `${numeral(expected[stretch.from + 1 + i] as number)}、`;
        return { range: one.writtenRange, message: { zh: `应为“${next}”`, en: `should be “${next}”` } };
      }),
    };
  },
  fix({ all, expected, stretch }) {
    const pattern = all.find((one, i) => one.value === expected[i] && !one.written.includes('<'));
    const own = all.slice(stretch.from, stretch.to);
    if (!pattern || own.some((one) => one.written.includes('<') || !/^\p{L}/u.test(one.section.title)))
      return [];
    const edits = own.map((one, i): TextEdit => {
      const newText = reordinal(
        pattern.written,
        pattern.value as number,
        expected[stretch.from + i] as number,
      );
      return { range: one.writtenRange, newText };
    });
    const right = edits[0]?.newText ?? '';
    return [
      { title: { zh: `改为“${right}”`, en: `Change to “${right}”` }, preferred: own.length === 1, edits },
    ];
  },
  documentation: {
    explanation: {
      zh: '六个部分的序号应当从“一、”到“六、”，不漏、不重、不跳、不误写。修复按其他部分的写法改。',
      en: 'The sections are numbered one to six: none left out, repeated, skipped or miswritten. The fix writes the number as the others are written.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）；GB/T 9704 公文结构层次序数。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号); GB/T 9704 on ordinals in official documents.',
    },
    silence: {
      zh: '各部分都没有序号的不报；少了或多了部分、而序号照样连续的不报（缺少、重复、次序见 `missing-section`、`duplicate-section`、`section-order`）。',
      en: 'Nothing is said where no section is numbered, or where the numbers run on although a section is missing or one was added (see `missing-section`, `duplicate-section`, `section-order`).',
    },
    examples: [
      { right: '## 二、主动公开政府信息情况', wrong: '## 三、主动公开政府信息情况' },
      { right: '## 六、其他需要报告的事项', wrong: '## 其他需要报告的事项' },
    ],
  },
});

/** Whether a section's heading is plain text with a Chinese numeral before it, and that the form's. */
function isPlainlyNumbered({ block, definition }: BoundSection, { tree }: Report): boolean {
  const heading = tree.blocks[block];
  return (
    heading?.kind === 'heading' &&
    heading.isPlain &&
    heading.ordinal?.style === 'chinese' &&
    heading.ordinal.value === definition.ordinal
  );
}

function numbered(section: BoundSection, report: Report): Numbered {
  const { line, character: from } = section.headingRange.start;
  const to = section.titleRange.start.line === line ? section.titleRange.start.character : from;
  const text = report.tree.source.lines[line]?.text.slice(from, to) ?? '';
  const written = text.trimEnd();
  return {
    section,
    written,
    writtenRange: range(line, from, line, from + written.length),
    value: ordinalValue(written.includes('<') ? written.replace(/<[^<>]*>/gu, '') : written),
  };
}

/** An ordinal that is not written as most are is none: `2、` among `一、` and `三、`. */
function inOneStyle(all: readonly Numbered[]): readonly Numbered[] {
  const styles = all.map(({ written, value }) => (value === null ? null : styleOf(written)));
  if (styles.every((style) => style === styles[0])) return all;
  const count = (style: string): number => styles.filter((one) => one === style).length;
  const [main] = ['chinese', 'arabic', 'bracketed', 'part'].sort((a, b) => count(b) - count(a));
  return all.map((one, i) => (styles[i] === main ? one : { ...one, value: null }));
}

function styleOf(written: string): string {
  if (written.includes('第')) return 'part';
  if (/[（(]/u.test(written)) return 'bracketed';
  return /\d/u.test(written) ? 'arabic' : 'chinese';
}

/** The numbers of the form, or those by place: whichever most of the draft's are. */
function expectedNumbers(all: readonly Numbered[]): readonly number[] {
  const byForm = all.map((one) => one.section.definition.ordinal);
  const byPlace = all.map((_, i) => i + 1);
  const agreeing = (expected: readonly number[]): number =>
    all.filter((one, i) => one.value === expected[i]).length;
  return agreeing(byPlace) > agreeing(byForm) ? byPlace : byForm;
}

/** Whether a heading of the draft's own, or a section pasted twice, stands before a stretch and took its number. */
function isExplained(all: readonly Numbered[], { from }: Misnumbered, report: Report): boolean {
  const own = all[from] as Numbered;
  const before = all[from - 1]?.section.block ?? -1;
  if (own.value === null) return false;
  for (let b = before + 1; b < own.section.block; b++) {
    const block = report.tree.blocks[b];
    if (block?.kind !== 'heading' || block.ordinal === null) continue;
    if (block.ordinal.style !== 'chinese' && block.ordinal.style !== 'part') continue;
    if (block.ordinal.value !== own.value - 1) continue;
    const line = report.tree.starts[b] as number;
    if (!report.tables.some((table) => isWithin(line, table.line, table.table.range))) return true;
  }
  return false;
}

function isWithin(line: number, first: number, { start, end }: Range): boolean {
  return line >= first + start.line && line <= first + end.line;
}

function own(all: readonly Numbered[], { from }: Misnumbered): BoundSection {
  return (all[from] as Numbered).section;
}

function fault(all: readonly Numbered[], i: number, right: string): { zh: string; en: string } {
  const { written, value } = all[i] as Numbered;
  const before = all[i - 1]?.written;
  if (written === '')
    return { zh: `缺少序号：此处应为“${right}”`, en: `The number is missing: it should be “${right}”` };
  if (value === null)
    return {
      zh: `序号误写为“${written}”：应为“${right}”`,
      en: `The number is miswritten as “${written}”: it should be “${right}”`,
    };
  if (all.slice(0, i).some((one) => one.value === value))
    return {
      zh: `序号“${written}”重复：此处应为“${right}”`,
      en: `The number “${written}” is repeated: it should be “${right}” here`,
    };
  if (before)
    return {
      zh: `序号不连续：“${before}”之后应为“${right}”，现为“${written}”`,
      en: `“${before}” is followed by “${right}”, not “${written}”`,
    };
  return {
    zh: `序号有误：应为“${right}”，现为“${written}”`,
    en: `The number should be “${right}”, not “${written}”`,
  };
}
