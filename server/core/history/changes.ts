/** What a change means for portfolios: from two snapshots, before and after, to what a reviewer asks. */
import { noElements, isAsked } from '../../words/states';
import type { ElementState } from '../../words/states';
import type { CivilDate } from '../text/civilDate';
import type { EvidenceChanges } from './changesOfEvidence';
import { changesOfEvidence } from './changesOfEvidence';
import type { FindingChanges } from './changesOfFindings';
import { changesOfFindings } from './changesOfFindings';
import type { ActionChanges } from './changesOfPlans';
import { changesOfPlans } from './changesOfPlans';
import type { Standing } from '../evidence/titleAndStanding';
import type { Uri } from '../text/span';
import { movedTo, movesAmong } from './moves';
import { compareNaturally } from '../text/naturalOrder';
import { successorOf, withNamesOf } from './alignedStandards';
import type { ElementSnapshot, EvidenceSnapshot, PortfolioSnapshot, StandardSnapshot } from './snapshot';

export interface PortfolioChanges {
  /** With nothing in it where the portfolio was not there. */
  readonly before: PortfolioSnapshot;
  /** With nothing in it where the portfolio is gone. */
  readonly after: PortfolioSnapshot;
  readonly presence: 'both' | 'new' | 'gone';
  /** The folder in which it was; undefined where it is there still. Files are told apart by their path below it. */
  readonly movedFrom: Uri | undefined;
  /** In the order of the standard. */
  readonly elements: readonly ElementChange[];
  readonly standard: StandardChanges;
  readonly evidence: EvidenceChanges;
  readonly ratings: readonly RatingChange[];
  readonly actions: ActionChanges;
  readonly findings: FindingChanges;
}

/** In the order in which they are told: the worst first. */
export const elementChangeKinds = ['lost', 'overdue', 'draft', 'weakened', 'gained', 'moved'] as const;
/**
 * lost: it had evidence of some kind, and has none. overdue, draft: it has become so, and was better before.
 * weakened: it rested on several current items, and rests on one. gained: it is evidenced, and was not.
 * moved: any other change of its state.
 */
export type ElementChangeKind = (typeof elementChangeKinds)[number];

export interface ElementChange {
  readonly kind: ElementChangeKind;
  readonly element: ElementSnapshot;
  readonly before: ElementState;
  readonly after: ElementState;
  /** Number of current items. */
  readonly current: { readonly before: number; readonly after: number };
  /** No file is to blame: the same evidence would stand like this on the later day. */
  readonly isByTime: boolean;
  /** Files whose change touches the element: added, removed, re-targeted, restated. */
  readonly because: readonly EvidenceSnapshot[];
}

/** Where the portfolio is held against another standard, or another edition of it. */
export interface StandardChanges {
  /** Those that the portfolio is kept against on both sides, and that are another one, or another edition. */
  readonly others: readonly { readonly before: StandardSnapshot; readonly after: StandardSnapshot }[];
  /** Those that the portfolio is kept against on one side only; their elements are not listed below. */
  readonly come: readonly StandardSnapshot[];
  readonly gone: readonly StandardSnapshot[];
  readonly added: readonly ElementSnapshot[];
  readonly removed: readonly ElementSnapshot[];
  /** The same ID with other words or guidance; as it is now. */
  readonly reworded: readonly ElementSnapshot[];
}

export interface RatingChange {
  readonly element: ElementSnapshot;
  readonly by: 'self' | 'assessor';
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** By the portfolios' roots, in natural order. */
export function changesBetween(
  before: readonly PortfolioSnapshot[],
  after: readonly PortfolioSnapshot[],
): readonly PortfolioChanges[] {
  const there = new Set(after.map(({ root }) => root));
  const was = new Set(before.map(({ root }) => root));
  const moves = movesAmong(
    before.filter(({ root }) => !there.has(root)),
    after.filter(({ root }) => !was.has(root)),
  );
  const old = new Map(before.map((snapshot) => [moves.get(snapshot.root) ?? snapshot.root, snapshot]));
  const now = new Map(after.map((snapshot) => [snapshot.root, snapshot]));
  return [...new Set([...old.keys(), ...now.keys()])].sort(compareNaturally).flatMap((root) => {
    const [earlier, later] = [old.get(root), now.get(root)];
    if (earlier && later && earlier.root !== root)
      return [
        {
          ...changesOf(withNamesOf(later, movedTo(root, earlier)), later, 'both'),
          movedFrom: earlier.root,
        },
      ];
    if (earlier && later) return [changesOf(withNamesOf(later, earlier), later, 'both')];
    if (later) return [changesOf(emptied(later), later, 'new')];
    return earlier ? [changesOf(earlier, emptied(earlier), 'gone')] : [];
  });
}

/** The same portfolio before it was there, or after it went: its standard with no evidence, and nothing said of it. */
const emptied = (snapshot: PortfolioSnapshot): PortfolioSnapshot => ({
  ...snapshot,
  summary: noElements,
  standards: snapshot.standards.map((one) => ({ ...one, summary: noElements })),
  elements: new Map(),
  evidence: new Map(),
  actions: [],
  findings: new Map(),
});

function changesOf(
  before: PortfolioSnapshot,
  after: PortfolioSnapshot,
  presence: PortfolioChanges['presence'],
): PortfolioChanges {
  const evidence = changesOfEvidence(before.evidence, after.evidence);
  const renames = new Map(evidence.renamed.map((pair) => [pair.before.uri, pair.after.uri]));
  return {
    before,
    after,
    presence,
    movedFrom: undefined,
    elements: changesOfElements(before, after, evidence, presence),
    standard: presence === 'both' ? changesOfStandard(before, after) : noStandardChanges,
    evidence,
    ratings: [...after.elements.values()].flatMap((element) => ratingsOf(before.elements, element)),
    actions: changesOfPlans(before.actions, after.actions),
    findings: changesOfFindings(before, after, renames),
  };
}

function changesOfElements(
  before: PortfolioSnapshot,
  after: PortfolioSnapshot,
  evidence: EvidenceChanges,
  presence: PortfolioChanges['presence'],
): readonly ElementChange[] {
  const causes = causesIn(evidence);
  const aged = before.today === after.today ? undefined : statesOn(before.evidence.values(), after.today);
  const all = presence === 'gone' ? before.elements : after.elements;
  return [...all.values()].flatMap((element): readonly ElementChange[] => {
    const [old, now] = [before.elements.get(element.id), after.elements.get(element.id)];
    // Of a standard that has changed, what is new in it is told apart.
    if (presence === 'both' && !old) return [];
    const [from, to] = [old?.coverage.state ?? 'missing', now?.coverage.state ?? 'missing'];
    const current = { before: old?.coverage.current ?? 0, after: now?.coverage.current ?? 0 };
    const kind = kindOf(from, to, current);
    if (!kind) return [];
    const isByTime = aged !== undefined && (aged.get(element.id) ?? 'missing') === to;
    const because = causes.get(element.id) ?? [];
    return [{ kind, element, before: from, after: to, current, isByTime, because }];
  });
}

function kindOf(
  before: ElementState,
  after: ElementState,
  current: ElementChange['current'],
): ElementChangeKind | undefined {
  if (before === after)
    return after === 'evidenced' && current.before > 1 && current.after === 1 ? 'weakened' : undefined;
  if (after === 'evidenced') return 'gained';
  if (!isAsked(before) || !isAsked(after) || before === 'missing') return 'moved';
  if (after === 'missing') return 'lost';
  if (after === 'overdue' && before === 'evidenced') return 'overdue';
  if (after === 'draft') return 'draft';
  return 'moved';
}

/** What the same evidence adds up to on another day, as far as it has any. */
function statesOn(evidence: Iterable<EvidenceSnapshot>, today: CivilDate): ReadonlyMap<string, ElementState> {
  const order: readonly ElementState[] = ['evidenced', 'overdue', 'draft'];
  const states = new Map<string, ElementState>();
  for (const file of evidence) {
    const standing = standingOn(file, today);
    if (standing === 'withdrawn') continue;
    const state = standing === 'current' ? 'evidenced' : standing;
    for (const id of file.elements) {
      const known = states.get(id);
      if (known === undefined || order.indexOf(state) < order.indexOf(known)) states.set(id, state);
    }
  }
  return states;
}

function standingOn({ standing, reviewBy }: EvidenceSnapshot, today: CivilDate): Standing {
  if (standing === 'withdrawn' || standing === 'draft') return standing;
  return reviewBy !== undefined && reviewBy < today ? 'overdue' : 'current';
}

/** By element: the files of which a change may have moved it. Of a pair, the file as it is now. */
function causesIn(evidence: EvidenceChanges): ReadonlyMap<string, readonly EvidenceSnapshot[]> {
  const causes = new Map<string, Map<Uri, EvidenceSnapshot>>();
  const note = (id: string, file: EvidenceSnapshot): void => {
    const files = causes.get(id);
    if (files) files.set(file.uri, file);
    else causes.set(id, new Map([[file.uri, file]]));
  };
  for (const file of [...evidence.added, ...evidence.removed]) for (const id of file.elements) note(id, file);
  for (const { after, gained, lost } of evidence.retargeted)
    for (const id of [...gained, ...lost]) note(id, after);
  for (const { after } of evidence.restated) for (const id of after.elements) note(id, after);
  return new Map(Array.from(causes, ([id, files]) => [id, [...files.values()]]));
}

const noStandardChanges: StandardChanges = {
  others: [],
  come: [],
  gone: [],
  added: [],
  removed: [],
  reworded: [],
};

function changesOfStandard(before: PortfolioSnapshot, after: PortfolioSnapshot): StandardChanges {
  const pairs = before.standards.map((one) => ({ before: one, after: successorOf(one, after) }));
  const gone = pairs.flatMap((pair) => (pair.after ? [] : [pair.before]));
  const come = after.standards.filter((one) => !pairs.some((pair) => pair.after === one));
  const isOf = (standards: readonly StandardSnapshot[], { standard }: ElementSnapshot): boolean =>
    standards.some(({ name }) => name === standard);
  return {
    others: pairs.flatMap((pair) =>
      pair.after && (pair.before.id !== pair.after.id || pair.before.ownTitle !== pair.after.ownTitle)
        ? [{ before: pair.before, after: pair.after }]
        : [],
    ),
    come,
    gone,
    added: [...after.elements.values()].filter((one) => !before.elements.has(one.id) && !isOf(come, one)),
    removed: [...before.elements.values()].filter((one) => !after.elements.has(one.id) && !isOf(gone, one)),
    reworded: [...after.elements.values()].filter(({ id, text }) => {
      const old = before.elements.get(id);
      return old !== undefined && old.text !== text;
    }),
  };
}

function ratingsOf(
  before: ReadonlyMap<string, ElementSnapshot>,
  element: ElementSnapshot,
): readonly RatingChange[] {
  const old = before.get(element.id);
  return (['self', 'assessor'] as const)
    .filter((by) => old?.[by] !== element[by])
    .map((by) => ({ element, by, before: old?.[by], after: element[by] }));
}
