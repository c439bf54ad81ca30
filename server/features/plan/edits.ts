/** What the server's commands change in action plans, or why they cannot, in words for people. */
import { markComplete } from '../../core/plan/edits';
import { addRows, newPlanText, rowFor } from '../../core/plan/newRows';
import { actionsOf, isOpen } from '../../core/plan/model';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Outcome } from '../editing/outcome';
import { noElement, refused } from '../editing/outcome';

/** Adds an action for an element, in the standard's words and not started, to the plan or to a new one. */
export function addActionTo(portfolio: Portfolio, element: string): Outcome {
  const { standard, title } = portfolio;
  const node = standard.nodes.get(element);
  if (!node?.assessable) return noElement(portfolio, element);
  const which = whichPlan(portfolio);
  if (which.kind === 'several') return refused(which.message);
  const { uri } = which;
  const rows = [rowFor(node)];
  const plan = portfolio.plans.get(uri);
  if (plan)
    return {
      kind: 'edits',
      edits: [{ kind: 'edit', uri, text: plan.text, edits: addRows(plan, standard, rows) }],
    };
  if (portfolio.exists(uri) === true)
    return refused(
      `There is an ${portfolio.path(uri)} already, which the portfolio leaves out: see “include” and “exclude” in portfolio.yaml.`,
    );
  return { kind: 'edits', edits: [{ kind: 'create', uri, text: newPlanText(title, standard, rows) }] };
}

/** Says of an action that it is complete. @param order of the row among those of its file about the element, from 0 */
export function completeAction(portfolio: Portfolio, uri: string, element: string, order: number): Outcome {
  const plan = portfolio.plans.get(uri);
  const row = plan && actionsOf(plan).filter(({ id }) => id === element)[order];
  if (!row) return refused(`The action for ${element} is no longer in the plan.`);
  if (!isOpen(row)) return refused(`The action for ${element} is complete already.`);
  if (!row.progress) return refused('The table has no column for the progress. Add one called “Progress”.');
  return {
    kind: 'edits',
    edits: [{ kind: 'edit', uri, text: plan.text, edits: markComplete(plan, row) }],
  };
}
