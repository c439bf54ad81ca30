import { isOpen } from '../plan/model';
import { actionsWhere } from './planActions';
import { planRule } from './rule';

export const actionUnassigned = planRule({
  code: 'action-unassigned',
  severity: 'warning',
  summary: 'An action for which nobody is responsible.',
  checkPlan: ({ standard }, plan) =>
    actionsWhere(plan, (action) => {
      const { id, idSpan, responsibility } = action;
      // A row about a criterion may be its heading.
      const isGroup = standard.nodes.get(id)?.assessable === false;
      if (isGroup || !isOpen(action) || !/^[-–—?]*$/.test(responsibility?.text ?? '')) return undefined;
      return {
        span: idSpan,
        message: `Nobody is responsible for the action for ${id}. Write a role or a person under “Responsibility”.`,
      };
    }),
});
