import { isOpen } from '../plan/model';
import { actionsAt, actionsWhere } from './planActions';
import { beginningEvidence } from './coverageRemedies';
import { planRule } from './rule';

export const actionDoneWithoutEvidence = planRule({
  code: 'action-done-without-evidence',
  severity: 'warning',
  summary: 'An action that is complete, for an element with no current evidence.',
  checkPlan: (portfolio, plan) =>
    actionsWhere(plan, (action) => {
      const { id, progress } = action;
      if (!progress || isOpen(action) || !portfolio.standard.nodes.get(id)?.assessable) return undefined;
      const { state } = portfolio.coverage(id);
      if (state === 'evidenced' || state === 'not-applicable') return undefined;
      return {
        span: progress.span,
        message: `The action for ${id} is complete, but the element has no current evidence. Add what shows it, or review what is there.`,
      };
    }),
  planRemedy: {
    care: 'choice',
    proposals: (portfolio, plan, problem) =>
      actionsAt(plan, problem).flatMap(({ id }) => beginningEvidence(portfolio, id)),
  },
});
