import { outOfScope } from '../portfolio/scope';
import { nodeNamed } from '../standard/retired';
import { elementsRemoved, idAt } from './elementRemedies';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const elementOutOfScope = evidenceRule({
  code: 'element-out-of-scope',
  severity: 'information',
  summary: 'Evidence for an element that the profile of the portfolio leaves out.',
  check: (portfolio, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const node = nodeNamed(portfolio.standard, id);
      if (!node?.assessable || node.inScope) return [];
      const message = `${outOfScope(portfolio, node)} The evidence does not count for it; it may stay.`;
      return [{ span, message }];
    }),
  remedy: {
    care: 'choice',
    proposals: (_, evidence, problem) =>
      changing(
        evidence,
        `Remove ${idAt(evidence, problem.span.start)} from this file`,
        elementsRemoved(evidence, [problem]),
      ),
  },
});
