import { assessmentOf, ratingWords } from '../portfolio/assessment';
import { isOpen } from '../plan/model';
import { isAtLeastCompliant } from './ratings';
import { addingAction, ratedAt } from './coverageRemedies';
import { manifestRule } from './rule';

export const partialWithoutAction = manifestRule({
  code: 'partial-without-action',
  severity: 'warning',
  summary: 'An element rated below compliant, with no open action in the action plan.',
  check: (portfolio, { decisions }) => {
    return [...decisions.values()].flatMap((decision) => {
      const { id, self, applicable } = decision;
      const { standard } = portfolio.standardOf(id);
      if (!standard.award) return [];
      const rating = assessmentOf(standard, decision).self;
      if (!applicable || self.kind !== 'valid' || !rating || isAtLeastCompliant(standard, rating.id))
        return [];
      const node = portfolio.standard.nodes.get(id);
      if (!node?.assessable || !node.inScope) return [];
      if (portfolio.actionsFor(id).some(({ action }) => isOpen(action))) return [];
      return [
        {
          span: self.span,
          message: `${id} is rated ${ratingWords(rating)}, but no action in the action plan is open for it. Add one, or change the rating.`,
        },
      ];
    });
  },
  remedy: {
    care: 'choice',
    proposals: (portfolio, manifest, problem) =>
      ratedAt(manifest, problem).flatMap(({ id }) => addingAction(portfolio, id)),
  },
});
