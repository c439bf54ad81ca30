import { assessmentOf, ratingWords } from '../portfolio/assessment';
import { isAsked } from '../../words/states';
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
      const { standard } = portfolio.standardOf(id);
      const rating = assessmentOf(standard, decision).self;
      if (self.kind !== 'valid' || !rating || !isAtLeastCompliant(standard, rating.id)) return [];
      if (!portfolio.standard.nodes.get(id)?.assessable) return [];
      const { state } = portfolio.coverage(id);
      if (state === 'evidenced' || !isAsked(state)) return [];
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
    proposals: (portfolio, manifest, problem) =>
      ratedAt(manifest, problem).flatMap(({ id }) => {
        const { ratings, award } = portfolio.standardOf(id).standard;
        const lower = ratings.slice(ratings.findIndex((rating) => rating.id === award?.rating) + 1);
        return [
          ...beginningEvidence(portfolio, id),
          ...lower.flatMap((rating) =>
            changing(manifest, `Rate ${id} ${ratingWords(rating)}`, [
              scalarEdit(manifest.text, problem.span, rating.id),
            ]),
          ),
        ];
      }),
  },
});
