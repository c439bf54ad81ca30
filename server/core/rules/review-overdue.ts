import { daysBetween } from '../text/civilDate';
import { formatDate } from '../../words/dates';
import { standingOf } from '../evidence/titleAndStanding';
import { markingReviewed } from './dateRemedies';
import { evidenceRule } from './rule';
import { count } from '../../words/counts';

export const reviewOverdue = evidenceRule({
  code: 'review-overdue',
  severity: 'warning',
  summary: 'The review date has passed.',
  check: ({ today }, evidence) => {
    const { reviewBy } = evidence;
    if (reviewBy.kind !== 'valid' || standingOf(evidence, today) === 'withdrawn' || reviewBy.value >= today)
      return [];
    const late = daysBetween(reviewBy.value, today);
    return [
      {
        span: reviewBy.span,
        message: `The review was due by ${formatDate(reviewBy.value)}, ${count(late, 'day')} ago. Check that this evidence is still true, then move the date on.`,
      },
    ];
  },
  remedy: { care: 'choice', proposals: markingReviewed },
});
