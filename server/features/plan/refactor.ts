/** What can be done with a plan as a whole, whatever has been found in it. */
import { alignTable, sortRows } from '../../core/plan/edits';
import type { ActionPlan } from '../../core/plan/model';
import { addRows } from '../../core/plan/newRows';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { rowsToAdd } from '../../core/portfolio/rowsToAdd';
import { markingComplete } from '../../core/rules/planActions';
import type { EditProposal } from '../../core/rules/remedy';
import { changing } from '../../core/rules/remedy';
import type { Edit } from '../../core/text/edit';
import { count } from '../../words/counts';
import { planPositionAt } from './position';

/** What can be done with a plan where the cursor is, finding or not. */
export function planRefactorings(
  portfolio: Portfolio,
  plan: ActionPlan,
  offset: number,
): readonly EditProposal[] {
  const at = planPositionAt(plan, offset);
  const inTable = plan.tables.find(({ span }) => span.start <= offset && offset <= span.end);
  const tables = inTable ? [inTable] : [];
  const all = (edit: (table: ActionPlan['tables'][number]) => readonly Edit[]): readonly Edit[] =>
    tables.flatMap(edit);
  const missing = rowsToAdd(portfolio);
  return [
    ...(at?.row.kind === 'action' ? markingComplete(plan, at.row) : []),
    ...(missing.length > 0
      ? changing(
          plan,
          `Add ${count(missing.length, 'row')} for elements that need an action`,
          addRows(plan, portfolio.standard, missing),
        )
      : []),
    ...changing(
      plan,
      'Sort the rows in the standard’s order',
      all((table) => sortRows(plan, table, portfolio.standard)),
    ),
    ...changing(
      plan,
      'Align the columns',
      all((table) => alignTable(plan, table)),
    ),
  ];
}
