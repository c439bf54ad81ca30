import { actionsWhere } from './planActions';
import { planRule } from './rule';

export const actionDate = planRule({
  code: 'action-date',
  severity: 'error',
  summary: 'A target date in the action plan that cannot be understood.',
  checkPlan: (_, plan) =>
    actionsWhere(plan, ({ due, target }) => {
      if (due.kind !== 'invalid' || !target) return undefined;
      return {
        span: target.span,
        message: `“${target.text}” is no date that can be understood. Write a day such as 2027-03-31 or 31 March 2027, a month such as March 2027, a quarter such as Q2 2027, a year, or “ongoing”. Until it is known, leave the cell empty.`,
      };
    }),
});
