import { daysBetween } from '../text/civilDate';
import { formatDate } from '../../words/dates';
import { isOpen } from '../plan/model';
import { actionsAt, actionsWhere, markingComplete } from './planActions';
import { planRule } from './rule';
import { count } from '../../words/counts';

export const actionOverdue = planRule({
  code: 'action-overdue',
  severity: 'warning',
  summary: 'An action that is not complete, and whose target date has passed.',
  checkPlan: ({ today }, plan) =>
    actionsWhere(plan, (action) => {
      const { id, due, target } = action;
      if (due.kind !== 'date' || due.last >= today || !target || !isOpen(action)) return undefined;
      const late = count(daysBetween(due.last, today), 'day');
      return {
        span: target.span,
        message: `The action for ${id} was due by ${formatDate(due.last)}, ${late} ago. Complete it, or agree a new date.`,
      };
    }),
  planRemedy: {
    care: 'choice',
    proposals: (_, plan, problem) => actionsAt(plan, problem).flatMap((row) => markingComplete(plan, row)),
  },
});
