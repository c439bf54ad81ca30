/** IDs of earlier editions: what has replaced them, and how that is said wherever one stands. */
import type { Lexicon, StandardNode } from './standard';
import { shortWords } from './standard';

/** The node that an ID stands for; of a retired one, what replaced it. Undefined where that is not one node. */
export const nodeNamed = (standard: Lexicon, id: string): StandardNode | undefined =>
  standard.nodes.get(id) ?? replacementOf(standard, id);

/** The standard has the ID, or an earlier edition had it. */
export const isNamed = ({ nodes, retired }: Lexicon, id: string): boolean => nodes.has(id) || retired.has(id);

/** What has replaced an ID; undefined for one that the standard has, or never had, and where it is not one node. */
export function replacementOf(standard: Lexicon, id: string): StandardNode | undefined {
  const replacements = replacementsOf(standard, id);
  return replacements?.length === 1 ? replacements[0] : undefined;
}

/** All nodes that have replaced an ID, of which there may be none; undefined for one that is not retired. */
export const replacementsOf = (
  { nodes, retired }: Lexicon,
  id: string,
): readonly StandardNode[] | undefined =>
  nodes.has(id) ? undefined : retired.get(id)?.flatMap((current) => nodes.get(current) ?? []);

/** `9.9 is now 1.2, “The opening hours are known”.` */
export const replacedWords = (id: string, replacement: StandardNode): string =>
  `${id} is now ${named(replacement)}.`;

/** The same of an ID that has been split or dropped: `9.9 is now 1.2, “…”, or 1.3, “…”.` */
export function retiredWords(id: string, replacements: readonly StandardNode[]): string {
  const [only, ...others] = replacements;
  if (!only) return `${id} is no longer in the standard, and nothing has taken its place.`;
  if (others.length === 0) return replacedWords(id, only);
  const shown = replacements.slice(0, maximumNamed).map(named);
  const rest = replacements.length - shown.length;
  const last = rest > 0 ? `${rest} more` : (shown.pop() ?? '');
  return `${id} has been divided among ${shown.join('; ')} and ${last}.`;
}

/** What to do about it. */
export const retiredAdvice = (replacements: readonly StandardNode[]): string =>
  replacements.length === 0
    ? 'Take it out, or write the ID of another element.'
    : replacements.length === 1
      ? 'Write the new ID.'
      : 'Write those that are meant here.';

const maximumNamed = 12;

const named = (node: StandardNode): string => `${node.id}, “${shortWords(node)}”`;

/** For each ID, those of earlier editions that it has replaced. */
interface Earlier {
  /** It alone. */
  readonly alone: ReadonlyMap<string, readonly string[]>;
  /** It, or it and others. */
  readonly any: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Lexicon, Earlier>();

function earlierIn(standard: Lexicon): Earlier {
  const found = known.get(standard);
  if (found) return found;
  const [alone, any] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [old, current] of standard.retired) {
    if (standard.nodes.has(old)) continue;
    for (const id of current) {
      note(any, id, old);
      if (current.length === 1) note(alone, id, old);
    }
  }
  const earlier = { alone, any };
  known.set(standard, earlier);
  return earlier;
}

function note(map: Map<string, string[]>, id: string, old: string): void {
  const ids = map.get(id);
  if (ids) ids.push(old);
  else map.set(id, [old]);
}

/** The IDs of earlier editions that an ID has replaced, and no other ID with it: what is said of them holds for it. */
export const retiredIdsOf = (standard: Lexicon, id: string): readonly string[] =>
  standard.retired.size === 0 ? [] : (earlierIn(standard).alone.get(id) ?? []);

/** Those that have become this one, wholly or in part. */
export const earlierIdsOf = (standard: Lexicon, id: string): readonly string[] =>
  standard.retired.size === 0 ? [] : (earlierIn(standard).any.get(id) ?? []);

/** IDs that stand for a node: its own, and those of earlier editions. */
export const idsOf = (standard: Lexicon, { id }: StandardNode): readonly string[] => [
  id,
  ...retiredIdsOf(standard, id),
];
