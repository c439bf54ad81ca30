/** IDs of earlier editions: what has replaced them, and how that is said wherever one stands. */
import type { Standard, StandardNode } from './standard';
import { shortWords } from './standard';

/** The node that an ID stands for; of a retired one, what replaced it. */
export const nodeNamed = ({ nodes, retired }: Standard, id: string): StandardNode | undefined =>
  nodes.get(id) ?? nodes.get(retired.get(id) ?? '');

/** What has replaced an ID; undefined for one that the standard has, or never had. */
export const replacementOf = (standard: Standard, id: string): StandardNode | undefined =>
  standard.nodes.has(id) ? undefined : nodeNamed(standard, id);

/** `9.9 is now 1.2, “The opening hours are known”.` */
export const replacedWords = (id: string, replacement: StandardNode): string =>
  `${id} is now ${replacement.id}, “${shortWords(replacement)}”.`;

const known = new WeakMap<Standard, ReadonlyMap<string, readonly string[]>>();

/** The IDs of earlier editions that an ID has replaced. */
export function retiredIdsOf(standard: Standard, id: string): readonly string[] {
  if (standard.retired.size === 0) return [];
  let replaced = known.get(standard);
  if (!replaced) {
    const byNew = new Map<string, string[]>();
    for (const [old, current] of standard.retired) {
      if (standard.nodes.has(old)) continue;
      const ids = byNew.get(current);
      if (ids) ids.push(old);
      else byNew.set(current, [old]);
    }
    known.set(standard, byNew);
    replaced = byNew;
  }
  return replaced.get(id) ?? [];
}

/** IDs that stand for a node: its own, and those of earlier editions. */
export const idsOf = (standard: Standard, { id }: StandardNode): readonly string[] => [
  id,
  ...retiredIdsOf(standard, id),
];
