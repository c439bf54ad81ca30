import { columnTitles } from '../plan/columns';
import { planRule } from './rule';

export const actionColumns = planRule({
  code: 'action-columns',
  severity: 'error',
  summary: 'A table in the action plan that lacks the column for the element or for the action.',
  checkPlan: (_, { incomplete }) =>
    incomplete.map(({ header, missing }) => {
      const names = missing.map((role) => `“${columnTitles[role]}”`).join(' and ');
      return {
        span: header,
        message: `This table looks like an action plan, but has no column ${names}. Add the column, or call the one that is meant by this name.`,
      };
    }),
});
