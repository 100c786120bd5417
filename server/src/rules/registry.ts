import type { Report } from '../report/report';
import { comparePositions } from '../text/range';
import { carryBalance } from './arithmetic/carry-balance';
import { feeAmount } from './arithmetic/fee-amount';
import { proceedingsTotal } from './arithmetic/proceedings-total';
import { resultTotal } from './arithmetic/result-total';
import { rowTotal } from './arithmetic/row-total';
import { stockBalance } from './arithmetic/stock-balance';
import { wrongCell } from './arithmetic/wrong-cell';
import { bankCard } from './privacy/bank-card';
import { identityNumber } from './privacy/identity-number';
import { maskedIdentity } from './privacy/masked-identity';
import { mobileNumber } from './privacy/mobile-number';
import { secrecyMarking } from './privacy/secrecy-marking';
import { completionRate } from './prose/completion-rate';
import { enumerationSum } from './prose/enumeration-sum';
import { growthRate } from './prose/growth-rate';
import { inconsistentRestatement } from './prose/inconsistent-restatement';
import { itemCount } from './prose/item-count';
import { partExceedsTotal } from './prose/part-exceeds-total';
import { percentage } from './prose/percentage';
import { proseTableMismatch } from './prose/prose-table-mismatch';
import type { Circumstances, Finding, RegisteredRule } from './rule';
import { unknownCode } from './silence/unknown-code';
import { unusedDirective } from './silence/unused-directive';
import { duplicateSection } from './structure/duplicate-section';
import { feeUnreported } from './structure/fee-unreported';
import { headingStyle } from './structure/heading-style';
import { issuesAndImprovements } from './structure/issues-and-improvements';
import { missingAspect } from './structure/missing-aspect';
import { missingItem } from './structure/missing-item';
import { missingNumber } from './structure/missing-number';
import { missingSection } from './structure/missing-section';
import { publicationDate } from './structure/publication-date';
import { reportTitle } from './structure/report-title';
import { sectionNumber } from './structure/section-number';
import { sectionOrder } from './structure/section-order';
import { sectionTitle } from './structure/section-title';
import { subheadingNumber } from './structure/subheading-number';
import { supervisionAspect } from './structure/supervision-aspect';
import { templateResidue } from './structure/template-residue';
import { unlistedSection } from './structure/unlisted-section';
import { cellValue } from './tables/cell-value';
import { columnLabel } from './tables/column-label';
import { duplicateRow } from './tables/duplicate-row';
import { incompleteRow } from './tables/incomplete-row';
import { missingRow } from './tables/missing-row';
import { missingTable } from './tables/missing-table';
import { outdatedForm } from './tables/outdated-form';
import { regulationPower } from './tables/regulation-power';
import { rowLabel } from './tables/row-label';
import { rowOrder } from './tables/row-order';
import { unreadableTable } from './tables/unreadable-table';
import { citation } from './wording/citation';
import { doubledPunctuation } from './wording/doubled-punctuation';
import { foreignText } from './wording/foreign-text';
import { pairedPunctuation } from './wording/paired-punctuation';
import { punctuation } from './wording/punctuation';
import { repeatedClause } from './wording/repeated-clause';
import { term } from './wording/term';
import { yearMismatch } from './wording/year-mismatch';

/** Every rule there is, in the order of the catalogue. The one place where a rule is made known. */
export const rules: readonly RegisteredRule[] = [
  missingSection,
  sectionOrder,
  duplicateSection,
  sectionTitle,
  sectionNumber,
  subheadingNumber,
  missingAspect,
  supervisionAspect,
  issuesAndImprovements,
  feeUnreported,
  reportTitle,
  templateResidue,
  missingNumber,
  headingStyle,
  publicationDate,
  missingTable,
  outdatedForm,
  missingRow,
  duplicateRow,
  rowOrder,
  rowLabel,
  columnLabel,
  unreadableTable,
  incompleteRow,
  cellValue,
  wrongCell,
  rowTotal,
  resultTotal,
  carryBalance,
  proceedingsTotal,
  regulationPower,
  stockBalance,
  feeAmount,
  proseTableMismatch,
  inconsistentRestatement,
  enumerationSum,
  partExceedsTotal,
  itemCount,
  percentage,
  growthRate,
  completionRate,
  yearMismatch,
  citation,
  term,
  punctuation,
  pairedPunctuation,
  doubledPunctuation,
  foreignText,
  identityNumber,
  mobileNumber,
  bankCard,
  maskedIdentity,
  secrecyMarking,
  missingItem,
  unusedDirective,
  unknownCode,
  unlistedSection,
  repeatedClause,
];

/** A rule that threw: its findings are lost for this run, the others' are not. */
export interface RuleFailure {
  readonly code: string;
  readonly error: unknown;
}

/** Runs the rules over a report. Findings come in the order of the draft. */
export function runRules(
  report: Report,
  chosen: readonly RegisteredRule[],
  circumstances: Circumstances,
): { findings: Finding[]; failures: RuleFailure[] } {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of chosen) {
    try {
      for (const finding of rule.findings(report, circumstances)) findings.push(finding);
    } catch (error) {
      failures.push({ code: rule.code, error });
    }
  }
  return { findings: inOrder(findings), failures };
}

/** Findings in the order of the draft. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => comparePositions(a.range.start, b.range.start));
}
