/** What becomes of an ID of one edition in another: by what the newer edition says of retired IDs, and by the words. */
import type { Relation } from '../mapping/relations';
import { ofOnePart } from '../mapping/relations';
import { nodeNamed } from '../standard/retired';
import type { Lexicon, Standard, StandardNode } from '../standard/standard';
import { ownWording } from '../standard/wordings';
import type { Way } from './way';

export type Fate =
  /** It means what it meant. */
  | { readonly kind: 'same' }
  /** One other ID stands in its place. */
  | { readonly kind: 'renamed'; readonly to: string }
  /** Several have taken its place, which may be itself with others: somebody has to say which are meant. */
  | { readonly kind: 'divided'; readonly to: readonly string[] }
  /** It is not in the other edition, which does not say why; `to`: those that sound like it, if any. */
  | { readonly kind: 'lost'; readonly to: readonly string[] }
  /** The ID is there, and its words are those of another one there, of which nothing is said. */
  | { readonly kind: 'shifted'; readonly to: readonly string[] }
  /** More than one of the portfolio's standards has it, this one among them: what it would be in each. */
  | { readonly kind: 'ambiguous'; readonly to: readonly string[] }
  /** A mapping pairs it with these; beside each, how it stands to it, where anybody has said that. */
  | { readonly kind: 'mapped'; readonly to: readonly string[]; readonly how: readonly Said[] }
  /** The other edition says that nothing has taken its place. */
  | { readonly kind: 'dropped' }
  /** Neither edition has it. */
  | { readonly kind: 'unknown' };

type Said = Relation | undefined;

/** From one edition to another, which may be the same one: then only its retired IDs lead anywhere. */
export interface Editions {
  /** Where the IDs of files are looked up before and after: the editions, each with what stands beside it. */
  readonly from: Lexicon;
  readonly to: Lexicon;
  /** The two editions themselves. */
  readonly standard: { readonly from: Standard; readonly to: Standard };
  readonly fateOf: (id: string) => Fate;
  /** The ID that is known before, of what somebody wrote; and the one that is known after. */
  readonly before: (written: string) => string;
  readonly after: (written: string) => string;
  /** How an ID of the newer edition is written where another one was written so. */
  readonly like: (written: string, id: string) => string;
  /** The mapping that says what has become of IDs, where somebody has named one. */
  readonly way?: Way | undefined;
}

export function editionsBetween(from: Standard, to: Standard, way?: Way): Editions {
  const known = new Map<string, Fate>();
  const byWords = idsByWords(to);
  const fateOf = (id: string): Fate => {
    let fate = known.get(id);
    if (!fate) {
      const said = judged(from, to, byWords, id);
      known.set(id, (fate = way ? throughMapping(way, { from, to, said }, id) : said));
    }
    return fate;
  };
  const same = (id: string): string => id;
  return { from, to, standard: { from, to }, fateOf, before: same, after: same, like: (_, id) => id, way };
}

interface SaidOf {
  readonly from: Standard;
  readonly to: Standard;
  /** What the editions themselves say of it. */
  readonly said: Fate;
}

/**
 * What the newer edition says of a retired ID holds. Where that is nothing, the mapping is followed if it leaves no
 * choice, and asked about if it does.
 */
function throughMapping(way: Way, { from, to, said }: SaidOf, id: string): Fate {
  const successors = way.successorsOf(id);
  if (successors.length === 0 || said.kind === 'unknown') return said;
  const isElement = nodeNamed(from, id)?.assessable !== false;
  const ends = new Map<string, Said>();
  for (const { id: next, relation } of successors) {
    const own = isElement ? elementsAt(to, next) : [next];
    const how = own.length > 1 && relation ? (ofOnePart(relation, 'to') ?? relation) : relation;
    for (const end of own) if (!ends.has(end)) ends.set(end, how);
  }
  const retired = said.kind === 'renamed' ? [said.to] : said.kind === 'divided' ? said.to : [];
  if (retired.length > 0 && retired.length === ends.size && retired.every((next) => ends.has(next)))
    return said;
  const [only, ...others] = successors;
  const isClear = only !== undefined && others.length === 0 && ends.size === 1 && ends.has(only.id);
  const isSure = isClear && (only.relation === 'equal' || (!only.relation && way.isAlone(id)));
  if (retired.length === 0 && isClear && only.id === id)
    return isSure || said.kind === 'same' ? { kind: 'same' } : said;
  if (retired.length === 0 && isSure) return { kind: 'renamed', to: only.id };
  const all = [...new Set([...retired, ...ends.keys()])];
  return { kind: 'mapped', to: all, how: all.map((next) => ends.get(next)) };
}

/** Whether something may have to be written in the place of an ID. */
export const isMoved = ({ kind }: Fate): boolean => kind !== 'same' && kind !== 'unknown';

/** The node of an ID in the edition that it is from; what replaced it there, where that is one node. */
export const nodeBefore = ({ from }: Editions, id: string): StandardNode | undefined => nodeNamed(from, id);

function judged(from: Standard, to: Standard, byWords: IdsByWords, id: string): Fate {
  const successors = successorsOf(from, to, id, new Set());
  if (successors === undefined) {
    const node = nodeNamed(from, id);
    if (!node) return { kind: 'unknown' };
    return { kind: 'lost', to: byWords.get(wordsOf(node)) ?? [] };
  }
  const isElement = from.nodes.get(id)?.assessable ?? true;
  // Evidence is given for elements: a group in the place of an element leaves open which of them.
  const ends = isElement ? [...new Set(successors.flatMap((end) => elementsAt(to, end)))] : successors;
  const [only, ...others] = ends;
  if (only === undefined) return { kind: 'dropped' };
  if (others.length > 0) return { kind: 'divided', to: ends };
  if (only !== id)
    return isOtherBelow(from, to, id, only) ? { kind: 'divided', to: [only] } : { kind: 'renamed', to: only };
  const elsewhere = from === to || to.reused.has(id) ? undefined : shiftOf(from, to, byWords, id);
  return elsewhere === undefined ? { kind: 'same' } : { kind: 'shifted', to: [elsewhere, id] };
}

/** What was an element is a group now, and the one element in it says something else. */
function isOtherBelow(from: Standard, to: Standard, id: string, only: string): boolean {
  const [before, now, below] = [from.nodes.get(id), to.nodes.get(id), to.nodes.get(only)];
  if (!before?.assessable || !now || !below || to.reused.has(id)) return false;
  return now.children.length > 0 && wordsOf(before) !== wordsOf(below);
}

/** IDs of the newer edition; undefined where neither says anything. */
function successorsOf(
  from: Standard,
  to: Standard,
  id: string,
  seen: ReadonlySet<string>,
): readonly string[] | undefined {
  if (from.nodes.has(id)) {
    const again = from === to ? undefined : to.reused.get(id);
    if (again) return again;
    return to.nodes.has(id) ? [id] : to.retired.get(id);
  }
  // An ID of a still earlier edition means what that one meant, even if the newer one has it again.
  const earlier = from.retired.get(id);
  if (earlier && from !== to && !seen.has(id)) {
    const chains = earlier.map((next) => successorsOf(from, to, next, new Set([...seen, id])));
    const ends = chains.flatMap((chain) => chain ?? []);
    if (ends.length > 0) return ends;
    return to.retired.get(id) ?? (chains.includes(undefined) ? undefined : []);
  }
  return to.nodes.has(id) ? [id] : to.retired.get(id);
}

function elementsAt(standard: Standard, id: string): readonly string[] {
  const node = standard.nodes.get(id);
  const below = (group: StandardNode): readonly string[] =>
    group.children.flatMap((child) => [...(child.assessable ? [child.id] : []), ...below(child)]);
  return !node || node.assessable ? [id] : below(node);
}

type IdsByWords = ReadonlyMap<string, readonly string[]>;

function idsByWords({ nodes }: Standard): IdsByWords {
  const found = new Map<string, string[]>();
  for (const node of nodes.values()) {
    const words = wordsOf(node);
    if (!node.hasId || words === '') continue;
    const others = found.get(words);
    if (others) others.push(node.id);
    else found.set(words, [node.id]);
  }
  return found;
}

/** Where the words of an ID now stand, and nowhere else, while the ID has others. */
function shiftOf(from: Standard, to: Standard, byWords: IdsByWords, id: string): string | undefined {
  const [before, now] = [from.nodes.get(id), to.nodes.get(id)];
  if (!before || !now || wordsOf(before) === wordsOf(now)) return undefined;
  const [only, ...others] = byWords.get(wordsOf(before)) ?? [];
  if (only === undefined || others.length > 0) return undefined;
  // Another part that had the same words before has kept them, and has not got them.
  const there = from.nodes.get(only);
  return there && wordsOf(there) === wordsOf(before) ? undefined : only;
}

/** All that an element asks for in its standard's own words, as letters: line ends, blanks and capitals aside. */
export function wordsOf(node: StandardNode): string {
  const { title, text, introduction, guidance } = ownWording(node);
  return [title, text, ...introduction, ...guidance].join('\n').replace(/\s+/g, ' ').trim().toLowerCase();
}
