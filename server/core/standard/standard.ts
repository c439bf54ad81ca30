/**
 * A standard: a tree of nodes of any depth, and what stands beside it. The format is
 * schemas/standard.schema.json. Nothing here knows Customer Service Excellence.
 */
import type { IdentifierPattern } from './identifiers';
import type { Translation } from './translations';
import { compareNaturally } from '../text/naturalOrder';

export interface StandardNode {
  /** Opaque; unique in its portfolio: with the name of its standard before it where that has one, as in `ISO:9.1.2`. */
  readonly id: string;
  /** As its standard writes it: the same, where the standard has no name in the portfolio. */
  readonly ownId: string;
  /** What the portfolio calls its standard, where it has names for its standards. */
  readonly standard: string | undefined;
  /** False outside the profile that the portfolio is kept against; of a group, where all below it is. */
  readonly inScope: boolean;
  /** False for a group that the standard gives no ID: its title stands in the ID's place, and nowhere else. */
  readonly hasId: boolean;
  readonly title: string;
  /** A few words for narrow places, where the title or the text is long; may be empty. */
  readonly short: string;
  readonly text: string;
  /** Paragraphs. */
  readonly introduction: readonly string[];
  /** Bullets. */
  readonly guidance: readonly string[];
  /** The transcriber's remark about the text, not part of the standard. */
  readonly note: string;
  /** Words that people use for it, and the standard does not. */
  readonly keywords: readonly string[];
  /** IDs of the profiles that it belongs to. */
  readonly profiles: readonly string[];
  /** IDs of this standard, or of another one with its name and a colon before it. */
  readonly related: readonly string[];
  /** Evidence can be given for it: an element, and not a group. */
  readonly assessable: boolean;
  /** What the standard calls nodes of this depth, such as Criterion. */
  readonly level: string;
  /** From the top of the tree; empty for a node at the top. */
  readonly ancestors: readonly StandardNode[];
  readonly children: readonly StandardNode[];
  /** What it says in all the languages in which its standard says it, its own words first; absent where that is one. */
  readonly wordings?: readonly Wording[];
}

/** What a node says in one language; what is not said in it is empty. */
export type Wording = Pick<StandardNode, 'title' | 'text' | 'introduction' | 'guidance' | 'level'>;

export interface Rating {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What it is called in each language of its standard, its own first; absent where that is one. */
  readonly titles?: readonly string[];
}

/** A part of the standard that a portfolio may be kept against: a baseline, a level, an implementation group. */
export type Profile = Rating;

/** Where IDs are looked up: the nodes of a standard, or of all the standards of a portfolio as one. */
export interface Lexicon {
  /** What an ID that is not here is no element of. */
  readonly title: string;
  /** Shown wherever the text of the standard is shown at length; may be empty. */
  readonly acknowledgement: string;
  /** Whatever else people may call it, and say before an ID of it. */
  readonly names: { readonly titles: readonly string[]; readonly short: readonly string[] };
  readonly roots: readonly StandardNode[];
  readonly nodes: ReadonlyMap<string, StandardNode>;
  /** The assessable nodes in the order of the standard, those that are out of scope left out. */
  readonly elements: readonly StandardNode[];
  /** IDs of earlier editions and the nodes that have replaced each: one, several or none. */
  readonly retired: ReadonlyMap<string, readonly string[]>;
  /** The shape of the IDs of elements. */
  readonly elementPattern: IdentifierPattern;
  /** The shape of every ID, those of groups and retired ones too. */
  readonly pattern: IdentifierPattern;
  /** Where the standards of the portfolio have names. */
  readonly several?: Several;
}

/** How IDs are written where standards have names. */
export interface Several {
  readonly names: readonly string[];
  /** By name, what each standard is called in full, in all its languages. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  /** The ID that a text names, with its standard's name; undefined where it is none, or could be of two. */
  readonly canonical: (text: string) => string | undefined;
  /** Where a text could be an ID of two standards or more: each of them. Empty elsewhere. */
  readonly candidates: (text: string) => readonly string[];
  /** The shortest way to write an ID: without a name, where that is enough. */
  readonly shortest: (id: string) => string;
  /** All that names an ID. */
  readonly writings: readonly string[];
}

export interface Standard extends Lexicon {
  /** A built-in standard's id, or the path under which the manifest names its file. */
  readonly id: string;
  /** As its publisher calls it, such as 2022 or Rev. 5; may be empty. */
  readonly edition: string;
  /** From best to worst. */
  readonly ratings: readonly Rating[];
  /** At least `percent` of the applicable elements rated `rating` or better. */
  readonly award: { readonly rating: string; readonly percent: number } | undefined;
  /**
   * As `retired`, of IDs that the standard has again, for something else: `1.1: 1.2` beside `1.2: 1.1`, or a part that
   * has kept the ID of the whole. Only who comes from the earlier edition may follow it: here, the ID is the node's own.
   */
  readonly reused: ReadonlyMap<string, readonly string[]>;
  readonly profiles: readonly Profile[];
  /** The language of its own words, such as `en`; may be empty. */
  readonly language: string;
  /** By language, such as `cy`. */
  readonly translations: ReadonlyMap<string, Translation>;
}

/** An ID as it is known, of what somebody wrote; the same text, where it is none. */
export const knownId = ({ several }: Lexicon, written: string): string =>
  several?.canonical(written) ?? written;

/** Elements before others where order is asked for: by the standard's own order, unknown IDs after, naturally. */
export function compareInStandard(standard: Lexicon): (left: string, right: string) => number {
  const order = orderOf(standard);
  const known = (id: string): string => knownId(standard, id);
  return (left, right) =>
    (order.get(known(left)) ?? Infinity) - (order.get(known(right)) ?? Infinity) ||
    compareNaturally(left, right);
}

const orders = new WeakMap<Lexicon, ReadonlyMap<string, number>>();

/** The places of elements among all, counted once for each standard: it may be asked for at each keystroke. */
function orderOf(standard: Lexicon): ReadonlyMap<string, number> {
  const order = orders.get(standard) ?? new Map(standard.elements.map((element, at) => [element.id, at]));
  orders.set(standard, order);
  return order;
}

/** How counts are introduced where an element has others below it, and is one of those that are counted. */
export const withThoseBelow = (counts: string): string => `with those below: ${counts}`;

/** The title of a node; of a group without an ID, where it stands in the ID’s place, too. */
export const titleOf = ({ ownId, hasId, title }: StandardNode): string => (hasId ? title : title || ownId);

/** An ID and its title, where it has one; the title alone of a group without an ID. */
export const idAndTitle = (node: StandardNode): string =>
  node.hasId ? `${node.id} ${node.title}`.trim() : titleOf(node);

/** An ID and a few words for it, or only one of them where there is no more to be said. */
export function nameInList(node: StandardNode, length?: number, gap = ' '): string {
  const words = shortWords(node, length);
  if (!node.hasId) return words;
  return words === node.ownId ? node.id : `${node.id}${gap}${words}`;
}

/** A few words for a node: its short ones, its title, or its text up to where a clause or a word ends near `length` characters. */
export function shortWords(node: StandardNode, length = 80): string {
  const words = node.short || node.title || node.text || node.ownId;
  if (words.length <= length) return words.replace(/\.$/, '');
  const clause = words.slice(0, length + 1).search(/[,;:][^,;:]*$/);
  const cut = clause >= length / 2 ? clause : words.lastIndexOf(' ', length);
  return `${words.slice(0, cut > 0 ? cut : length)}…`;
}
