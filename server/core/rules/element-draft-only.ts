import { elementsInState } from './portfolioElements';
import type { ManifestRule } from './rule';

export const elementDraftOnly: ManifestRule = {
  code: 'element-draft-only',
  on: 'manifest',
  severity: 'warning',
  summary: 'An element whose evidence is all in draft or in review.',
  check: (portfolio, manifest) =>
    elementsInState(
      portfolio,
      manifest,
      'draft',
      (name) => `${name} rests on drafts only. Finish and approve one.`,
    ),
};
