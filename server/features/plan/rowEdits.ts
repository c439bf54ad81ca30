/** What the server's commands change in rows of action plans, or why they cannot, in words for people. */
import { daysMeant } from '../../core/frontMatter/daysMeant';
import { sortRows } from '../../core/plan/edits';
import type { ActionPlan } from '../../core/plan/model';
import type { FoundRow, RowPlace } from '../../core/plan/rowEdits';
import { isTarget, removeRows, rowsAt, setInRows } from '../../core/plan/rowEdits';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Edit } from '../../core/text/edit';
import type { Outcome } from '../editing/outcome';
import { refused } from '../editing/outcome';

/** @param key of the column, as `columnKey` says it */
export const setPlanCells = (
  portfolio: Portfolio,
  uri: string,
  {
    places,
    key,
    text,
  }: { readonly places: readonly RowPlace[]; readonly key: string; readonly text: string },
): Outcome =>
  inRows(portfolio, uri, places, (plan, rows) =>
    setInRows(plan, rows, key, key === 'target' ? targetMeant(portfolio, text) : text.trim()),
  );

export const removePlanRows = (portfolio: Portfolio, uri: string, places: readonly RowPlace[]): Outcome =>
  inRows(portfolio, uri, places, removeRows);

/** Puts the rows of all tables of a plan in the order of the standard. */
export const sortPlan = (portfolio: Portfolio, uri: string): Outcome => {
  const plan = portfolio.plans.get(uri);
  if (!plan) return noPlan;
  const edits = plan.tables.flatMap((table) => sortRows(plan, table, portfolio.standard));
  return edits.length === 0
    ? refused('The rows are in the order of the standard already.')
    : { kind: 'edits', edits: [{ kind: 'edit', uri, text: plan.text, edits }] };
};

/** What a plan does not understand may still be a day: `in three months`, `next Friday`. */
function targetMeant({ days: { today } }: Portfolio, text: string): string {
  const said = text.trim();
  if (isTarget(said)) return said;
  return daysMeant(said, today, 'future')[0]?.date ?? said;
}

function inRows(
  portfolio: Portfolio,
  uri: string,
  places: readonly RowPlace[],
  edit: (plan: ActionPlan, rows: readonly FoundRow[]) => readonly Edit[],
): Outcome {
  const plan = portfolio.plans.get(uri);
  if (!plan) return noPlan;
  const rows = rowsAt(plan, places);
  if (!rows) return refused('The plan has been changed in the meantime. Look at the row again.');
  return { kind: 'edits', edits: [{ kind: 'edit', uri, text: plan.text, edits: edit(plan, rows) }] };
}

const noPlan: Outcome = refused('This file is no action plan of a portfolio.');
