import { placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import {
  type PlacedSubheading,
  type Subheading,
  subheadingsIn,
  subheadingsOf,
} from '../../report/subheadings';
import type { TextEdit } from '../../text/range';
import { isBetweenVersions } from '../damage';
import { numeral } from '../names';
import { type Misnumbered, misnumbered, reordinal } from '../numbering';
import { defineRule } from '../rule';
import { isRunningText, missingTopics, textOf } from '../topics';
import { missingAspect } from './missing-aspect';

interface Fault {
  /** Sub-headings from one （一） up to the next, or to the section's end. */
  readonly run: readonly PlacedSubheading[];
  readonly stretch: Misnumbered;
}

/** An ordinal in the middle of a line, or a damaged one at its start: part of a list was not seen. */
const inlineOrdinal =
  /[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)](?![项款目条])|(?:^|\n)\s*(?:[（(][^（）()\d]{1,8}[）)]|[（(](?:[^（）()]{0,3}[一二三四五六七八九十□■]|\s*$)|[一二三四五六七八九十]?\s*[）)])/u;

/** A03: sub-headings （一）（二）（三） within a section follow each other. */
export const subheadingNumber = defineRule<Fault>({
  code: 'subheading-number',
  catalogueCode: 'A03',
  severity: 'warning',
  editions: 'all',
  fixes: 'safe',
  title: { zh: '小标题序号不连续', en: 'Sub-headings are numbered wrongly' },
  detect(report) {
    const bracketed = subheadingsIn(report).filter(({ heading }) => heading.style === 'bracketed');
    // Mostly each is the first or the next of its list.
    if (bracketed.every(({ heading }, i) => follows(heading, bracketed[i - 1]?.heading))) return none;
    return report.sections.flatMap((section) => {
      if (section.definition.table !== null) return [];
      const text = new Set(textOf(report, section));
      const own = bracketed.filter(({ passage }) => text.has(passage));
      const found = runs(own).flatMap((run) => faults(run, report));
      if (found.length === 0 || !isRunningText(report, section)) return [];
      // What was left out between two numbers is another rule's to name.
      const isLacking = missingTopics(report, section, missingAspect.code).length > 0;
      return isLacking ? found.filter(isRepeated) : found;
    });
  },
  render({ run, stretch }) {
    const { passage, heading } = run[stretch.from] as PlacedSubheading;
    const before = (run[stretch.from - 1] as PlacedSubheading).heading;
    const right = `（${numeral(stretch.from + 1)}）`;
    return {
      range: placedStretch(passage, heading.start, heading.start + heading.ordinal.length),
      message: isRepeated({ run, stretch })
        ? {
            zh: `小标题序号“${heading.ordinal}”重复：此处应为“${right}”`,
            en: `The sub-heading’s number “${heading.ordinal}” is repeated: it should be “${right}” here`,
          }
        : {
            zh: `小标题序号不连续：“${before.ordinal}”之后应为“${right}”，现为“${heading.ordinal}”`,
            en: `“${before.ordinal}” is followed by “${right}”, not “${heading.ordinal}”`,
          },
      related: [
        {
          range: placedStretch(
            (run[stretch.from - 1] as PlacedSubheading).passage,
            before.start,
            before.start + before.ordinal.length,
          ),
          message: { zh: '前一个小标题', en: 'the sub-heading before' },
        },
      ],
    };
  },
  fix({ run, stretch }) {
    const own = run.slice(stretch.from, stretch.to);
    const edits = own.map(({ passage, heading }, i): TextEdit => {
      const { ordinal, start, value } = heading;
      return {
        range: placedStretch(passage, start, start + ordinal.length),
        newText: reordinal(ordinal, value, stretch.from + 1 + i),
      };
    });
    const right = edits[0]?.newText ?? '';
    return [
      {
        title:
          own.length > 1
            ? { zh: `改为“${right}”，以下依次改`, en: `Change to “${right}”, and those that follow` }
            : { zh: `改为“${right}”`, en: `Change to “${right}”` },
        preferred: own.length === 1,
        edits,
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '一个部分里的小标题“（一）（二）（三）”应当连续，不重、不跳。',
      en: 'The sub-headings （一）（二）（三） of a section follow each other: none is repeated or skipped.',
    },
    rationale: {
      zh: 'GB/T 9704《党政机关公文格式》：结构层次序数依次用“一、”“（一）”“1.”“（1）”。',
      en: 'GB/T 9704 on the format of official documents: 一、 then （一）, 1. and （1）.',
    },
    silence: {
      zh: '重新从“（一）”数起的不报；缺号处单有一个“1.”的（网页自动编号）不报；中间有写在行内的序号的、第一个不是“（一）”的、夹着表格或图片的不报；总体情况缺了方面的见 `missing-aspect`。',
      en: 'A list that begins anew with （一） is left alone, and so is one where a lone 1. of a page that counts for itself stands for the number left out, one with numbers inside a line, without a first one, or with tables or pictures between; an overview that lacks an aspect is the matter of `missing-aspect`.',
    },
    examples: [
      { right: '（三）政府信息管理。', wrong: '（二）政府信息管理。', alsoRight: ['（三）信息管理。'] },
      { right: '（五）监督保障。', wrong: '（六）监督保障。' },
    ],
  },
});

const none: readonly Fault[] = [];

function follows({ value }: Subheading, before: Subheading | undefined): boolean {
  return value === 1 || value === (before?.value ?? 0) + 1;
}

/** Lists that begin with （一）; what stands before the first one has lost its beginning. */
function runs(all: readonly PlacedSubheading[]): PlacedSubheading[][] {
  const found: PlacedSubheading[][] = [];
  for (const one of all) {
    if (one.heading.value === 1) found.push([one]);
    else found.at(-1)?.push(one);
  }
  return found;
}

function isRepeated({ run, stretch: { from } }: Fault): boolean {
  return run[from]?.heading.value === run[from - 1]?.heading.value;
}

function faults(run: readonly PlacedSubheading[], report: Report): Fault[] {
  if (run.every(({ heading }, i) => heading.value === i + 1)) return [];
  const numbers = run.map((one) => one.heading.value);
  return misnumbered(
    numbers,
    run.map((_, i) => i + 1),
  )
    .map((stretch) => ({ run, stretch }))
    .filter(({ stretch: { from } }) => {
      // A number that goes back belongs to a list whose beginning was not seen.
      if ((numbers[from] as number) < (numbers[from - 1] as number)) return false;
      const before = run[from - 1] as PlacedSubheading;
      const own = run[from] as PlacedSubheading;
      if (own.heading.value - before.heading.value === 2 && isRenumberedBetween(before, own, report))
        return false;
      const lineOf = ({ passage, heading }: PlacedSubheading): number =>
        placedStretch(passage, heading.start, heading.start + 1).start.line;
      if (isBetweenVersions(report, lineOf(before), lineOf(own))) return false;
      return !hasOrdinalBetween(before, own, report);
    });
}

/**
 * Whether a lone `1.` stands where one number is left out: a page that counts for itself has put it in the place of the
 * sub-heading’s own, and the next one is right as it is.
 */
function isRenumberedBetween(before: PlacedSubheading, own: PlacedSubheading, { passages }: Report): boolean {
  const between = passages.slice(passages.indexOf(before.passage), passages.indexOf(own.passage) + 1);
  const plain = between
    .flatMap(({ block }) => subheadingsOf(block))
    .filter(({ style }) => style === 'arabic');
  return plain.length === 1 && plain[0]?.value === 1;
}

function hasOrdinalBetween(before: PlacedSubheading, own: PlacedSubheading, report: Report): boolean {
  const behind = before.heading.start + before.heading.ordinal.length;
  if (before.passage === own.passage)
    return inlineOrdinal.test(own.passage.passage.text.slice(behind, own.heading.start));
  if (inlineOrdinal.test(before.passage.passage.text.slice(behind))) return true;
  if (inlineOrdinal.test(own.passage.passage.text.slice(0, own.heading.start))) return true;
  const from = report.passages.indexOf(before.passage);
  const to = report.passages.indexOf(own.passage);
  return report.passages.slice(from + 1, to).some(({ passage }) => inlineOrdinal.test(passage.text));
}
