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

/** IDs that stand for a node: its own, and those of earlier editions. */
export const idsOf = ({ nodes, retired }: Standard, { id }: StandardNode): readonly string[] => [
  id,
  ...[...retired].flatMap(([old, current]) => (current === id && !nodes.has(old) ? [old] : [])),
];
