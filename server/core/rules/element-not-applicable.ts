import { valueOf } from '../yaml/fields';
import { clearDecision } from '../manifest/decisionEdits';
import { elementsRemoved, idAt } from './elementRemedies';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const elementNotApplicable = evidenceRule({
  code: 'element-not-applicable',
  severity: 'warning',
  summary: 'Evidence for an element that portfolio.yaml declares not applicable.',
  shared: 'every',
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
  remedy: {
    care: 'plain',
    proposals: ({ manifest, standard }, evidence, problem) => {
      const id = idAt(evidence, problem.span.start);
      return [
        ...changing(evidence, `Remove ${id} from this file`, elementsRemoved(evidence, [problem])),
        ...(manifest
          ? changing(
              manifest,
              `Declare ${id} applicable again, in portfolio.yaml`,
              clearDecision(manifest, standard, id, ['applicable', 'reason']),
            )
          : []),
      ];
    },
    // A list without an element is none.
    together: (_, evidence, problems) =>
      problems.length < evidence.elements.length ? elementsRemoved(evidence, problems) : undefined,
  },
});
