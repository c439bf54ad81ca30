/** `what-if --format json`: a contract. Numbers are of elements. */
import type { AwardIf, StandardIf, WhatIf } from '../../core/drafting/whatIf';
import { reachedIn } from '../../core/drafting/whatIf';
import type { AwardStanding } from '../../core/portfolio/assessment';
import type { StandardNode } from '../../core/standard/standard';
import { relativePath } from '../../core/text/uri';
import { printableJson } from '../output/terminal';

export const whatIfAsJson = ({ portfolio, supposition, day, standards }: WhatIf): string =>
  `${printableJson({
    version: 1,
    title: portfolio.title,
    supposed: {
      withdrawn: supposition.withdrawn.map(({ uri }) => relativePath(portfolio.root, uri)),
      rated: supposition.rated.map(({ element, rating }) => ({ element: element.id, rating: rating.id })),
      rater: supposition.rater,
    },
    day,
    standards: standards.map(standardAsJson),
  })}\n`;

function standardAsJson({ standard, awards, elements }: StandardIf): object {
  const { now, then } = standard;
  return {
    name: now.name ?? null,
    id: now.standard.id,
    coverage: { now: now.summary(), then: then.summary() },
    awards: awards.map(({ rater, rated, backed }) => ({
      rater,
      now: standing(rated.now),
      then: standing(rated.then),
      withCurrentEvidence: { now: standing(backed.now), then: standing(backed.then) },
    })),
    parts: now.roots.map((root) => ({
      id: root.id,
      coverage: { now: now.summary([root]), then: then.summary([root]) },
      awards: awards.map(({ rater, rated, backed }) => ({
        rater,
        ...reached(standard, rated, root),
        withCurrentEvidence: reached(standard, backed, root),
      })),
    })),
    elements: elements.map(({ element, state, current, rating }) => ({
      id: element.id,
      state,
      current,
      rating: { now: rating.now?.id ?? null, then: rating.then?.id ?? null },
    })),
  };
}

const reached = (
  { now, then }: StandardIf['standard'],
  pair: AwardIf['rated'],
  root: StandardNode,
): object => ({
  now: reachedIn(now, pair.now, root).reached,
  then: reachedIn(then, pair.then, root).reached,
});

const standing = ({ rating, percent, applicable, reached, needed }: AwardStanding): object => ({
  rating: rating.id,
  percent,
  applicable,
  reached,
  needed,
  isReached: reached >= needed,
});
