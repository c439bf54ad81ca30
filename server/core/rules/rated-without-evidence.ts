import { assessmentOf, ratingWords } from '../portfolio/assessment';
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
});
