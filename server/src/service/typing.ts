import type { Analysis } from './analysis';

/**
 * The analysis as it is shown while the numbers of a row are being typed: what is found about its sums is no more than
 * a hint until the row is left or the draft is saved. `line` is the line of the caret, null where nobody types.
 * The same object where that changes nothing.
 */
export function whileTyping(analysis: Analysis, line: number | null): Analysis {
  if (line === null) return analysis;
  let isSame = true;
  const findings = analysis.findings.map((finding) => {
    const isTyped = finding.suspects.some(({ start, end }) => start.line <= line && line <= end.line);
    if (!isTyped || finding.severity === 'hint') return finding;
    isSame = false;
    return { ...finding, severity: 'hint' as const };
  });
  return isSame ? analysis : { ...analysis, findings };
}

/** Whether two analyses of one version are shown alike. */
export function areShownAlike(a: Analysis, b: Analysis): boolean {
  return (
    a.findings.length === b.findings.length &&
    a.findings.every((finding, i) => finding.severity === b.findings[i]?.severity)
  );
}
