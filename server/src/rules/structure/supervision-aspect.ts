import type { Topic } from '../../form/form';
import type { Report } from '../../report/report';
import type { BoundSection } from '../../report/sections';
import { defineRule } from '../rule';
import { missingTopics, quoted, sectionWithTopics } from '../topics';
import { missingAspect } from './missing-aspect';

const code = 'supervision-aspect';

/** A people's government at any level: a province down to a township. */
const governmentName = /(?:人民政府|[乡镇])$/u;

interface Uncovered {
  readonly section: BoundSection;
  readonly topics: readonly Topic[];
}

/** A05: the report of a people's government tells of assessment, public appraisal and accountability. */
export const supervisionAspect = defineRule<Uncovered>({
  code,
  catalogueCode: 'A05',
  severity: 'information',
  editions: 'all',
  fixes: 'none',
  title: { zh: '监督保障未写考核、评议、追责', en: 'Assessment, appraisal or accountability is left out' },
  detect(report, { organization }) {
    const section = isGovernment(report, organization.kind) ? sectionWithTopics(report, code) : null;
    // An overview that leaves out a whole aspect is that rule's to report.
    if (!section || missingTopics(report, section, missingAspect.code).length > 0) return [];
    const topics = missingTopics(report, section, code);
    return topics.length > 0 ? [{ section, topics }] : [];
  },
  render({ section, topics }) {
    return {
      range: section.headingRange,
      message: {
        zh: `监督保障没有写到${quoted(topics)}：各级人民政府的年度报告还应写明这些结果，没有的也请写明`,
        en: `Nothing is said of ${quoted(topics)}: the report of a people’s government tells of their results, or that there were none`,
      },
    };
  },
  documentation: {
    explanation: {
      zh: '各级人民政府（包括乡镇）的年度报告，还应当写明工作考核、社会评议和责任追究结果情况，一般写在监督保障里。',
      en: 'The report of a people’s government, townships included, also tells of assessment, public appraisal and accountability, as a rule under supervision.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第五十条第二款。',
      en: 'Article 50, paragraph 2, of the Regulations on Open Government Information.',
    },
    silence: {
      zh: '政府部门、街道办事处和标题里认不出机关名称的不检查；写到“考评”“满意度”“问责”等同义词的不报。',
      en: 'Departments, subdistrict offices and reports whose title names no body are left alone; so are synonyms.',
    },
    examples: [],
  },
});

/** By what the user says of the organization, else by its name in the title. */
function isGovernment(report: Report, kind: string | null): boolean {
  if (kind !== null) return kind === 'government' || kind === 'township';
  return governmentName.test(report.organization.trim());
}
