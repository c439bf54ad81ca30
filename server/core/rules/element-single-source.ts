import { elementsWhere } from './portfolioElements';
import { beginningEvidenceAt } from './coverageRemedies';
import { manifestRule } from './rule';

export const elementSingleSource = manifestRule({
  code: 'element-single-source',
  severity: 'off',
  summary: 'An element that rests on a single piece of evidence.',
  check: elementsWhere(
    ({ singleSource }) => singleSource,
    (name) => `${name} rests on a single piece of evidence.`,
  ),
  remedy: { care: 'choice', proposals: beginningEvidenceAt },
});
