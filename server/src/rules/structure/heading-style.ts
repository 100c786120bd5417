import { type PlacedPassage, placedStretch } from '../../report/passages';
import type { Report } from '../../report/report';
import { subheadingsIn } from '../../report/subheadings';
import { type Range, range } from '../../text/range';
import { defineRule } from '../rule';
import { isTornBefore } from './torn-heading';

/** One heading of a level, and the part of it that shows its style. */
interface Sample {
  /** Where the marks stand: an empty range where there are none. */
  readonly range: Range;
  /** The marks as written: `##`, `、`. */
  readonly style: string;
}

type Level = 'section' | 'sectionMark' | 'subheading' | 'item';

interface Mixture {
  readonly level: Level;
  readonly common: string;
  readonly deviating: readonly Sample[];
}

/** Related places are named up to so many. */
const mostRelated = 20;

/** A14: headings of one level are written in one style. */
export const headingStyle = defineRule<Mixture>({
  code: 'heading-style',
  catalogueCode: 'A14',
  severity: 'information',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '同级标题写法不一', en: 'Headings of one level differ in style' },
  detect(report) {
    return [
      ...mixture('section', sectionMarks(report)),
      ...mixture('sectionMark', sectionOrdinals(report)),
      ...mixture('subheading', subheadingMarks(report)),
      ...mixture('item', itemOrdinals(report)),
    ];
  },
  render({ level, common, deviating }) {
    const [first, ...others] = deviating as [Sample, ...Sample[]];
    const what = {
      section: { zh: '部分标题', en: 'section headings' },
      sectionMark: { zh: '部分序号', en: 'numbers of sections' },
      subheading: { zh: '小标题', en: 'sub-headings' },
      item: { zh: '“1.”一级的序号', en: 'numbers of items' },
    }[level];
    const own = named(first.style);
    const usual = named(common);
    const count = deviating.length > 1 ? `（共 ${deviating.length} 处）` : '';
    return {
      range: first.range,
      message: {
        zh: `${what.zh}写法不一：多数${usual.zh}，此处${own.zh}${count}`,
        en: `The ${what.en} differ: most are written ${usual.en}, this one ${own.en}${deviating.length > 1 ? ` (${deviating.length} in all)` : ''}`,
      },
      related: others.slice(0, mostRelated).map((one) => ({
        range: one.range,
        message: { zh: `此处${named(one.style).zh}`, en: `written ${named(one.style).en}` },
      })),
    };
  },
  fix({ level, common, deviating }) {
    const isLine = level === 'section' || level === 'subheading';
    // A heading without marks is set off from its ordinal by a space once it has them.
    const edits = deviating.map(({ range: place, style }) => {
      const newText = isLine && style === '' ? `${common} ` : common;
      return { range: place, newText };
    });
    const name = named(common);
    if (common === '') return [];
    return [{ title: { zh: `一律${name.zh}`, en: `Write all ${name.en}` }, preferred: false, edits }];
  },
  documentation: {
    explanation: {
      zh: '同一级的标题应当用同一种写法：六个部分的标题不要有的用“##”、有的用“####”，序号不要有的用“一、”、有的用“一.”，下一级不要“1、”“1.”混用。',
      en: 'Headings of one level are written alike: not some with “##” and some with “####”, some “一、” and some “一.”, or “1、” beside “1.”.',
    },
    rationale: {
      zh: 'GB/T 9704《党政机关公文格式》：结构层次序数依次用“一、”“（一）”“1.”“（1）”。',
      en: 'GB/T 9704 on the format of official documents: 一、 then （一）, 1. and （1）.',
    },
    silence: {
      zh: '全文一致的写法都不报；HTML 的标题不比较；一半对一半、看不出以哪种为主的，以先出现的为准。',
      en: 'A style kept throughout is left alone; headings in HTML are not compared. Where both are as many, the first one holds.',
    },
    examples: [
      { right: '## 五、存在的主要问题及改进情况', wrong: '#### 五、存在的主要问题及改进情况' },
      { right: '## 六、其他需要报告的事项', wrong: '## 六.其他需要报告的事项' },
    ],
  },
});

function named(style: string): { zh: string; en: string } {
  if (style === '') return { zh: '不带标记', en: 'without marks' };
  return { zh: `用“${style}”`, en: `with “${style}”` };
}

/** The mixture that samples of one level are; none where all have one style. */
function mixture(level: Level, samples: readonly Sample[]): readonly Mixture[] {
  if (haveOneStyle(samples)) return noMixture;
  const common = mostCommon(samples);
  const deviating = samples.filter(({ style }) => style !== common);
  return deviating.length > 0 ? [{ level, common, deviating }] : noMixture;
}

const noMixture: readonly Mixture[] = [];

function haveOneStyle(samples: readonly Pick<Sample, 'style'>[]): boolean {
  for (const { style } of samples) if (style !== samples[0]?.style) return false;
  return true;
}

/** The style that most samples have, of several the one that comes first. */
function mostCommon(samples: readonly Sample[]): string {
  const counts = new Map<string, number>();
  for (const { style } of samples) counts.set(style, (counts.get(style) ?? 0) + 1);
  let best = '';
  for (const [style, count] of counts) if (count > (counts.get(best) ?? 0)) best = style;
  return best;
}

const mayBeginMarks = /^[\s<\-*+#_]/u;
const lineMarks = /^(\s*)(#{1,6}|\*\*|__)?/u;

/** The marks that begin a line; null on a line of HTML or within a list. */
function marksOf(report: Report, line: number): Sample | null {
  const text = report.tree.source.lines[line]?.text ?? '';
  if (!mayBeginMarks.test(text)) return { range: range(line, 0, line, 0), style: '' };
  if (/^\s*(?:<|[-*+]\s)/u.test(text)) return null;
  const [, indent = '', style = ''] = lineMarks.exec(text) ?? [];
  return { range: range(line, indent.length, line, indent.length + style.length), style };
}

/** Emphasis has a second half at the line's end, which is not looked for: such headings are not compared. */
function comparable(samples: readonly (Sample | null)[]): readonly Sample[] {
  const all = samples.filter((one) => one !== null);
  return all.some((one) => one.style === '**' || one.style === '__') ? [] : all;
}

function sectionMarks(report: Report): readonly Sample[] {
  const samples = report.sections.map((one) => ({
    one,
    marks: marksOf(report, one.headingRange.start.line),
  }));
  // Mostly all are alike; marks that stand on the line before are looked for where they are not.
  const isOfOne = haveOneStyle(samples.flatMap(({ marks }) => marks ?? []));
  return comparable(samples.map(({ one, marks }) => (isOfOne || !isTornBefore(one, report) ? marks : null)));
}

function sectionOrdinals(report: Report): readonly Sample[] {
  return report.sections.flatMap(({ headingRange, titleRange }): Sample[] => {
    const { line, character: from } = headingRange.start;
    const text = report.tree.source.lines[line]?.text.slice(from, titleRange.start.character) ?? '';
    const mark = /^[一二三四五六七八九十]+\s*([、．.，,])\s*$/u.exec(text);
    if (!mark || titleRange.start.line !== line) return [];
    const at = from + text.indexOf(mark[1] as string);
    return [{ range: range(line, at, line, at + 1), style: mark[1] as string }];
  });
}

/** Sub-headings （一） that are headings of Markdown; one without marks may be a sentence's first words. */
function subheadingMarks(report: Report): readonly Sample[] {
  const found: (Sample | null)[] = [];
  for (const { block, line, section } of report.passages) {
    const isOwn = block.kind === 'heading' && block.ordinal?.style === 'bracketed' && block.level > 0;
    if (isOwn && section) found.push(marksOf(report, line));
  }
  return comparable(found);
}

function itemOrdinals(report: Report): readonly Sample[] {
  const found: { readonly passage: PlacedPassage; readonly at: number; readonly style: string }[] = [];
  for (const { passage, heading } of subheadingsIn(report)) {
    const { style, start, ordinal } = heading;
    if (style === 'arabic') found.push({ passage, at: start + ordinal.length - 1, style: ordinal.slice(-1) });
  }
  // Mostly there is one style, and nobody asks where.
  if (haveOneStyle(found)) return [];
  return found.map(({ passage, at, style }) => ({ range: placedStretch(passage, at, at + 1), style }));
}
