import { assessmentOf, ratingWords } from '../portfolio/assessment';
import { formatDate } from '../../words/dates';
import { standingOf } from '../evidence/titleAndStanding';
import { valueOf } from '../yaml/fields';
import { ratedAt } from './coverageRemedies';
import { maximumShown, opening } from './showing';
import { manifestRule } from './rule';
import { isAtLeastCompliant } from './ratings';

export const ratingExpiresBeforeAssessment = manifestRule({
  code: 'rating-expires-before-assessment',
  severity: 'information',
  summary: 'An element rated compliant or better, whose evidence all expires before the assessment.',
  check: (portfolio, { decisions, assessmentDate }) => {
    if (assessmentDate === undefined) return [];
    return [...decisions.values()].flatMap((decision) => {
      const { id, self } = decision;
      const { standard } = portfolio.standardOf(id);
      const rating = assessmentOf(standard, decision).self;
      if (self.kind !== 'valid' || !rating || !isAtLeastCompliant(standard, rating.id)) return [];
      if (!portfolio.standard.nodes.get(id)?.assessable || !portfolio.coverage(id).expiresBeforeAssessment)
        return [];
      const day = formatDate(assessmentDate);
      return [
        {
          span: self.span,
          message: `${id} is rated ${ratingWords(rating)}, but all of its current evidence expires before the assessment on ${day}. Review it by then, or add evidence that lasts.`,
        },
      ];
    });
  },
  remedy: {
    care: 'choice',
    // The evidence that has to be reviewed, what expires first before the rest.
    proposals: (portfolio, manifest, problem) => {
      const files = ratedAt(manifest, problem).flatMap(({ id }) => portfolio.evidenceFor(id));
      return files
        .filter((evidence) => standingOf(evidence, portfolio.today) === 'current')
        .map((evidence) => ({ evidence, reviewBy: valueOf(evidence.reviewBy) ?? '' }))
        .sort((left, right) => (left.reviewBy < right.reviewBy ? -1 : left.reviewBy > right.reviewBy ? 1 : 0))
        .map(({ evidence, reviewBy }) =>
          opening(evidence, reviewBy === '' ? '' : `, review by ${formatDate(reviewBy)}`),
        )
        .slice(0, maximumShown);
    },
  },
});
