import { elementsWhere } from './portfolioElements';
import { beginningEvidence, elementsSaid } from './coverageRemedies';
import { manifestRule } from './rule';

export const elementSingleSource = manifestRule({
  code: 'element-single-source',
  severity: 'off',
  summary: 'An element that rests on a single piece of evidence.',
  check: elementsWhere(
    ({ singleSource }) => singleSource,
    (name) => `${name} rests on a single piece of evidence.`,
  ),
  remedy: {
    care: 'choice',
    proposals: (portfolio, _, problem) =>
      elementsSaid(portfolio, problem).flatMap(({ id }) => beginningEvidence(portfolio, id)),
  },
});
