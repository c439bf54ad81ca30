import { elementsInState } from './portfolioElements';
import { manifestRule } from './rule';

export const elementUncovered = manifestRule({
  code: 'element-uncovered',
  severity: 'warning',
  summary: 'An element of the standard with no evidence.',
  check: (portfolio, manifest) =>
    elementsInState(
      portfolio,
      manifest,
      'missing',
      (name) => `${name} has no evidence. Add some, or declare the element not applicable.`,
    ),
});
