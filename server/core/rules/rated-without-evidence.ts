import { assessmentOf, ratingWords } from '../portfolio/assessment';
import { scalarEdit } from '../yaml/edits';
import { beginningEvidence, ratedAt } from './coverageRemedies';
import { changing } from './remedy';
import { manifestRule } from './rule';
import { isAtLeastCompliant } from './ratings';

export const ratedWithoutEvidence = manifestRule({
  code: 'rated-without-evidence',
  severity: 'warning',
  summary: 'An element rated compliant or better, with no current evidence.',
  check: (portfolio, manifest) =>
    [...manifest.decisions.values()].flatMap((decision) => {
      const { id, self } = decision;
      const rating = assessmentOf(portfolio.standard, decision).self;
      if (self.kind !== 'valid' || !rating || !isAtLeastCompliant(portfolio.standard, rating.id)) return [];
      if (!portfolio.standard.nodes.get(id)?.assessable) return [];
      const { state } = portfolio.coverage(id);
      if (state === 'evidenced' || state === 'not-applicable') return [];
      return [
        {
          span: self.span,
          message: `${id} is rated ${ratingWords(rating)}, but has no current evidence. Add or review evidence, or change the rating.`,
        },
      ];
    }),
  remedy: {
    care: 'choice',
    // Evidence to be written, or a rating that needs none.
    proposals: (portfolio, manifest, problem) => {
      const { ratings, award } = portfolio.standard;
      const decision = ratedAt(manifest, problem);
      if (!decision) return [];
      const lower = ratings.slice(ratings.findIndex(({ id }) => id === award?.rating) + 1);
      return [
        ...beginningEvidence(portfolio, decision.id),
        ...lower.flatMap((rating) =>
          changing(manifest, `Rate ${decision.id} ${ratingWords(rating)}`, [
            scalarEdit(manifest.text, problem.span, rating.id),
          ]),
        ),
      ];
    },
  },
});
