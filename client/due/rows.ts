/** The rows of the view This Month. Nothing here knows VS Code. */
import type { DueList, DueResult, DueRow } from '../../server/lsp/protocol';
import { capitalised } from '../../server/words/capitals';
import { count, listOf } from '../../server/words/counts';
import { formatDate } from '../../server/words/dates';
import { onDay, tooltip } from '../words/coverageLabels';
import { eachByName } from '../words/perPortfolio';
import type { ActionTarget } from '../plan/actions';
import type { ElementTarget, EvidenceTarget } from '../portfolios/elements';
import type { RowIcon, ViewRow } from '../views/viewRow';

/** What a click does: it begins what the row says is to be done. */
export type DueClick =
  /** Shows the review date, or the status, in the file. */
  | {
      readonly kind: 'evidence';
      readonly uri: string;
      readonly key: 'review-by' | 'status';
    }
  | { readonly kind: 'action'; readonly action: ActionTarget }
  | { readonly kind: 'element'; readonly element: ElementTarget };

export interface DueViewRow extends ViewRow {
  /** Words: `due`, what it is, and `waiting` for what is to be approved; `group` for others. */
  readonly context: string;
  readonly children: readonly DueViewRow[];
  readonly click: DueClick | undefined;
  /** For the commands of menus. */
  readonly target?: ElementTarget | EvidenceTarget | ActionTarget;
}

/** Those whose rows are on show, by their keys; undefined: everybody. */
export type Shown = ReadonlySet<string> | undefined;

/** All rows: those of a portfolio below its own row where there are several that have any. */
export function dueRows({ portfolios }: DueResult, shown: Shown): readonly DueViewRow[] {
  const busy = portfolios.filter((list) => rowsShown(list, shown).length > 0);
  if (busy.length <= 1) return busy.flatMap((list) => peopleRows(list, shown));
  return busy.map((list) =>
    groupRow(list.root, list.title, rowsShown(list, shown), {
      icon: { id: 'folder-library' },
      children: peopleRows(list, shown),
    }),
  );
}

/** `2 late · 10 to do`: what stands beside the view’s name; empty where there is nothing. */
export function dueDescription({ portfolios }: DueResult, shown: Shown): string {
  const counts = eachByName(portfolios, (list) => {
    const rows = rowsShown(list, shown);
    return rows.length === 0 ? '' : countsOf(rows).join(' · ');
  }).join('; ');
  return counts === '' ? '' : onDay(counts, portfolios[0]?.asOf);
}

/**
 * The line above the rows: up to when, or whose rows these are. It is short, as a low view would be filled by it, and
 * says nothing that stands beside the view’s name or in a row.
 */
export function dueMessage(result: DueResult, shown: Shown): string {
  if (shown === undefined) return eachByName(result.portfolios, horizon).join(' ');
  const names = namesIn(result)
    .filter(({ key }) => shown.has(key))
    .map(({ name }) => name);
  const rows = result.portfolios.flatMap((list) => rowsShown(list, shown));
  const whose = names.length === 0 ? 'the people whom you have chosen' : listOf(names, 'or');
  if (rows.length === 0) return `Nothing is due for ${whose}.`;
  return `Only what is for ${whose}.`;
}

/** `Until 22 December 2026. 51 more later.` */
function horizon({ rows, until, isToAssessment, further }: DueList): string {
  const day = `${formatDate(until)}${isToAssessment ? ', the day of the assessment' : ''}`;
  return `${rows.length === 0 ? 'Nothing until' : 'Until'} ${day}.${further > 0 ? ` ${further} more later.` : ''}`;
}

/** How many are late, for the badge. */
export const lateIn = ({ portfolios }: DueResult, shown: Shown): number =>
  portfolios.flatMap((list) => rowsShown(list, shown)).filter(isLate).length;

/** `2 things are late`, for each portfolio that has any. */
export const lateWords = ({ portfolios }: DueResult, shown: Shown): string =>
  eachByName(portfolios, (list) => {
    const late = rowsShown(list, shown).filter(isLate).length;
    return late === 0 ? '' : `${count(late, 'thing is', 'things are')} late`;
  }).join('; ');

/** Everybody who has something to do in any portfolio, each once, with how much of it. */
export function namesIn({
  portfolios,
}: DueResult): readonly { readonly key: string; readonly name: string; readonly rows: readonly DueRow[] }[] {
  const found = new Map<string, { readonly name: string; readonly rows: DueRow[] }>();
  for (const { people, rows } of portfolios)
    for (const { key, name, rows: numbers } of people) {
      const one = found.get(key) ?? { name, rows: [] };
      one.rows.push(...numbers.flatMap((at) => rows[at] ?? []));
      found.set(key, one);
    }
  return Array.from(found, ([key, one]) => ({ key, ...one }));
}

/** `1 late, 4 to do` */
export const countsOf = (rows: readonly DueRow[]): readonly string[] => {
  const late = rows.filter(isLate).length;
  return [...(late > 0 ? [`${late} late`] : []), `${rows.length} to do`];
};

const isLate = ({ urgency }: DueRow): boolean => urgency === 'late';

/** Each once, though several people may have it. */
function rowsShown({ people, rows }: DueList, shown: Shown): readonly DueRow[] {
  if (shown === undefined) return rows;
  const numbers = people.filter(({ key }) => shown.has(key)).flatMap((person) => person.rows);
  return [...new Set(numbers)].sort((left, right) => left - right).flatMap((at) => rows[at] ?? []);
}

/** Those who have something late first, most of it first; what nobody has comes last. */
function peopleRows(list: DueList, shown: Shown): readonly DueViewRow[] {
  const people = list.people
    .filter(({ key }) => shown?.has(key) ?? true)
    .map(({ key, name, rows }) => ({ key, name, rows: rows.flatMap((at) => list.rows[at] ?? []) }));
  const late = (rows: readonly DueRow[]): number => rows.filter(isLate).length;
  return people
    .toSorted(
      (left, right) =>
        Number(left.key === '') - Number(right.key === '') || late(right.rows) - late(left.rows),
    )
    .map(({ key, name, rows }) => {
      const id = `${list.root}?person=${key}`;
      return groupRow(id, name, rows, {
        icon: key === '' ? { id: 'question', color: warning } : { id: 'person' },
        isOpen: key === '' ? rows.length <= fewRows : late(rows) > 0 || rows.length <= fewRows,
        children: rows.map((row) => dueRow(list.root, `${id}#${idOf(row)}`, row)),
      });
    });
}

/** The same as long as it is the same thing to do. */
const idOf = ({ kind, uri, elements, order, what }: DueRow): string =>
  [kind, uri, elements[0], order, what].join('#');

/** Of so many, all are seen at once. */
const fewRows = 12;

const warning = 'problemsWarningIcon.foreground';

function groupRow(
  id: string,
  label: string,
  rows: readonly DueRow[],
  look: Pick<DueViewRow, 'icon' | 'children'> & Partial<DueViewRow>,
): DueViewRow {
  const counts = countsOf(rows);
  return {
    id,
    label,
    description: counts.join(' · '),
    tooltip: tooltip(label, [], counts.map(capitalised)),
    spoken: [label, ...counts].join(', '),
    context: 'group',
    isOpen: true,
    click: undefined,
    ...look,
  };
}

/** A shape for each kind; what is late has its own, so that a colour is never all that tells it. */
const icons: Readonly<Record<DueRow['kind'], string>> = {
  review: 'calendar',
  draft: 'edit',
  action: 'checklist',
  element: 'search',
};

function iconOf({ kind, urgency, isWaiting }: DueRow): RowIcon {
  return urgency === 'late' ? { id: 'warning', color: warning } : { id: isWaiting ? 'pass' : icons[kind] };
}

function dueRow(root: string, id: string, row: DueRow): DueViewRow {
  const { kind, what, when, remark, beside, isWaiting } = row;
  const facts = [when, ...(remark === '' ? [] : [remark])];
  const elements = beside.length === 0 ? '' : `for ${listOf(beside)}`;
  return {
    id,
    label: what,
    description: [...facts, elements].filter((part) => part !== '').join(' · '),
    tooltip: tooltip(
      what,
      [],
      [...facts.map(capitalised), capitalised(elements), clicks[kind]].filter((part) => part !== ''),
    ),
    spoken: [what, ...facts, elements].filter((part) => part !== '').join(', '),
    context: ['due', kind, ...(isWaiting ? ['waiting'] : [])].join(' '),
    icon: iconOf(row),
    isOpen: false,
    children: [],
    ...clickOn(root, row),
  };
}

const clicks: Readonly<Record<DueRow['kind'], string>> = {
  review: 'Click to see its review date in the file',
  draft: 'Click to see its status in the file',
  action: 'Click to go to the row in the plan',
  element: 'Click to begin evidence for it',
};

function clickOn(root: string, row: DueRow): Pick<DueViewRow, 'click' | 'target'> {
  const { kind, uri, elements, order = 0 } = row;
  const element = elements[0] ?? '';
  switch (kind) {
    case 'review':
    case 'draft': {
      const key = kind === 'review' ? 'review-by' : 'status';
      return { click: { kind: 'evidence', uri, key }, target: { root, element, uri } };
    }
    case 'action': {
      const target = { root, uri, element, order };
      return { click: { kind: 'action', action: target }, target };
    }
    case 'element': {
      const target = { root, element };
      return { click: { kind: 'element', element: target }, target };
    }
  }
}
