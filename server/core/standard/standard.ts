/**
 * A standard: a tree of nodes of any depth from 1 to 4, and what stands beside it. The format is
 * schemas/standard.schema.json. Nothing here knows Customer Service Excellence.
 */
import type { IdentifierPattern } from './identifiers';
import { compareNaturally } from '../text/naturalOrder';

export interface StandardNode {
  /** Opaque; unique in its standard. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Paragraphs. */
  readonly introduction: readonly string[];
  /** Bullets. */
  readonly guidance: readonly string[];
  /** The transcriber's remark about the text, not part of the standard. */
  readonly note: string;
  /** Evidence can be given for it: an element, and not a group. */
  readonly assessable: boolean;
  /** What the standard calls nodes of this depth, such as Criterion. */
  readonly level: string;
  /** From the top of the tree; empty for a node at the top. */
  readonly ancestors: readonly StandardNode[];
  readonly children: readonly StandardNode[];
}

export interface Rating {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Standard {
  /** A built-in standard's id, or the path under which the manifest names its file. */
  readonly id: string;
  readonly title: string;
  /** Shown wherever the text of the standard is shown at length; may be empty. */
  readonly acknowledgement: string;
  readonly roots: readonly StandardNode[];
  readonly nodes: ReadonlyMap<string, StandardNode>;
  /** The assessable nodes in the order of the standard. */
  readonly elements: readonly StandardNode[];
  /** From best to worst. */
  readonly ratings: readonly Rating[];
  /** At least `percent` of the applicable elements rated `rating` or better. */
  readonly award: { readonly rating: string; readonly percent: number } | undefined;
  /** IDs of earlier editions and what replaced them. */
  readonly retired: ReadonlyMap<string, string>;
  /** The shape of the IDs of elements. */
  readonly elementPattern: IdentifierPattern;
  /** The shape of every ID, those of groups and retired ones too. */
  readonly pattern: IdentifierPattern;
}

/** Elements before others where order is asked for: by the standard's own order, unknown IDs after, naturally. */
export function compareInStandard(standard: Standard): (left: string, right: string) => number {
  const order = new Map(standard.elements.map((element, at) => [element.id, at]));
  return (left, right) =>
    (order.get(left) ?? Infinity) - (order.get(right) ?? Infinity) || compareNaturally(left, right);
}

/** How counts are introduced where an element has others below it, and is one of those that are counted. */
export const withThoseBelow = (counts: string): string => `with those below: ${counts}`;

/** A few words for a node: its title, or its text up to where a clause or a word ends near `length` characters. */
export function shortWords(node: StandardNode, length = 80): string {
  const words = node.title || node.text || node.id;
  if (words.length <= length) return words.replace(/\.$/, '');
  const clause = words.slice(0, length + 1).search(/[,;:][^,;:]*$/);
  const cut = clause >= length / 2 ? clause : words.lastIndexOf(' ', length);
  return `${words.slice(0, cut > 0 ? cut : length)}…`;
}
