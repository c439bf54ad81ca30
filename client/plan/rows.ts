/** The rows of the view Action Plan. Nothing here knows VS Code. */
import type { ActionPlanResult, PlanTree, PlanTreeAction } from '../../server/lsp/protocol';
import { isOpen, wordsOf, type ActionTarget } from './actions';
import { onDay, tooltip } from '../words/coverageLabels';
import { formatDate } from '../../server/words/dates';
import { count } from '../../server/words/counts';
import { capitalised } from '../../server/words/capitals';
import { eachByName } from '../words/perPortfolio';
import type { RowIcon, ViewRow } from '../views/viewRow';

/** What the actions are grouped by. */
export const groupings = ['due', 'responsibility', 'criterion'] as const;
export type PlanGrouping = (typeof groupings)[number];

export const groupingWords: Readonly<Record<PlanGrouping, string>> = {
  due: 'by due date',
  responsibility: 'by responsibility',
  criterion: 'by criterion',
};

export interface PlanRow extends ViewRow {
  /** Words, of which `action`, `open` and `known` are some. */
  readonly context: string;
  readonly children: readonly PlanRow[];
  /** What a click is about: the action to go to, or the portfolio whose plan lacks some; undefined: it does nothing. */
  readonly click: ActionTarget | { readonly root: string } | undefined;
  /** For the commands of menus. */
  readonly target?: ActionTarget;
}

/** All rows: those of a portfolio below its own row where there are several with a plan. */
export function planRows({ portfolios }: ActionPlanResult, grouping: PlanGrouping): readonly PlanRow[] {
  const planned = portfolios.filter(({ actions }) => actions.length > 0);
  if (planned.length <= 1) return planned.flatMap((tree) => rowsOf(tree, grouping));
  return planned.map((tree) =>
    groupRow(tree.root, tree.title, countsOf(tree.actions), rowsOf(tree, grouping), {
      icon: { id: 'folder-library' },
    }),
  );
}

/** `2 overdue · 10 open`: what stands beside the view's name; empty where there is nothing. */
export function planSummary({ portfolios }: ActionPlanResult): string {
  const counts = eachByName(portfolios, ({ actions }) =>
    actions.length === 0 ? '' : countsOf(actions).join(' · '),
  ).join('; ');
  return counts === '' ? '' : onDay(counts, portfolios[0]?.asOf);
}

/** Number of actions that are overdue. */
export const overdueIn = ({ portfolios }: ActionPlanResult): number =>
  portfolios.reduce((sum, tree) => sum + overdueOf(tree), 0);

/** `2 actions overdue`, for each portfolio that has any. */
export const overdueWords = ({ portfolios }: ActionPlanResult): string =>
  eachByName(portfolios, (tree) =>
    overdueOf(tree) === 0 ? '' : `${count(overdueOf(tree), 'action')} overdue`,
  ).join('; ');

const overdueOf = ({ actions }: PlanTree): number => actions.filter(({ overdue }) => overdue).length;

function rowsOf(tree: PlanTree, grouping: PlanGrouping): readonly PlanRow[] {
  return [...groupsOf[grouping](tree), ...wantingRows(tree)];
}

type Group = readonly [name: string, actions: readonly PlanTreeAction[], look?: Partial<PlanRow>];

const groupsOf: Readonly<Record<PlanGrouping, (tree: PlanTree) => readonly PlanRow[]>> = {
  due: (tree) => grouped(tree, 'due', dueGroups(tree.actions)),
  responsibility: (tree) => grouped(tree, 'responsibility', responsibilityGroups(tree.actions)),
  criterion: (tree) => grouped(tree, 'criterion', criterionGroups(tree.actions)),
};

function grouped({ root }: PlanTree, by: PlanGrouping, groups: readonly Group[]): readonly PlanRow[] {
  return groups
    .filter(([, actions]) => actions.length > 0)
    .map(([name, actions, look]) => {
      const rows = inOrder(actions).map((action) => actionRow(root, by, action));
      // The name of a group by date says already what the counts would.
      const counts = by === 'due' ? [count(actions.length, 'action')] : countsOf(actions);
      return groupRow(`${root}?${by}=${name}`, name, counts, rows, look);
    });
}

/** Overdue ones first, then month by month, then what has no day, and what is complete. */
function dueGroups(actions: readonly PlanTreeAction[]): readonly Group[] {
  const left = actions.filter((action) => isOpen(action) && !action.overdue);
  const dated = left.filter(({ due }) => due !== null);
  const months = [...new Set(dated.map(({ due }) => (due ?? '').slice(0, 7)))].sort();
  const calendar = { icon: { id: 'calendar' } };
  const warning = { icon: { id: 'warning', color: 'problemsWarningIcon.foreground' } };
  return [
    ['Overdue', actions.filter(({ overdue }) => overdue), warning],
    ...months.map((month): Group => [
      monthWords(month),
      dated.filter(({ due }) => due?.startsWith(month) === true),
      calendar,
    ]),
    ['Ongoing', left.filter(({ dueWords }) => dueWords === 'ongoing'), calendar],
    ['No date', left.filter(({ due, dueWords }) => due === null && dueWords !== 'ongoing'), calendar],
    ['Complete', actions.filter((action) => !isOpen(action)), { isOpen: false, icon: icons.complete }],
  ];
}

/** `2027-03` as `March 2027`. */
const monthWords = (month: string): string => formatDate(`${month}-01`).replace(/^1 /, '');

/** What nobody does comes first: somebody has to be found. */
function responsibilityGroups(actions: readonly PlanTreeAction[]): readonly Group[] {
  const names = [...new Set(actions.map(({ responsibility }) => responsibility))].sort((left, right) =>
    left === '' ? -1 : right === '' ? 1 : left.localeCompare(right, 'en'),
  );
  return names.map((name) => [
    name === '' ? 'Nobody yet' : name,
    actions.filter(({ responsibility }) => responsibility === name),
    { icon: name === '' ? { id: 'question', color: 'problemsWarningIcon.foreground' } : { id: 'person' } },
  ]);
}

function criterionGroups(actions: readonly PlanTreeAction[]): readonly Group[] {
  const criteria = new Map(
    actions.flatMap(({ criterion }) => (criterion ? [[criterion.id, criterion]] : [])),
  );
  const within = (id: string): readonly PlanTreeAction[] =>
    actions.filter(({ criterion }) => criterion?.id === id);
  const unknown = { icon: { id: 'error', color: 'problemsErrorIcon.foreground' } };
  return [
    ...[...criteria.values()]
      .sort((left, right) => left.place - right.place)
      .map(({ id, title }): Group => [`${id} ${title}`, within(id)]),
    ['Not in the standard', actions.filter(({ criterion }) => criterion === null), unknown],
  ];
}

/** Overdue ones first, the oldest at the top; then by day; then what has none; then what is complete. */
function inOrder(actions: readonly PlanTreeAction[]): readonly PlanTreeAction[] {
  const rank = (action: PlanTreeAction): string => (isOpen(action) ? (action.due ?? '9999') : 'complete');
  return [...actions].sort((left, right) => compare(rank(left), rank(right)));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function groupRow(
  id: string,
  label: string,
  counts: readonly string[],
  children: readonly PlanRow[],
  look: Partial<PlanRow> = {},
): PlanRow {
  return {
    id,
    label,
    description: counts.join(' · '),
    tooltip: tooltip(label, [], counts.map(capitalised)),
    spoken: [label, ...counts].join(', '),
    context: 'group',
    icon: { id: 'list-tree' },
    isOpen: true,
    children,
    click: undefined,
    ...look,
  };
}

function countsOf(actions: readonly PlanTreeAction[]): readonly string[] {
  const open = actions.filter(isOpen).length;
  const overdue = actions.filter((action) => action.overdue).length;
  return [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(open > 0 ? [`${open} open`] : []),
    ...(open < actions.length ? [`${actions.length - open} complete`] : []),
  ];
}

/** A different shape per progress, so that the colour is never all that tells them apart. */
const icons = {
  'not started': { id: 'circle-large-outline' },
  'in progress': { id: 'play-circle', color: 'problemsInfoIcon.foreground' },
  'on hold': { id: 'debug-pause' },
  complete: { id: 'pass', color: 'testing.iconPassed' },
} as const;

function iconOf({ progress, overdue }: PlanTreeAction): RowIcon {
  const icon = icons[progress ?? 'not started'];
  return overdue ? { id: icon.id, color: 'problemsWarningIcon.foreground' } : icon;
}

function actionRow(root: string, by: PlanGrouping, action: PlanTreeAction): PlanRow {
  const { uri, element, order, words, dueWords, progressWords, responsibility, comments } = action;
  const who = responsibility === '' ? 'nobody yet' : responsibility;
  const text = wordsOf(action);
  const shown = [dueWords, progressWords, ...(by === 'responsibility' ? [] : [who]), text];
  const facts = [
    dueWords === ''
      ? ''
      : capitalised(dueWords) + (dueWords.includes(action.target) ? '' : ` (${action.target})`),
    capitalised(progressWords),
    responsibility === '' ? 'Nobody is responsible yet' : `Responsible: ${responsibility}`,
    comments === '' ? '' : `Comments: ${comments}`,
    action.stateWords === '' ? '' : `Evidence: ${action.stateWords}`,
    'Click to go to the row in the plan',
  ];
  const target = { root, uri, element, order };
  return {
    id: `${root}?${by}#${uri}#${element}#${order}`,
    label: element,
    description: shown.filter((part) => part !== '').join(' · '),
    tooltip: tooltip(`Action for ${element}`, [words, action.action], facts),
    spoken: [`Action for ${element}`, text, dueWords, progressWords, who]
      .filter((part) => part !== '')
      .join(', '),
    context: ['action', isOpen(action) ? 'open' : 'complete', ...(words === '' ? [] : ['known'])].join(' '),
    icon: iconOf(action),
    isOpen: false,
    children: [],
    click: target,
    target,
  };
}

/** What the coverage calls for and the plan does not have yet. */
function wantingRows({ root, wanting }: PlanTree): readonly PlanRow[] {
  if (wanting === 0) return [];
  const label = `${count(wanting, 'element')} without an action`;
  const description = 'click to add what the coverage calls for';
  return [
    {
      id: `${root}?wanting`,
      label,
      description,
      tooltip: tooltip(
        label,
        ['They have no evidence, or all of it is overdue, or they are rated below what the award asks for.'],
        ['Click to see what would be added to the plan'],
      ),
      spoken: `${label}, ${description}`,
      context: 'wanting',
      icon: { id: 'add' },
      isOpen: false,
      children: [],
      click: { root },
    },
  ];
}
