import { newerEvidence } from '../portfolio/assessment';
import { formatDate } from '../../words/dates';
import { displayTitle } from '../evidence/titleAndStanding';
import { maximumShown, opening } from './showing';
import { manifestRule } from './rule';

export const assessorCommentOutdated = manifestRule({
  code: 'assessor-comment-outdated',
  severity: 'information',
  summary: 'An assessor’s rating or comment that is older than evidence for the element.',
  check: (portfolio, { decisions }) =>
    [...decisions.values()].flatMap((decision) => {
      const { id, assessor, comment, assessed } = decision;
      const about = comment.kind === 'valid' && comment.value !== '' ? comment : assessor;
      const [newest, ...others] = newerEvidence(portfolio, decision);
      if (about.kind !== 'valid' || assessed.kind !== 'valid' || !newest) return [];
      const what = about === comment ? 'comment' : 'rating';
      const more = others.length > 0 ? `, and ${others.length} more` : '';
      return [
        {
          span: about.span,
          message: `The assessor’s ${what} ${what === 'comment' ? 'on' : 'of'} ${id} is of ${formatDate(assessed.value)}, and may speak of an older state: “${displayTitle(newest.evidence)}” of ${formatDate(newest.date)} is later${more}. Ask the assessor to look again, or answer it with what is new.`,
        },
      ];
    }),
  remedy: {
    care: 'choice',
    // The evidence that the assessor has not seen.
    proposals: (portfolio, { decisions }, { span }) => {
      const about = [...decisions.values()].filter(({ comment, assessor }) =>
        [comment, assessor].some((field) => field.kind === 'valid' && field.span.start === span.start),
      );
      return about
        .flatMap((decision) => newerEvidence(portfolio, decision))
        .map(({ evidence, date }) => opening(evidence, ` of ${formatDate(date)}`))
        .slice(0, maximumShown);
    },
  },
});
