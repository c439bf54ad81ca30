/** The heat map: each point of the guidance, and which evidence takes it up. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Standing } from '../evidence/titleAndStanding';
import { standingOf } from '../evidence/titleAndStanding';
import { pointsFollowed } from '../portfolio/guidance';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { StandardNode } from '../standard/standard';
import { isAsked } from '../../words/states';

/**
 * addressed: evidence that is current has ticked it. later: only a draft has, or evidence past its review date.
 * listed: it stands in evidence as a box that nobody has ticked. open: no evidence lists it.
 */
export const pointStates = ['addressed', 'later', 'listed', 'open'] as const;
export type PointState = (typeof pointStates)[number];

export interface Point {
  readonly text: string;
  /** Its place in the element's guidance, from 0. */
  readonly order: number;
  readonly state: PointState;
  /** Evidence that has ticked it, in the natural order of the paths. What is withdrawn is not among it. */
  readonly by: readonly EvidenceFile[];
}

export interface ElementPoints {
  readonly element: StandardNode;
  /** All points of its guidance, in the order of the standard. */
  readonly points: readonly Point[];
}

/** The points of one element; none where the standard gives no guidance on it. */
export function pointsOf(portfolio: Portfolio, element: StandardNode): ElementPoints {
  if (element.guidance.length === 0) return { element, points: [] };
  const found = portfolio.evidenceFor(element.id).flatMap((evidence) => {
    const standing = standingOf(evidence, portfolio.today);
    return standing === 'withdrawn'
      ? []
      : pointsFollowed(evidence, element).map(({ order, task }) => ({
          evidence,
          standing,
          order,
          isDone: task.isDone,
        }));
  });
  const points = element.guidance.map((text, order): Point => {
    const all = found.filter((one) => one.order === order);
    const ticked = all.filter(({ isDone }) => isDone);
    return { text, order, state: stateOf(all.length, ticked), by: ticked.map(({ evidence }) => evidence) };
  });
  return { element, points };
}

function stateOf(listed: number, ticked: readonly { readonly standing: Standing }[]): PointState {
  if (ticked.some(({ standing }) => standing === 'current')) return 'addressed';
  if (ticked.length > 0) return 'later';
  return listed > 0 ? 'listed' : 'open';
}

/** The elements of a standard that apply and have guidance, each with its points, in the order of the standard. */
export const pointsIn = (portfolio: Portfolio, { standard }: PortfolioStandard): readonly ElementPoints[] =>
  standard.elements
    .filter(({ id, guidance }) => guidance.length > 0 && isAsked(portfolio.coverage(id).state))
    .map((element) => pointsOf(portfolio, element));

export type PointCounts = Readonly<Record<PointState, number>>;

export const countPoints = (all: readonly ElementPoints[]): PointCounts & { readonly total: number } => {
  const points = all.flatMap((one) => one.points);
  const number = (wanted: PointState): number => points.filter(({ state }) => state === wanted).length;
  return {
    total: points.length,
    addressed: number('addressed'),
    later: number('later'),
    listed: number('listed'),
    open: number('open'),
  };
};
