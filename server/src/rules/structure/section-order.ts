import type { BoundSection } from '../../report/sections';
import { printedSection } from '../names';
import { defineRule } from '../rule';

interface Misplaced {
  readonly section: BoundSection;
  /** The nearest section before it in the draft that the form puts after it, or the other way round. */
  readonly against: BoundSection;
}

/** A01: the sections follow each other as the form prescribes. */
export const sectionOrder = defineRule<Misplaced>({
  code: 'section-order',
  catalogueCode: 'A01',
  severity: 'error',
  title: { zh: '部分次序不合格式', en: 'Sections are out of order' },
  detect(report) {
    const firsts = report.sections.filter((one) => one.occurrence === 'first');
    const inOrder = longestRise(firsts.map((one) => one.definition.ordinal));
    return firsts
      .filter((_, i) => !inOrder.has(i))
      .flatMap((section) => {
        const index = firsts.indexOf(section);
        const ordinal = section.definition.ordinal;
        const against =
          firsts.slice(0, index).find((one) => one.definition.ordinal > ordinal) ??
          firsts.slice(index + 1).find((one) => one.definition.ordinal < ordinal);
        return against ? [{ section, against }] : [];
      });
  },
  render({ section, against }, report) {
    const own = printedSection(report.form, section.definition.id);
    const other = printedSection(report.form, against.definition.id);
    const [before, after] =
      section.definition.ordinal < against.definition.ordinal ? [own, other] : [other, own];
    return {
      range: section.headingRange,
      message: {
        zh: `次序不合法定格式：“${before}”应当在“${after}”之前`,
        en: `Out of order: “${before}” comes before “${after}”`,
      },
      related: [{ range: against.headingRange, message: { zh: other, en: other } }],
    };
  },
});

/**
 * Indices of a longest rising run of numbers, of several the one that ends last: so the section that comes too
 * early is the one out of order. Quadratic, for a handful.
 */
function longestRise(numbers: readonly number[]): Set<number> {
  const chains: number[][] = [];
  numbers.forEach((number, i) => {
    let best: number[] = [];
    for (let j = 0; j < i; j++) {
      const chain = chains[j] as number[];
      if ((numbers[j] as number) < number && chain.length >= best.length) best = chain;
    }
    chains.push([...best, i]);
  });
  return new Set(chains.reduce((a, b) => (b.length >= a.length ? b : a), []));
}
