/** Who has what to do by when, as data for a view: what `evidencePortfolio/due` answers for each portfolio. */
import { dueIn } from '../../core/due/due';
import { groupsOf, nobodyYet } from '../../core/due/groups';
import type { DueItem, DueKind, Urgency } from '../../core/due/model';
import { peopleIn, personKey } from '../../core/due/people';
import { dueSummary, elementsBeside, remarkOf, whenWords } from '../../core/due/words';
import { actionsOf } from '../../core/plan/model';
import type { ActionPlan } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { CivilDate } from '../../core/text/civilDate';
import { compareNaturally } from '../../core/text/naturalOrder';
import { valueOf } from '../../core/yaml/fields';
import { cellWords } from '../plan/cellWords';
import { asOfPart } from './coverageTree';

export interface DueList {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  readonly title: string;
  /** The day to judge by, where somebody has set one: YYYY-MM-DD. */
  readonly asOf?: string;
  /** `14 things to do until 12 May 2027: 3 are late.` */
  readonly summary: string;
  /** YYYY-MM-DD: what is due after this day is left out. */
  readonly until: CivilDate;
  /** That day is the one of the assessment. */
  readonly isToAssessment: boolean;
  /** Reviews and actions that are left out. */
  readonly further: number;
  /** What is late first, then by day, then what has none. */
  readonly rows: readonly DueRow[];
  /** In the order of their names; what nobody has comes last. */
  readonly people: readonly DuePerson[];
}

export interface DuePerson {
  /** Stays the same however the name is written; empty: nobody yet. */
  readonly key: string;
  readonly name: string;
  /** The numbers of the rows that are theirs, from 0. What several people are to do is with each. */
  readonly rows: readonly number[];
}

export interface DueRow {
  readonly kind: DueKind;
  /** `Review “Annual survey”` */
  readonly what: string;
  /** Of the evidence, the words of the action, or the first words of the element. */
  readonly title: string;
  /** IDs of elements. */
  readonly elements: readonly string[];
  /** Of these, those that `what` does not name. */
  readonly beside: readonly string[];
  /** The evidence, the plan, or portfolio.yaml. */
  readonly uri: string;
  /** Of an action: its number among the rows of its plan that are about the element, from 0. */
  readonly order?: number;
  /** Evidence that is written and waits for approval. */
  readonly isWaiting?: true;
  /** YYYY-MM-DD: the last day on which it is in time; null: nobody has set one. */
  readonly by: CivilDate | null;
  readonly urgency: Urgency;
  /** `12 days late, since 1 March 2027` */
  readonly when: string;
  /** What else is to be known; empty as a rule. */
  readonly remark: string;
}

/** @param days how far ahead to look; undefined: up to the assessment */
export function dueList(portfolio: Portfolio, days: number | undefined): DueList {
  const due = dueIn(portfolio, { days });
  const numbers = new Map(due.items.map((item, at) => [item, at]));
  const orders = new Map<string, ReadonlyMap<number, Place>>();
  const orderOf = ({ uri, offset }: DueItem): Place | undefined => {
    const plan = portfolio.plans.get(uri);
    if (!plan || offset === undefined) return undefined;
    const known = orders.get(uri) ?? placesIn(plan);
    orders.set(uri, known);
    return known.get(offset);
  };
  return {
    root: portfolio.root,
    title: portfolio.title,
    ...asOfPart(portfolio),
    summary: dueSummary(due),
    until: due.until,
    isToAssessment: due.until === due.assessment,
    further: due.further,
    rows: due.items.map((item) => rowOf(portfolio, item, due.today, orderOf(item))),
    people: groupsOf(due, 'person').map(({ title, items }) => ({
      key: title === nobodyYet ? '' : personKey(title),
      name: title,
      rows: items.flatMap((item) => numbers.get(item) ?? []),
    })),
  };
}

/** What names an action beside its plan. */
interface Place {
  /** As the row says it. */
  readonly element: string;
  readonly order: number;
}

/** By the offset of the row's ID. */
function placesIn(plan: ActionPlan): ReadonlyMap<number, Place> {
  const seen = new Map<string, number>();
  return new Map(
    actionsOf(plan).map(({ id, idSpan }) => {
      const order = seen.get(id) ?? 0;
      seen.set(id, order + 1);
      return [idSpan.start, { element: id, order }];
    }),
  );
}

function rowOf(portfolio: Portfolio, item: DueItem, today: CivilDate, place: Place | undefined): DueRow {
  const { kind, what, title, elements, uri, by, urgency } = item;
  const status = portfolio.evidence.get(uri)?.status;
  return {
    kind,
    what,
    title,
    elements: place ? [place.element] : elements,
    beside: elementsBeside(item),
    uri,
    ...(place ? { order: place.order } : {}),
    ...(kind === 'draft' && status && valueOf(status) === 'in-review' ? { isWaiting: true } : {}),
    by: by ?? null,
    urgency,
    when: whenWords(item, today),
    remark: remarkOf(item),
  };
}

/** A person or role with something in a portfolio. */
export interface Person {
  /** Stays the same however the name is written. */
  readonly key: string;
  readonly name: string;
  /** As the owners of evidence are written who are this person. */
  readonly owners: readonly string[];
  readonly evidence: number;
  readonly actions: number;
  readonly assignments: number;
}

/** Everybody who has evidence, an action or an element to find evidence for, in the order of their names. */
export function peopleOf(portfolios: readonly Portfolio[]): readonly Person[] {
  const cells = portfolios.flatMap((portfolio) => [
    ...Array.from(portfolio.evidence.values(), ({ owner }) => ['evidence', valueOf(owner) ?? ''] as const),
    ...[...portfolio.plans.values()]
      .flatMap(actionsOf)
      .map(({ responsibility }) => ['actions', cellWords(responsibility)] as const),
    ...[...(portfolio.manifest?.assignments.values() ?? [])].flatMap(({ who }) =>
      (valueOf(who) ?? []).map(({ text }) => ['assignments', text] as const),
    ),
  ]);
  const namesIn = peopleIn(cells.map(([, cell]) => cell));
  const people = new Map<string, Person>();
  for (const [what, cell] of cells)
    for (const name of namesIn(cell)) {
      const none = { owners: [], evidence: 0, actions: 0, assignments: 0 };
      const known: Person = people.get(name) ?? { key: personKey(name), name, ...none };
      const isNew = what === 'evidence' && !known.owners.includes(cell);
      const owners = isNew ? [...known.owners, cell] : known.owners;
      people.set(name, { ...known, owners, [what]: known[what] + 1 });
    }

  return [...people.values()].sort((left, right) =>
    compareNaturally(left.name.toLowerCase(), right.name.toLowerCase()),
  );
}
