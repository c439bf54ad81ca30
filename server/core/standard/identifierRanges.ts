/** From one ID to another, in the order of the standard. */
import type { Lexicon } from './standard';

/** More than these is no list that anybody meant to write out. */
const maximumBetween = 300;

export interface Between {
  /** Without the two ends. */
  readonly ids: readonly string[];
  /** Both stand in one group, so that there is one way to count from one to the other. */
  readonly isSameGroup: boolean;
}

/** Undefined where the second does not come behind the first, or they are not of one kind. */
export function identifiersBetween(standard: Lexicon, from: string, to: string): Between | undefined {
  const [first, last] = [standard.nodes.get(from), standard.nodes.get(to)];
  if (!first || !last || first.standard !== last.standard) return undefined;
  const [above, aboveLast] = [first.ancestors.at(-1), last.ancestors.at(-1)];
  const isSameGroup = above === aboveLast;
  if (!isSameGroup && !(first.assessable && last.assessable)) return undefined;
  const row = isSameGroup ? (above?.children ?? standard.roots) : standard.elements;
  const [start, end] = [row.indexOf(first), row.indexOf(last)];
  if (start < 0 || end <= start || end - start > maximumBetween) return undefined;
  return { ids: row.slice(start + 1, end).map(({ id }) => id), isSameGroup };
}
