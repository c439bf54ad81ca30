import { daysBetween } from '../text/civilDate';
import { formatDate } from '../../words/dates';
import { standingOf } from '../evidence/titleAndStanding';
import { defaultReviewNotice } from '../manifest/manifest';
import { markingReviewed } from './dateRemedies';
import { evidenceRule } from './rule';
import { count } from '../../words/counts';

export const reviewDueSoon = evidenceRule({
  code: 'review-due-soon',
  severity: 'information',
  summary: 'The review date is near: within 60 days, unless portfolio.yaml says otherwise.',
  check: ({ today, manifest }, evidence) => {
    const { reviewBy } = evidence;
    if (reviewBy.kind !== 'valid' || standingOf(evidence, today) === 'withdrawn' || reviewBy.value < today)
      return [];
    const left = daysBetween(today, reviewBy.value);
    if (left > (manifest?.reviewNotice ?? defaultReviewNotice)) return [];
    const when = left === 0 ? 'today' : `in ${count(left, 'day')}`;
    return [{ span: reviewBy.span, message: `The review is due ${when}, by ${formatDate(reviewBy.value)}.` }];
  },
  remedy: { care: 'choice', proposals: markingReviewed },
});
