/** How states and coverage are said in words: one place, so that hover, completion and views say the same. */
import { daysBetween, formatDate } from '../core/civilDate';
import type { ElementCoverage, ElementState } from '../core/coverage';
import type { EvidenceFile } from '../core/evidence';
import { isOverdue } from '../core/evidence';
import { valueOf } from '../core/fields';
import type { Portfolio } from '../core/portfolio';

export const stateWords: Readonly<Record<ElementState, string>> = {
  evidenced: 'evidenced',
  overdue: 'overdue',
  draft: 'draft only',
  missing: 'missing',
  'not-applicable': 'not applicable',
};

/** `evidenced, 2 items`; `missing`. */
export function coverageWords({ state, current }: ElementCoverage): string {
  if (state !== 'evidenced') return stateWords[state];
  return `${stateWords.evidenced}, ${current === 1 ? '1 item' : `${current} items`}`;
}

/** `approved, review by 1 March 2027`. */
export function standingWords(portfolio: Portfolio, evidence: EvidenceFile): string {
  const status =
    valueOf(evidence.status) ?? (evidence.status.kind === 'invalid' ? 'unknown status' : 'approved');
  const words = status === 'in-review' ? 'in review' : status;
  const reviewBy = valueOf(evidence.reviewBy);
  if (reviewBy === undefined || status === 'withdrawn') return words;
  if (!isOverdue(evidence, portfolio.today)) return `${words}, review by ${formatDate(reviewBy)}`;
  const late = daysBetween(reviewBy, portfolio.today);
  return `${words}, review overdue for ${late === 1 ? '1 day' : `${late} days`}`;
}
