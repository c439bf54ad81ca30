import { deviationsFrom } from '../plan/wording';
import { planRule } from './rule';

export const actionWording = planRule({
  code: 'action-wording',
  severity: 'information',
  summary: 'The text of an action that differs from the standard’s.',
  checkPlan: ({ standard }, plan) =>
    deviationsFrom(standard, plan).flatMap(({ action: { id, action } }) =>
      action
        ? [
            {
              span: action.span,
              message: `This differs from the wording of ${id} in ${standard.title}. Use the standard’s wording, and write your own words under “Comments”.`,
            },
          ]
        : [],
    ),
});
