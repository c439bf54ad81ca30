/** How states and coverage are said in words: one place, so that hover, completion and views say the same. */
import type { CivilDate } from '../../core/text/civilDate';
import { daysBetween } from '../../core/text/civilDate';
import { formatDate } from '../../words/dates';
import type { ElementCoverage } from '../../core/portfolio/coverage';
import type { CoverageSummary } from '../../words/states';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { isOverdue } from '../../core/evidence/titleAndStanding';
import { valueOf } from '../../core/yaml/fields';
import type { Severity } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { count } from '../../words/counts';
import { restWords, stateWords } from '../../words/states';

export { stateWords } from '../../words/states';

/** `evidenced, 2 items`; `missing`. */
export function coverageWords({ state, current }: ElementCoverage): string {
  if (state !== 'evidenced') return stateWords[state];
  return `${stateWords.evidenced}, ${count(current, 'item')}`;
}

/** `approved, review by 1 March 2027`. */
export function standingWords(portfolio: Portfolio, evidence: EvidenceFile): string {
  const status =
    valueOf(evidence.status) ?? (evidence.status.kind === 'invalid' ? 'unknown status' : 'approved');
  const words = status === 'in-review' ? 'in review' : status;
  const reviewBy = valueOf(evidence.reviewBy);
  if (reviewBy === undefined || status === 'withdrawn') return words;
  if (!isOverdue(evidence, portfolio.today)) return `${words}, review by ${formatDate(reviewBy)}`;
  return `${words}, ${reviewWords(reviewBy, portfolio.today)}`;
}

/** `review due in 34 days`; `review overdue for 1 day`. */
export function reviewWords(reviewBy: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, reviewBy);
  if (days === 0) return 'review due today';
  return days > 0 ? `review due in ${count(days, 'day')}` : `review overdue for ${count(-days, 'day')}`;
}

/** `in 34 days`, `34 days ago`. */
export function distanceWords(day: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, day);
  if (Math.abs(days) < 2) return ['yesterday', 'today', 'tomorrow'][days + 1] ?? '';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

/** `3 of 8 evidenced; 2 overdue, 3 missing`. */
export function summaryWords({ total, notApplicable, ...counts }: CoverageSummary): string {
  const others = restWords({ ...counts, notApplicable }).join(', ');
  return `${counts.evidenced} of ${total - notApplicable} evidenced${others === '' ? '' : `; ${others}`}`;
}

export const severityWords: Readonly<Record<Severity | 'off', string>> = {
  error: 'Something that must be put right: it makes a check fail.',
  warning: 'Something that should be put right.',
  information: 'Something to know.',
  hint: 'A hint that stands out little.',
  off: 'Not reported at all.',
};
