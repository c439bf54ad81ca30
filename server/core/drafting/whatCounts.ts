/** What would count as evidence for an element: what the standard asks, and what serves its neighbours. */
import type { EvidenceFile } from '../evidence/evidence';
import { standingOf } from '../evidence/titleAndStanding';
import { strongestFirst } from '../evidence/strongest';
import type { PairedNode } from '../mapping/resolved';
import { evidenceOfCounterpart, servingFor } from '../portfolio/counterparts';
import type { Portfolio } from '../portfolio/portfolio';
import type { StandardNode } from '../standard/standard';
import type { Uri } from '../text/span';
import type { ElementPoints } from './points';
import { pointsOf } from './points';

export interface WhatCounts {
  readonly element: StandardNode;
  readonly points: ElementPoints['points'];
  /** What it has, the strongest first, withdrawn files too. */
  readonly own: readonly EvidenceFile[];
  /** Elements below the same heading that have current evidence, in the order of the standard. */
  readonly neighbours: readonly Neighbour[];
  /** What is current for its counterparts in other standards, the surest first. */
  readonly counterparts: readonly Counterpart[];
}

export interface Neighbour {
  readonly element: StandardNode;
  /** Current, the strongest first; at least one. */
  readonly evidence: readonly EvidenceFile[];
}

export interface Counterpart extends PairedNode {
  readonly evidence: readonly EvidenceFile[];
}

export function whatCounts(portfolio: Portfolio, element: StandardNode): WhatCounts {
  const own = strongestFirst(portfolio.standard, element.id, portfolio.evidenceFor(element.id));
  return {
    element,
    points: pointsOf(portfolio, element).points,
    own,
    neighbours: neighboursOf(portfolio, element).flatMap((neighbour) => {
      const evidence = strongestFirst(
        portfolio.standard,
        neighbour.id,
        portfolio.evidenceFor(neighbour.id),
      ).filter((file) => standingOf(file, portfolio.today) === 'current');
      return evidence.length > 0 ? [{ element: neighbour, evidence }] : [];
    }),
    counterparts: servingFor(portfolio, element).map((one) => ({
      ...one,
      evidence: withoutOwn(evidenceOfCounterpart(portfolio, one.node), own),
    })),
  };
}

/** The other elements below the same heading; at the top of a standard, the others there. */
function neighboursOf(portfolio: Portfolio, element: StandardNode): readonly StandardNode[] {
  const above = element.ancestors.at(-1);
  const beside = above?.children ?? portfolio.standardOf(element.id).roots;
  return beside.filter(({ id, assessable, inScope }) => assessable && inScope && id !== element.id);
}

function withoutOwn(
  evidence: readonly EvidenceFile[],
  own: readonly EvidenceFile[],
): readonly EvidenceFile[] {
  const known = new Set<Uri>(own.map(({ uri }) => uri));
  return evidence.filter(({ uri }) => !known.has(uri));
}
