/** What if: a portfolio as somebody supposes it, beside what it is. Nothing is written, and the index is not touched. */
import type { EvidenceFile } from '../evidence/evidence';
import { parseEvidence } from '../evidence/evidence';
import { setField } from '../evidence/fieldEdits';
import type { Decision } from '../manifest/manifest';
import type { AwardStanding, Rater } from '../portfolio/assessment';
import { assessmentOf, awardStanding, hasRatings } from '../portfolio/assessment';
import { Portfolio } from '../portfolio/portfolio';
import { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { Rating, StandardNode } from '../standard/standard';
import { applyEdits } from '../text/edit';
import type { Span } from '../text/span';
import { absent } from '../yaml/fields';
import type { ElementState } from '../../words/states';
import type { Supposition } from './supposition';

/** Something as it is, and as it would be. */
export interface NowAndThen<Value> {
  readonly now: Value;
  readonly then: Value;
}

export interface WhatIf {
  readonly portfolio: Portfolio;
  readonly supposition: Supposition;
  /** The day by which is judged. */
  readonly day: NowAndThen<string>;
  /** In the order of the manifest. */
  readonly standards: readonly StandardIf[];
}

export interface StandardIf {
  readonly standard: NowAndThen<PortfolioStandard>;
  /** By the ratings of each who has rated anything, now or then; where the standard has an award. */
  readonly awards: readonly AwardIf[];
  /** Elements of which something would be otherwise, in the order of the standard. */
  readonly elements: readonly ElementIf[];
}

export interface AwardIf {
  readonly rater: Rater;
  readonly rated: NowAndThen<AwardStanding>;
  /** The same, where a rating counts only if current evidence stands behind it. */
  readonly backed: NowAndThen<AwardStanding>;
}

export interface ElementIf {
  readonly element: StandardNode;
  readonly state: NowAndThen<ElementState>;
  /** Numbers of current items. */
  readonly current: NowAndThen<number>;
  /** By the rater of the supposition. */
  readonly rating: NowAndThen<Rating | undefined>;
}

export function whatIf(portfolio: Portfolio, supposition: Supposition): WhatIf {
  const shadow = shadowOf(portfolio, supposition);
  return {
    portfolio,
    supposition,
    day: { now: portfolio.today, then: shadow.today },
    standards: portfolio.standards.map((now, at) =>
      standardIf({ now, then: ratedOtherwise(shadow.standards[at] ?? now, supposition) }, supposition),
    ),
  };
}

/** The same portfolio, with evidence withdrawn or on another day; itself, where neither is supposed. */
function shadowOf(portfolio: Portfolio, { withdrawn, day }: Supposition): Portfolio {
  if (withdrawn.length === 0 && day === undefined) return portfolio;
  const { parts } = portfolio;
  const days = day === undefined ? parts.days : { today: parts.days.today, asOf: day };
  const shadow = new Portfolio({ ...parts, days });
  const gone = new Set(withdrawn.map(({ uri }) => uri));
  for (const [uri, evidence] of portfolio.evidence) {
    const counted = gone.has(uri) ? asWithdrawn(evidence) : evidence;
    if (counted) shadow.add(counted);
  }
  return shadow;
}

/** As it reads with that status; nothing where the status cannot be written, since what is withdrawn does not count. */
function asWithdrawn(evidence: EvidenceFile): EvidenceFile | undefined {
  const edits = setField(evidence, 'status', 'withdrawn');
  return edits && parseEvidence(evidence.uri, applyEdits(evidence.text, edits), evidence.names);
}

const nowhere: Span = { start: 0, end: 0 };

/** A standard as it stands with other ratings, by the same counting. */
function ratedOtherwise(of: PortfolioStandard, { rated, rater }: Supposition): PortfolioStandard {
  const ratings = new Map(rated.map(({ element, rating }) => [element.id, rating.id]));
  if (ratings.size === 0) return of;
  return withDecisions(of, (id) => {
    const value = ratings.get(id);
    const decision = of.decision(id);
    if (value === undefined) return decision;
    return {
      ...(decision ?? undecided(id)),
      [rater]: { kind: 'valid', key: nowhere, span: nowhere, value },
    };
  });
}

/** A standard in which a rating counts only where current evidence stands behind it. */
const backed = (of: PortfolioStandard): PortfolioStandard =>
  withDecisions(of, (id) => {
    const decision = of.decision(id);
    if (!decision?.applicable || of.coverage(id).current > 0) return decision;
    return { ...decision, self: absent, assessor: absent };
  });

const undecided = (id: string): Decision => ({
  id,
  span: nowhere,
  applicable: true,
  reason: absent,
  self: absent,
  assessor: absent,
  comment: absent,
  assessed: absent,
  lookAgain: absent,
  changed: absent,
});

const withDecisions = (
  of: PortfolioStandard,
  decision: (id: string) => Decision | undefined,
): PortfolioStandard =>
  new PortfolioStandard(of, {
    decision,
    coverage: (id) => of.coverage(id),
    evidenceFor: (id) => of.evidenceFor(id),
  });

function standardIf(standard: NowAndThen<PortfolioStandard>, { rater }: Supposition): StandardIf {
  const { now, then } = standard;
  const elements = now.standard.elements.map((element): ElementIf => {
    const [was, is] = [now.coverage(element.id), then.coverage(element.id)];
    const rating = (of: PortfolioStandard): Rating | undefined =>
      assessmentOf(of.standard, of.decision(element.id))[rater];
    return {
      element,
      state: { now: was.state, then: is.state },
      current: { now: was.current, then: is.current },
      rating: { now: rating(now), then: rating(then) },
    };
  });
  return {
    standard,
    awards: (['self', 'assessor'] as const).flatMap((one) => awardIf(standard, one) ?? []),
    elements: elements.filter(
      ({ state, current, rating }) =>
        state.now !== state.then || current.now !== current.then || rating.now?.id !== rating.then?.id,
    ),
  };
}

function awardIf({ now, then }: NowAndThen<PortfolioStandard>, rater: Rater): AwardIf | undefined {
  if (!hasRatings(now, rater) && !hasRatings(then, rater)) return undefined;
  const rated = [awardStanding(now, rater), awardStanding(then, rater)] as const;
  const held = [awardStanding(backed(now), rater), awardStanding(backed(then), rater)] as const;
  return rated[0] && rated[1] && held[0] && held[1]
    ? { rater, rated: { now: rated[0], then: rated[1] }, backed: { now: held[0], then: held[1] } }
    : undefined;
}

/** How many elements of a part of the standard reach the award's rating, of those that apply. */
export function reachedIn(
  of: PortfolioStandard,
  { between }: AwardStanding,
  root: StandardNode,
): { readonly reached: number; readonly applicable: number } {
  const isIn = (node: StandardNode): boolean => node.id === root.id || node.ancestors[0]?.id === root.id;
  const applicable = of.standard.elements.filter(
    (element) => isIn(element) && of.decision(element.id)?.applicable !== false,
  ).length;
  return { applicable, reached: applicable - between.filter(({ element }) => isIn(element)).length };
}
