import type { SectionDefinition } from '../../form/form';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { range } from '../../text/range';
import { insertedSection } from '../insertion';
import { printedSection } from '../names';
import { defineRule } from '../rule';
import { isHeadedInParts } from './torn-heading';

/** A01: the six numbered parts that the form prescribes are all there. */
export const missingSection = defineRule<SectionDefinition>({
  code: 'missing-section',
  catalogueCode: 'A01',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '缺少法定部分', en: 'A statutory section is missing' },
  detect(report) {
    const { sections } = report.form;
    // Where there is no heading at all, that is one fault and said once.
    if (report.sections.length === 0) return sections.slice(0, 1);
    const missing = sections.filter((section) => !report.sections.some((one) => one.definition === section));
    return missing.filter((section) => !isHeadedInParts(section, report));
  },
  render(section, report) {
    const name = printedSection(report.form, section.id);
    if (report.sections.length === 0) {
      const last = printedSection(report.form, report.form.sections.at(-1)?.id ?? section.id);
      return {
        range: report.titleRange ?? range(0, 0, 0, 0),
        about: section.id,
        message: {
          zh: `全文没有一个部分的标题：请按法定格式分为六个部分，从“${name}”到“${last}”，各加标题`,
          en: `There is no section heading at all: the form has six sections, from “${name}” to “${last}”; give each its heading`,
        },
      };
    }
    const neighbour = nextSection(report, section) ?? report.sections.at(-1);
    const where = nextSection(report, section) ? '此处之前' : '文末';
    return {
      range: neighbour?.headingRange ?? report.titleRange ?? range(0, 0, 0, 0),
      about: section.id,
      message: {
        zh: `缺少“${name}”：法定格式的六个部分应当齐全，请在${where}补上`,
        en: `“${name}” is missing: all six statutory sections are required; add it ${nextSection(report, section) ? 'before this one' : 'at the end'}`,
      },
    };
  },
  fix(section, report) {
    if (report.sections.length === 0) return [];
    const name = printedSection(report.form, section.id);
    return [
      {
        title: { zh: `补上“${name}”`, en: `Insert “${name}”` },
        preferred: false,
        edits: [insertedSection(report, section, nextSection(report, section))],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '年度报告应当有法定的六个部分，一个不能少。没有相应情况的，也要保留标题并写明没有。',
      en: 'An annual report has all six statutory sections. Where there is nothing to report, the heading stays and the text says so.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）规定六个部分；《中华人民共和国政府信息公开条例》第五十条规定应当包括的内容。',
      en: 'The form prescribed for annual reports (国办公开办函〔2021〕30号) has six sections; article 50 of the Regulations on Open Government Information says what they must cover.',
    },
    silence: {
      zh: '标题用了旧的或本地的措辞，仍能认出是哪一部分的，不算缺少（见 `section-title`）。不是年度报告的文件不检查。',
      en: 'A heading in an old or local wording that is still recognised is not missing (see `section-title`). A file that is no annual report is left alone.',
    },
    examples: [
      {
        right: '## 五、存在的主要问题及改进情况\n',
        wrong: '',
      },
    ],
  },
});

/** The section before which a missing one belongs: the first that the form puts after it. */
function nextSection(report: Report, missing: SectionDefinition): BoundSection | undefined {
  return report.sections.find((one) => one.definition.ordinal > missing.ordinal);
}
