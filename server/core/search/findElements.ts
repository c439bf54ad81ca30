/** Elements by words that somebody types: any of them, in any form, with slips, or not typed to their end. */
import { identifiersAt } from '../standard/identifiersAt';
import { nodeNamed } from '../standard/retired';
import type { Lexicon, StandardNode } from '../standard/standard';
import { isBare } from '../standard/writtenIdentifiers';
import type { ElementIndex, FoundElement } from './elementIndex';
import { foundElements, indexOf } from './elementIndex';
import type { Closeness } from './questionTerms';
import { questionTerms } from './questionTerms';

/** What a search comes to. There is always something to go on with. */
export type Found =
  | { readonly kind: 'found'; readonly elements: readonly FoundElement[] }
  /** No element has a word like these; these have words that look a little like them. */
  | { readonly kind: 'nearest'; readonly elements: readonly FoundElement[] }
  /** Nothing is near: the parts of the standard, to look through. */
  | { readonly kind: 'groups'; readonly groups: readonly StandardNode[] };

/** More than anybody types; a text of any length is searched at the same price. */
const longestQuestion = 1000;

/**
 * Best first. An ID is found as what it is, and with it what is below; the beginning of one as those that begin so. IDs
 * among other words go before what the words find.
 */
export function findElements(standard: Lexicon, typed: string): Found {
  const question = typed.slice(0, longestQuestion);
  const named = elementsNamed(standard, question.trim());
  if (named.length > 0) return { kind: 'found', elements: named };
  const begun = elementsBegun(standard, question.trim());
  if (begun.length > 0) return { kind: 'found', elements: begun };
  const { elements: mentioned, rest } = elementsMentioned(standard, question);
  const index = indexOf(standard);
  if (mentioned.length > 0)
    return { kind: 'found', elements: behind(mentioned, searched(index, rest, 'found')) };
  for (const kind of ['found', 'nearest'] as const) {
    const elements = searched(index, rest, kind);
    if (elements.length > 0) return { kind, elements };
  }
  return { kind: 'groups', groups: standard.roots };
}

/** What the words find says less than an ID that somebody wrote out; what is only near a word says nothing beside it. */
function behind(
  mentioned: readonly FoundElement[],
  searched: readonly FoundElement[],
): readonly FoundElement[] {
  const known = new Set(mentioned.map(({ element }) => element));
  const others = searched.filter(({ element }) => !known.has(element));
  return [...mentioned, ...others.map((found) => ({ ...found, score: found.score * scoreBelow }))];
}

/** The elements whose IDs stand in a question, and what else it says. A number or letters alone are words. */
function elementsMentioned(
  standard: Lexicon,
  question: string,
): { readonly elements: readonly FoundElement[]; readonly rest: string } {
  const ids = identifiersAt(standard, question).filter(({ id }) => !isBare(id));
  const elements = ids.flatMap(({ id }) => elementsNamed(standard, id));
  const once = new Map<StandardNode, FoundElement>();
  for (const found of elements) {
    const known = once.get(found.element);
    if (!known || known.score < found.score) once.set(found.element, found);
  }
  const rest = ids.toReversed().reduce((text, { span: { start, end } }) => `${text.slice(0, start)} ${text.slice(end)}`, question); // prettier-ignore
  return { elements: [...once.values()].sort((left, right) => right.score - left.score), rest };
}

/** Of what is below a group that is named. */
const scoreBelow = 0.5;

function elementsNamed(standard: Lexicon, id: string): readonly FoundElement[] {
  const node = nodeNamed(standard, id);
  return node
    ? withBelow(node).map((element) => ({ element, score: element === node ? 1 : scoreBelow, because: [id] }))
    : [];
}

/** `3.2.` and `ac-2(` begin IDs, if any element's does. Letters alone are words: `ac` may begin `access`. */
function elementsBegun({ elements }: Lexicon, typed: string): readonly FoundElement[] {
  if (!/^\p{L}*[^\p{L}\s]\S*$/u.test(typed)) return [];
  const begin = typed.toLowerCase();
  return elements
    .filter(({ id }) => id.toLowerCase().startsWith(begin))
    .map((element) => ({ element, score: 1, because: [typed] }));
}

const withBelow = (node: StandardNode): readonly StandardNode[] => [
  ...(node.assessable ? [node] : []),
  ...node.children.flatMap(withBelow),
];

function searched(index: ElementIndex, question: string, closeness: Closeness): readonly FoundElement[] {
  const terms = questionTerms(index, question, closeness);
  const hits = index.search(terms.keys(), {
    prefix: (term) => terms.get(term)?.isBegun ?? false,
    boostTerm: (term) => terms.get(term)?.weight ?? 1,
  });
  return foundElements(hits, (term) => terms.get(term)?.written ?? index.written(term), index.rarity);
}
