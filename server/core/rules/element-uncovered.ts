import { elementsInState } from './portfolioElements';
import type { ManifestRule } from './rule';

export const elementUncovered: ManifestRule = {
  code: 'element-uncovered',
  on: 'manifest',
  severity: 'warning',
  summary: 'An element of the standard with no evidence.',
  check: (portfolio, manifest) =>
    elementsInState(
      portfolio,
      manifest,
      'missing',
      (name) => `${name} has no evidence. Add some, or declare the element not applicable.`,
    ),
};
