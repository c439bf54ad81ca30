import { elementsInState } from './portfolioElements';
import { beginningEvidence, declaringNotApplicable, elementOf } from './coverageRemedies';
import { manifestRule } from './rule';

export const elementUncovered = manifestRule({
  code: 'element-uncovered',
  severity: 'warning',
  summary: 'An element of the standard with no evidence.',
  check: elementsInState(
    'missing',
    (name) => `${name} has no evidence. Add some, or declare the element not applicable.`,
  ),
  remedy: {
    care: 'choice',
    // Evidence to be written, or the word that none is needed.
    proposals: (portfolio, manifest, problem) => {
      const id = elementOf(portfolio, manifest, problem);
      if (id === undefined) return [];
      return [...beginningEvidence(portfolio, id), ...declaringNotApplicable(portfolio, manifest, id)];
    },
  },
});
