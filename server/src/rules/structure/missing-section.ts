import type { SectionDefinition } from '../../form/form';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { range } from '../../text/range';
import { insertedSection } from '../insertion';
import { printedSection } from '../names';
import { defineRule } from '../rule';

/** A01: the six numbered parts that the form prescribes are all there. */
export const missingSection = defineRule<SectionDefinition>({
  code: 'missing-section',
  catalogueCode: 'A01',
  severity: 'error',
  title: { zh: '缺少法定部分', en: 'A statutory section is missing' },
  detect(report) {
    return report.form.sections.filter(
      (section) => !report.sections.some((one) => one.definition === section),
    );
  },
  render(section, report) {
    const name = printedSection(report.form, section.id);
    if (report.sections.length === 0) {
      return {
        range: report.titleRange ?? range(0, 0, 0, 0),
        message: {
          zh: `全文没有一个部分的标题：请按法定格式分为“${name}”等六个部分`,
          en: `There is no section heading at all: the form has six sections, “${name}” being the first`,
        },
      };
    }
    const neighbour = nextSection(report, section) ?? report.sections.at(-1);
    const where = nextSection(report, section) ? '此处之前' : '文末';
    return {
      range: neighbour?.headingRange ?? report.titleRange ?? range(0, 0, 0, 0),
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
});

/** The section before which a missing one belongs: the first that the form puts after it. */
function nextSection(report: Report, missing: SectionDefinition): BoundSection | undefined {
  return report.sections.find((one) => one.definition.ordinal > missing.ordinal);
}
