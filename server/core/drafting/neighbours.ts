/** What serves the neighbours of an element: an example of what would count for it. */
import type { EvidenceFile } from '../evidence/evidence';
import { strongestFirst } from '../evidence/strongest';
import { standingOf } from '../evidence/titleAndStanding';
import type { Portfolio } from '../portfolio/portfolio';
import type { StandardNode } from '../standard/standard';

export interface Neighbour {
  readonly element: StandardNode;
  /** Current, the strongest first; at least one. */
  readonly evidence: readonly EvidenceFile[];
}

/** Elements below the same heading that have current evidence, in the order of the standard. */
export const evidencedNeighbours = (portfolio: Portfolio, element: StandardNode): readonly Neighbour[] =>
  neighboursOf(portfolio, element).flatMap((neighbour) => {
    const current = portfolio
      .evidenceFor(neighbour.id)
      .filter((file) => standingOf(file, portfolio.today) === 'current');
    const evidence = strongestFirst(portfolio.standard, neighbour.id, current);
    return evidence.length > 0 ? [{ element: neighbour, evidence }] : [];
  });

/** The other elements below the same heading; at the top of a standard, the others there. */
function neighboursOf(portfolio: Portfolio, element: StandardNode): readonly StandardNode[] {
  const above = element.ancestors.at(-1);
  const beside = above?.children ?? portfolio.standardOf(element.id).roots;
  return beside.filter(({ id, assessable, inScope }) => assessable && inScope && id !== element.id);
}
