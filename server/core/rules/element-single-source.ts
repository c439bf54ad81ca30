import { elementsWhere } from './portfolioElements';
import type { ManifestRule } from './rule';

export const elementSingleSource: ManifestRule = {
  code: 'element-single-source',
  on: 'manifest',
  severity: 'off',
  summary: 'An element that rests on a single piece of evidence.',
  check: (portfolio, manifest) =>
    elementsWhere(
      portfolio,
      manifest,
      ({ singleSource }) => singleSource,
      (name) => `${name} rests on a single piece of evidence.`,
    ),
};
