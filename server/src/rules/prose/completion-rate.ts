import type { PlacedReading } from '../../prose/chains';
import type { Fact, Ratio } from '../../prose/fact';
import { type Agreement, agreementsOf } from '../../reconcile/agreement';
import { placedInProse } from '../../report/prose';
import { defineRule } from '../rule';
import { percentText, wrongRatios } from './ratios';
import { cellPlaces, factPlace, quoted, readingName } from './wording';

/** A rate that the table gainsays, or the numbers of its own sentence. */
type WrongRate =
  | { readonly by: 'table'; readonly agreement: Agreement }
  | { readonly by: 'text'; readonly ratio: Ratio; readonly reading: PlacedReading };

/** E04: with 办结率 100% nothing is carried forward. */
export const completionRate = defineRule<WrongRate>({
  code: 'completion-rate',
  catalogueCode: 'E04',
  severity: 'warning',
  editions: 'all',
  fixes: 'none',
  judges: 'figures',
  title: { zh: '办结率与件数不符', en: 'The rate of completion is not that of the numbers' },
  detect(report) {
    const found: WrongRate[] = [];
    for (const agreement of agreementsOf(report))
      if (agreement.state === 'differs' && agreement.placed.fact.kind === 'completion')
        found.push({ by: 'table', agreement });
    for (const wrong of wrongRatios(report, ['completion'], ['wrong'])) found.push({ by: 'text', ...wrong });
    return found;
  },
  render(wrong, report) {
    if (wrong.by === 'table') {
      const { placed, reading, inTable } = wrong.agreement;
      const name = readingName(reading, report);
      return {
        range: placed.range,
        message: {
          zh: `${quoted(placed.fact).zh}，而表中“${name}”为 ${inTable}：没有全部办结。请核对`,
          en: `${quoted(placed.fact).en}, but “${name}” is ${inTable} in the table: not all were settled. Check both`,
        },
        related: cellPlaces(reading, report),
      };
    }
    const { ratio, reading } = wrong;
    const { percent, numerator, denominator } = ratio;
    const numbers = [numerator, denominator].filter((fact): fact is Fact => fact !== null);
    return {
      range: placedInProse(reading.line, percent.range),
      message: {
        zh: `${quoted(percent).zh}：按所写的件数应为 ${percentText(ratio)}%，请核对`,
        en: `${quoted(percent).en}: by the numbers stated it is ${percentText(ratio)}%. Check them`,
      },
      related: numbers.map((fact) => factPlace(reading, fact)),
    };
  },
  documentation: {
    explanation: {
      zh: '写办结率100%的，表中“结转下年度继续办理”应为0；同句写出收到数和办结数的，办结率应当与之相符。',
      en: 'With 办结率 100% nothing is carried forward in the table; where the sentence states both numbers, the rate is that of the two.',
    },
    rationale: {
      zh: '表三“第一项加第二项之和，等于第三项总计加第四项之和”：全部办结，则结转为0。',
      en: 'The balance printed on the table of requests: where all were settled nothing is carried forward.',
    },
    silence: {
      zh: '“按时办结率”“限时办结率”只说到期的，“答复率”“满意率”不是办结率，建议提案、热线、信箱的办结率与本表无关，都不核对。',
      en: '按时办结率 speaks of what was due, 答复率 and 满意率 are other rates, and the rates of proposals, hotlines and letter boxes are not of this table: none is checked.',
    },
    examples: [
      {
        right: '全年办结6件，结转下年度继续办理1件。',
        wrong: '全年办结6件，办结率100%。',
        alsoRight: ['全年办结6件，按时办结率100%。', '全年办结6件，满意率100%。'],
      },
    ],
  },
});
