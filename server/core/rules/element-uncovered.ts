import { elementsInState } from './portfolioElements';
import { addingToCounterparts, servingWords } from './counterpartRemedies';
import { beginningEvidence, declaringNotApplicable, elementOf } from './coverageRemedies';
import { manifestRule } from './rule';

export const elementUncovered = manifestRule({
  code: 'element-uncovered',
  severity: 'warning',
  summary: 'An element of the standard with no evidence.',
  check: elementsInState(
    'missing',
    (name, element, portfolio) =>
      `${name} has no evidence. Add some, or declare the element not applicable.${servingWords(portfolio, element)}`,
  ),
  remedy: {
    care: 'choice',
    // Evidence to be written, or the word that none is needed.
    proposals: (portfolio, manifest, problem) => {
      const id = elementOf(portfolio, manifest, problem);
      if (id === undefined) return [];
      return [
        ...addingToCounterparts(portfolio, id),
        ...beginningEvidence(portfolio, id),
        ...declaringNotApplicable(portfolio, manifest, id),
      ];
    },
  },
});
