/** What would count as evidence for an element: what the standard asks, and what serves its neighbours. */
import type { EvidenceFile } from '../evidence/evidence';
import { strongestFirst } from '../evidence/strongest';
import type { PairedNode } from '../mapping/resolved';
import { evidenceOfCounterpart, servingFor } from '../portfolio/counterparts';
import type { Portfolio } from '../portfolio/portfolio';
import type { StandardNode } from '../standard/standard';
import type { Uri } from '../text/span';
import type { Neighbour } from './neighbours';
import { evidencedNeighbours } from './neighbours';
import type { Point } from './points';
import { pointsOf } from './points';

export interface WhatCounts {
  readonly element: StandardNode;
  readonly points: readonly Point[];
  /** What it has, the strongest first, withdrawn files too. */
  readonly own: readonly EvidenceFile[];
  readonly neighbours: readonly Neighbour[];
  /** What serves its counterparts in other standards, the surest first. */
  readonly counterparts: readonly Counterpart[];
}

export interface Counterpart extends PairedNode {
  /** What the element does not name itself; may be empty. */
  readonly evidence: readonly EvidenceFile[];
}

export function whatCounts(portfolio: Portfolio, element: StandardNode): WhatCounts {
  const own = strongestFirst(portfolio.standard, element.id, portfolio.evidenceFor(element.id));
  const known = new Set<Uri>(own.map(({ uri }) => uri));
  return {
    element,
    points: pointsOf(portfolio, element).points,
    own,
    neighbours: evidencedNeighbours(portfolio, element),
    counterparts: servingFor(portfolio, element).map((one) => ({
      ...one,
      evidence: evidenceOfCounterpart(portfolio, one.node).filter(({ uri }) => !known.has(uri)),
    })),
  };
}
