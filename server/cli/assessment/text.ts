/** What `assessment import` says to people. */
import type { AssessmentImport } from '../../core/assessor/importAssessment';
import { assessmentSections } from '../../core/assessor/importWords';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { sectionLines } from '../output/sections';
import type { Terminal } from '../output/terminal';

export const assessmentAsText = (
  portfolio: Portfolio,
  result: AssessmentImport,
  isWritten: boolean,
  out: Terminal,
): string =>
  [
    ...sectionLines(assessmentSections(portfolio, result, isWritten), out),
    endOf(result.changed.length, isWritten),
    '',
  ].join('\n');

function endOf(changes: number, isWritten: boolean): string {
  if (changes === 0) return 'portfolio.yaml says all of this already: nothing is to be written.';
  return isWritten
    ? 'portfolio.yaml is written.'
    : 'Nothing is written yet. Add --write to change portfolio.yaml.';
}
