import { valueOf } from '../yaml/fields';
import { evidenceRule } from './rule';

export const elementNotApplicable = evidenceRule({
  code: 'element-not-applicable',
  severity: 'warning',
  summary: 'Evidence for an element that portfolio.yaml declares not applicable.',
  check: (portfolio, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const decision = portfolio.decision(id);
      if (!decision || decision.applicable || !portfolio.manifest) return [];
      const reason = valueOf(decision.reason);
      return [
        {
          span,
          message: `${id} is declared not applicable in portfolio.yaml${reason ? ` (“${reason}”)` : ''}. Remove it here, or change the decision there.`,
          related: [
            { uri: portfolio.manifest.uri, span: decision.span, message: 'The decision stands here.' },
          ],
        },
      ];
    }),
});
