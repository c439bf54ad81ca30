/** Pairing two lists where some pairs fit. */

import { mostPairs } from '../../tables/pairing';

/**
 * Pairs as many as possible (Kuhn's algorithm), the earliest first where there is a choice. Each value stands in one
 * pair at most. Of more than can be tried (`mostPairs`), those that stand beside each other.
 */
export function pairs<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  fits: (one: Left, other: Right) => boolean,
): ReadonlyMap<Left, Right> {
  const holders = new Map<Right, Left>();
  const mayMove = left.length * right.length <= mostPairs;
  const fitting = new Map(left.map((one) => [one, mayMove ? right.filter((other) => fits(one, other)) : []]));
  const place = (one: Left, tried: Set<Right>): boolean => {
    const choices = fitting.get(one) ?? [];
    const free = choices.find((other) => !holders.has(other));
    if (free !== undefined) {
      holders.set(free, one);
      return true;
    }
    for (const other of choices) {
      const holder = holders.get(other);
      if (tried.has(other) || holder === undefined) continue;
      tried.add(other);
      if (!place(holder, tried)) continue;
      holders.set(other, one);
      return true;
    }
    return false;
  };
  for (const [at, one] of left.entries()) {
    const across = right[at];
    if (mayMove) place(one, new Set());
    else if (across !== undefined && fits(one, across)) holders.set(across, one);
  }
  return new Map([...holders].map(([other, one]) => [one, other]));
}
