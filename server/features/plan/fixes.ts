/** Quick fixes for findings in plans, and what can be done with a plan as a whole. */
import type { Finding } from '../../core/rules/finding';
import { alignTable, markComplete, setCells, sortRows } from '../../core/plan/edits';
import { addRows, newPlanText, rowFor } from '../../core/plan/newRows';
import { rowsToAdd } from '../../core/portfolio/rowsToAdd';
import type { ActionPlan, PlanAction } from '../../core/plan/model';
import { actionsOf, isOpen } from '../../core/plan/model';
import { standardText } from '../../core/plan/newRows';
import { deviationsFrom } from '../../core/plan/wording';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { shortWords } from '../../core/standard/standard';
import type { Edit } from '../../core/text/edit';
import { joinPath } from '../../core/text/uri';
import type { Fix, FixContext } from '../fixes/context';
import { fixByFile, fixHere, named } from '../fixes/context';
import { newEvidence } from '../fixes/manifest';
import { planPositionAt } from './position';
import { count } from '../../words/counts';

/** The remedies for one finding in a plan, the best first. */
export function planFixes(context: FixContext, plan: ActionPlan, finding: Finding): readonly Fix[] {
  const rule: string = finding.rule;
  switch (rule) {
    case 'action-element-unknown':
      return (finding.suggestions ?? []).flatMap(({ replacement, label }, at) =>
        fixHere(
          context,
          `Change to ${named(replacement, label)}`,
          [{ span: finding.span, newText: replacement }],
          at === 0,
        ),
      );
    case 'action-wording':
      return standardWording(context, plan, finding);
    case 'action-overdue': {
      const row = rowOf(plan, finding);
      return row ? markedComplete(context, plan, row) : [];
    }
    case 'action-done-without-evidence': {
      const row = rowOf(plan, finding);
      return row ? newEvidence(context, row.id) : [];
    }
    default:
      return [];
  }
}

function standardWording(context: FixContext, plan: ActionPlan, { span }: Finding): readonly Fix[] {
  const all = deviationsFrom(context.portfolio.standard, plan).flatMap(({ action: row, element }) => {
    const table = plan.tables.find(({ rows }) => rows.includes(row));
    return table
      ? [
          {
            start: row.action?.span.start,
            id: row.id,
            edits: setCells(plan, table, row, { action: standardText(element) }),
          },
        ]
      : [];
  });
  const one = all.find(({ start }) => start === span.start);
  return [
    ...fixHere(context, 'Use the standard’s wording', one?.edits, true),
    ...(all.length > 1
      ? fixHere(
          context,
          `Use the standard’s wording in all ${all.length} rows`,
          all.flatMap(({ edits }) => edits),
        )
      : []),
  ];
}

const rowOf = (plan: ActionPlan, { span }: Finding): PlanAction | undefined =>
  actionsOf(plan).find((row) => row.span.start <= span.start && span.end <= row.span.end);

const markedComplete = (context: FixContext, plan: ActionPlan, row: PlanAction): readonly Fix[] =>
  isOpen(row) ? fixHere(context, `Mark the action for ${row.id} complete`, markComplete(plan, row)) : [];

/** What can be done with a plan where the cursor is, finding or not. */
export function planRefactorings(context: FixContext, plan: ActionPlan, offset: number): readonly Fix[] {
  const { portfolio } = context;
  const at = planPositionAt(plan, offset);
  const inTable = plan.tables.find(({ span }) => span.start <= offset && offset <= span.end);
  const tables = inTable ? [inTable] : [];
  const all = (edit: (table: ActionPlan['tables'][number]) => readonly Edit[]): readonly Edit[] =>
    tables.flatMap(edit);
  const missing = rowsToAdd(portfolio);
  return [
    ...(at?.row.kind === 'action' ? markedComplete(context, plan, at.row) : []),
    ...(missing.length > 0
      ? fixHere(
          context,
          `Add ${count(missing.length, 'row')} for elements that need an action`,
          addRows(plan, portfolio.standard, missing),
        )
      : []),
    ...fixHere(
      context,
      'Sort the rows in the standard’s order',
      all((table) => sortRows(plan, table, portfolio.standard)),
    ),
    ...fixHere(
      context,
      'Align the columns',
      all((table) => alignTable(plan, table)),
    ),
  ];
}

/** An action for an element, in the plan that there is, or in a new one. */
export function actionForElement(context: FixContext, id: string): readonly Fix[] {
  const { portfolio } = context;
  const { standard, root } = portfolio;
  const element = standard.nodes.get(id);
  if (!element?.assessable) return [];
  const title = `Add an action for ${named(id, shortWords(element))}`;
  const plan = mainPlan(portfolio);
  if (plan) {
    const { uri, text } = plan;
    return [
      { title, edits: [{ kind: 'edit', uri, text, edits: addRows(plan, standard, [rowFor(element)]) }] },
    ];
  }
  const uri = joinPath(root, 'action-plan.md');
  // There may be one that the manifest leaves out.
  if (portfolio.exists(uri) === true) return [];
  return [fixByFile(context, title, uri, newPlanText(portfolio.title, standard, [rowFor(element)]))];
}

/** The one nearest the root. */
const mainPlan = ({ plans }: Portfolio): ActionPlan | undefined =>
  [...plans.values()].sort(
    (left, right) => left.uri.length - right.uri.length || (left.uri < right.uri ? -1 : 1),
  )[0];
