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
  editions: 'all',
  fixes: 'none',
  title: { zh: '部分次序不合格式', en: 'Sections are out of order' },
  detect(report) {
    const firsts = report.sections.filter((one) => one.occurrence === 'first');
    const ordinals = firsts.map((one) => one.definition.ordinal);
    // Mostly each comes after the one before it.
    if (ordinals.every((ordinal, i) => i === 0 || ordinal > (ordinals[i - 1] as number))) return [];
    const inOrder = longestRise(ordinals);
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
  documentation: {
    explanation: {
      zh: '六个部分应当按法定次序排列。',
      en: 'The six sections follow each other in the statutory order.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号).',
    },
    silence: {
      zh: '缺少的部分不影响其他部分的次序；目录里的标题不算。',
      en: 'A missing section does not put the others out of order; headings in a table of contents do not count.',
    },
    examples: [
      {
        right:
          '## 五、存在的主要问题及改进情况\n\n存在的主要问题：一是政策解读形式较为单一；二是部分栏目更新不够及时。\n\n改进情况：一是增加图解和问答等解读形式；二是明确栏目更新时限和责任人，定期检查。\n\n## 六、其他需要报告的事项\n\n2024年，我局未收取政府信息公开信息处理费，无其他需要报告的事项。',
        wrong:
          '## 六、其他需要报告的事项\n\n2024年，我局未收取政府信息公开信息处理费，无其他需要报告的事项。\n\n## 五、存在的主要问题及改进情况\n\n存在的主要问题：一是政策解读形式较为单一；二是部分栏目更新不够及时。\n\n改进情况：一是增加图解和问答等解读形式；二是明确栏目更新时限和责任人，定期检查。',
      },
    ],
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
