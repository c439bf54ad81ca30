/** The rows of the view Action Plan. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  overdueIn,
  overdueWords,
  planRows,
  planSummary,
  type PlanGrouping,
} from '../../../../client/plan/rows';
import { actionText, findAction } from '../../../../client/plan/actions';
import type { ActionPlanResult, PlanTree, PlanTreeAction } from '../../../../server/lsp/protocol';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
const criterion = { id: '3', title: 'Information', place: 2 };

function action(element: string, parts: Partial<PlanTreeAction> = {}): PlanTreeAction {
  return {
    uri: 'file:///a/action-plan.md',
    element,
    order: 0,
    words: `Words of ${element}`,
    action: '',
    responsibility: 'Editor',
    target: '',
    due: null,
    dueWords: 'no date',
    overdue: false,
    progress: 'not started',
    progressWords: 'not started',
    comments: '',
    state: 'missing',
    stateWords: 'missing',
    criterion,
    range,
    unfilled: null,
    ...parts,
  };
}

const late = (element: string, due: string, parts: Partial<PlanTreeAction> = {}): PlanTreeAction =>
  action(element, { due, target: due, overdue: true, dueWords: `since ${due}`, ...parts });
const dated = (element: string, due: string, parts: Partial<PlanTreeAction> = {}): PlanTreeAction =>
  action(element, { due, target: due, dueWords: `due ${due}`, ...parts });
const complete = (element: string, parts: Partial<PlanTreeAction> = {}): PlanTreeAction =>
  action(element, { dueWords: '', progress: 'complete', progressWords: 'complete', ...parts });

const tree = (actions: readonly PlanTreeAction[], parts: Partial<PlanTree> = {}): PlanTree => ({
  root: 'file:///a',
  title: 'Anytown',
  plans: [],
  actions,
  wanting: 0,
  ...parts,
});

const resultOf = (...portfolios: readonly PlanTree[]): ActionPlanResult => ({ portfolios });

/** Each group with its counts, and what is in it. */
function outline(result: ActionPlanResult, grouping: PlanGrouping): readonly string[] {
  return planRows(result, grouping).map(
    ({ label, description, children }) =>
      `${label} (${description}): ${children.map((child) => child.label).join(', ')}`,
  );
}

const actions = [
  dated('1.1.1', '2027-03-31', { criterion: { id: '1', title: 'Insight', place: 0 } }),
  action('3.2.1', { responsibility: '' }),
  late('3.2.2', '2026-11-01'),
  late('3.2.3', '2026-10-01', { responsibility: 'Head' }),
  complete('3.2.4'),
  dated('4.1.1', '2027-03-01', { responsibility: 'Head' }),
  action('9.9', { criterion: null, words: '', dueWords: 'ongoing', progress: 'on hold' }),
];

describe('Action Plan groups', () => {
  it('by due date: overdue first, then month by month, what is complete last', () => {
    deepEqual(outline(resultOf(tree(actions)), 'due'), [
      'Overdue (2 actions): 3.2.3, 3.2.2',
      'March 2027 (2 actions): 4.1.1, 1.1.1',
      'Ongoing (1 action): 9.9',
      'No date (1 action): 3.2.1',
      'Complete (1 action): 3.2.4',
    ]);
  });

  it('by responsibility: what nobody does first, and in each group what is overdue', () => {
    deepEqual(outline(resultOf(tree(actions)), 'responsibility'), [
      'Nobody yet (1 open): 3.2.1',
      'Editor (1 overdue · 3 open · 1 complete): 3.2.2, 1.1.1, 9.9, 3.2.4',
      'Head (1 overdue · 2 open): 3.2.3, 4.1.1',
    ]);
  });

  it('by criterion: in the order of the standard, what it does not have last', () => {
    deepEqual(outline(resultOf(tree(actions)), 'criterion'), [
      '1 Insight (1 open): 1.1.1',
      '3 Information (2 overdue · 4 open · 1 complete): 3.2.3, 3.2.2, 4.1.1, 3.2.1, 3.2.4',
      'Not in the standard (1 open): 9.9',
    ]);
  });

  it('portfolio by portfolio where several have a plan', () => {
    const other = tree([action('1.1')], { root: 'file:///b', title: 'Otherton' });
    const empty = tree([], { root: 'file:///c' });
    deepEqual(outline(resultOf(tree([actions[0]!]), other, empty), 'due'), [
      'Anytown (1 open): March 2027',
      'Otherton (1 open): No date',
    ]);
  });
});

describe('Action Plan says', () => {
  it('beside its name how many are overdue and open', () => {
    equal(planSummary(resultOf(tree(actions))), '2 overdue · 6 open · 1 complete');
    equal(planSummary(resultOf()), '');
    const judged = resultOf(tree(actions, { asOf: '2027-05-12' }));
    equal(planSummary(judged), '2 overdue · 6 open · 1 complete · as of 12 May 2027');
    equal(overdueIn(resultOf(tree(actions))), 2);
    equal(overdueWords(resultOf(tree(actions))), '2 actions overdue');
  });

  it('the same of each portfolio where there are several', () => {
    const other = tree([action('1.1')], { root: 'file:///b', title: 'Otherton' });
    const both = resultOf(tree(actions), other);
    equal(planSummary(both), 'Anytown: 2 overdue · 6 open · 1 complete; Otherton: 1 open');
    equal(overdueWords(both), 'Anytown: 2 actions overdue');
  });

  it('of an action first when it is due, then how far it is, who does it, and what', () => {
    const [group] = planRows(
      resultOf(tree([late('3.2.4', '2026-11-01', { action: 'Ask *readers*' })])),
      'due',
    );
    const row = group?.children[0];
    equal(row?.description, 'since 2026-11-01 · not started · Editor · Ask *readers*');
    equal(row.spoken, 'Action for 3.2.4, Ask *readers*, since 2026-11-01, not started, Editor');
    equal(row.context, 'action open known');
    match(row.tooltip, /Ask \\\*readers\\\*/);
    deepEqual(row.icon, { id: 'circle-large-outline', color: 'problemsWarningIcon.foreground' });
    deepEqual(row.click, { root: 'file:///a', uri: 'file:///a/action-plan.md', element: '3.2.4', order: 0 });
  });

  it('leaves out of a row what its group says', () => {
    const [group] = planRows(resultOf(tree([action('1.1')])), 'responsibility');
    equal(group?.children[0]?.description, 'no date · not started · Words of 1.1');
  });

  it('that there are elements without an action, and leads to adding them', () => {
    const rows = planRows(resultOf(tree(actions, { wanting: 2 })), 'due');
    equal(rows.at(-1)?.label, '2 elements without an action');
    deepEqual(rows.at(-1)?.click, { root: 'file:///a' });
  });

  it('an action in a line', () => {
    equal(actionText(actions[1]!), '3.2.1 Words of 3.2.1 (nobody yet; no date; not started)');
  });

  it('which rows are which, each by another id', () => {
    const twice = [action('1.1'), action('1.1', { order: 1 }), ...actions];
    const all = (['due', 'responsibility', 'criterion'] as const).flatMap((grouping) =>
      planRows(resultOf(tree(twice, { wanting: 1 })), grouping).flatMap((row) => [row, ...row.children]),
    );
    const ids = all.map(({ id }) => id).filter((id) => !id.endsWith('?wanting'));
    equal(new Set(ids).size, ids.length);
    ok(ids.length > 20);
  });

  it('where an action is that a row was made from', () => {
    const target = { root: '', uri: 'file:///a/action-plan.md', element: '1.1', order: 1 };
    const second = action('1.1', { order: 1 });
    equal(findAction(resultOf(tree([action('1.1'), second])), target)?.action, second);
    equal(findAction(resultOf(tree([action('1.1')])), target), undefined);
  });
});
