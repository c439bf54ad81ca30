import { deviationsFrom } from '../plan/wording';
import { setCells } from '../plan/edits';
import { standardText } from '../plan/newRows';
import { changing } from './remedy';
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
  planRemedy: {
    care: 'choice',
    proposals: ({ standard }, plan, { span }) => {
      const all = deviationsFrom(standard, plan).flatMap(({ action: row, element }) => {
        const table = plan.tables.find(({ rows }) => rows.includes(row));
        if (!table) return [];
        const edits = setCells(plan, table, row, { action: standardText(element) });
        return [{ start: row.action?.span.start, edits }];
      });
      const one = all.find(({ start }) => start === span.start);
      return [
        ...changing(plan, 'Use the standard’s wording', one?.edits, true),
        ...(all.length > 1
          ? changing(
              plan,
              `Use the standard’s wording in all ${all.length} rows`,
              all.flatMap(({ edits }) => edits),
            )
          : []),
      ];
    },
  },
});
