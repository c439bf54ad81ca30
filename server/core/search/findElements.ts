/** Elements by words that somebody types: any of them, in any form, with slips, or not typed to their end. */
import { nodeNamed } from '../standard/retired';
import type { Lexicon, StandardNode } from '../standard/standard';
import type { ElementIndex, FoundElement } from './elementIndex';
import { foundElements, indexOf } from './elementIndex';
import { isPair, termsOf } from './terms';

/** What a search comes to. There is always something to go on with. */
export type Found =
  | { readonly kind: 'found'; readonly elements: readonly FoundElement[] }
  /** No element has a word like these; these have words that look a little like them. */
  | { readonly kind: 'nearest'; readonly elements: readonly FoundElement[] }
  /** Nothing is near: the parts of the standard, to look through. */
  | { readonly kind: 'groups'; readonly groups: readonly StandardNode[] };

/** More than anybody types; a text of any length is searched at the same price. */
const longestQuestion = 1000;

/** Best first. An ID is found as what it is, and with it what is below; the beginning of one as those that begin so. */
export function findElements(standard: Lexicon, typed: string): Found {
  const question = typed.slice(0, longestQuestion);
  const named = elementsNamed(standard, question.trim());
  if (named.length > 0) return { kind: 'found', elements: named };
  const begun = elementsBegun(standard, question.trim());
  if (begun.length > 0) return { kind: 'found', elements: begun };
  const index = indexOf(standard);
  for (const kind of ['found', 'nearest'] as const) {
    const elements = searched(index, question, kind);
    if (elements.length > 0) return { kind, elements };
  }
  return { kind: 'groups', groups: standard.roots };
}

function elementsNamed(standard: Lexicon, id: string): readonly FoundElement[] {
  const node = nodeNamed(standard, id);
  return node
    ? withBelow(node).map((element) => ({ element, score: element === node ? 1 : 0.5, because: [id] }))
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

/** How much of a word may be otherwise, by how far the search goes. */
const slips = { found: 0.25, nearest: 0.4 };
/** With three of its letters changed, `xylophone` is `telephone`. */
const mostSlips = 2;
/** A word that was put right says so much of what it would say. */
const weightOfRighted = 0.5;
/** A beginning of fewer characters begins nearly everything. */
const shortestBeginning = 3;

function searched(index: ElementIndex, question: string, kind: keyof typeof slips): readonly FoundElement[] {
  const written = new Map(termsOf(question).map((term) => [term.term, term.written]));
  const righted = new Set(
    [...written].flatMap(([term, word]) => {
      // What is a word of the standard, or begins one, is no slip for another one.
      if (isPair(term) || index.begins(term)) return [];
      return index.nearest(word, Math.min(mostSlips, Math.floor(word.length * slips[kind])));
    }),
  );
  const hits = index.search([...new Set([...written.keys(), ...righted])], {
    prefix: (term) => written.has(term) && !isPair(term) && term.length >= shortestBeginning,
    boostTerm: (term) => (written.has(term) ? 1 : weightOfRighted),
  });
  return foundElements(hits, (term) => written.get(term) ?? index.written(term), index.rarity);
}
