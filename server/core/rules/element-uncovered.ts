import { elementsInState } from './portfolioElements';
import { addingToCounterparts, servingWords } from './counterpartRemedies';
import { beginningEvidence, declaringNotApplicable, elementsSaid } from './coverageRemedies';
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
    proposals: (portfolio, manifest, problem) =>
      elementsSaid(portfolio, problem).flatMap((element) => [
        ...addingToCounterparts(portfolio, element),
        ...beginningEvidence(portfolio, element.id),
        ...declaringNotApplicable(portfolio, manifest, element.id),
      ]),
  },
});
