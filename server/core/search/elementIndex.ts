/** The words of a standard's elements, ready to be searched; made when it is first asked for. */
import MiniSearch from 'minisearch';
import type { SearchOptions } from 'minisearch';
import { stemmer } from 'stemmer';
import type { Lexicon, StandardNode } from '../standard/standard';
import { titleOf } from '../standard/standard';
import { wordingsOf } from '../standard/wordings';
import { editDistance } from '../text/editDistance';
import type { Term } from './terms';
import { isPair, termsOf } from './terms';

/** An element with what led to it. */
export interface FoundElement {
  readonly element: StandardNode;
  /** From 0 to 1, as a share of the best. */
  readonly score: number;
  /** Words and phrases that led to it, those that say most first. */
  readonly because: readonly string[];
}

export interface ElementIndex {
  /** Whether an element has the term as it is. */
  readonly knows: (term: string) => boolean;
  /** How much a term tells elements apart: 0 for one that is in all of them. */
  readonly rarity: (term: string) => number;
  /** How the standard writes a term; empty where it does not have it. */
  readonly written: (term: string) => string;
  /** Whether a word of the standard begins so. */
  readonly begins: (term: string) => boolean;
  /** The terms of the words that are the fewest edits away, and no more than so many. */
  readonly nearest: (word: string, edits: number) => readonly string[];
  /** Elements that have any of the terms, best first. */
  readonly search: (terms: Iterable<string>, options?: SearchOptions) => readonly Hit[];
}

export interface Hit {
  readonly element: StandardNode;
  readonly score: number;
  /** Terms of the element. */
  readonly terms: readonly string[];
}

/** What is searched, with its weight: what a colleague says, and what the element itself asks for, say most. */
export const fieldWeights = { keywords: 2, inKeywords: 1, text: 1.5, guidance: 1, above: 0.5 };
type Field = keyof typeof fieldWeights;

/**
 * BM25's k and b as its authors advise. Without BM25+'s d, which rewards a word for being there at all: a long text has
 * nearly every word once.
 */
const bm25 = { k: 1.2, b: 0.7, d: 0 };

const termsIn: Readonly<Record<Field, (element: StandardNode) => readonly Term[]>> = {
  // Each is a phrase of its own: what it says is said by all of it, and less by a word of it.
  keywords: ({ keywords }) =>
    keywords
      .map(termsOf)
      .flatMap((terms) => (terms.length === 1 ? terms : terms.filter(({ term }) => isPair(term)))),
  inKeywords: ({ keywords }) =>
    keywords
      .map(termsOf)
      .flatMap((terms) => (terms.length === 1 ? [] : terms.filter(({ term }) => !isPair(term)))),
  // In all languages of the standard: who searches may know it by another than that in which it is shown.
  text: (element) =>
    termsOf([element.short, ...wordingsOf(element).flatMap(({ title, text }) => [title, text])].join('\n\n')),
  guidance: (element) =>
    termsOf(
      wordingsOf(element)
        .flatMap(({ guidance }) => guidance)
        .join('\n\n'),
    ),
  above: ({ ancestors }) => termsOf(ancestors.map(titleOf).join('\n\n')),
};
const fields = Object.keys(fieldWeights) as Field[];

const indexes = new WeakMap<Lexicon, ElementIndex>();
const begun = new WeakMap<Lexicon, Generator<undefined, ElementIndex>>();

export function indexOf(standard: Lexicon): ElementIndex {
  const steps = stepsTo(standard);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Makes the index step by step, for who has time between two keystrokes: with 1,200 elements, all at once takes longer
 * than one of them may. Who asks before the end goes on from there.
 */
export function* stepsTo(standard: Lexicon): Generator<undefined, ElementIndex> {
  const known = indexes.get(standard);
  if (known) return known;
  const steps = begun.get(standard) ?? makeIndex(standard);
  begun.set(standard, steps);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      indexes.set(standard, step.value);
      return step.value;
    }
    yield;
    // Somebody may have made it meanwhile.
    const made = indexes.get(standard);
    if (made) return made;
  }
}

/** As the library is told of it: by its place in the standard, with the terms of each field. */
interface SearchedElement {
  readonly id: number;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
}

/** The library takes texts, and takes them apart again: one line is one term. Nothing at all is no field. */
const linesOf = (terms: readonly Term[]): string | undefined =>
  terms.length === 0 ? undefined : terms.map(({ term }) => term).join('\n');

/** So many elements at a time take a few milliseconds. */
const elementsInStep = 10;

function* makeIndex({ elements }: Lexicon): Generator<undefined, ElementIndex> {
  const frequency = new Map<string, number>();
  const writings = new Map<string, string>();
  /** The terms of all single words, in every form. */
  const words = new Map<string, string>();
  const search = new MiniSearch<SearchedElement>({
    fields,
    extractField: ({ id, terms }, name) => (name === 'id' ? id : linesOf(terms.get(name) ?? [])),
    stringifyField: String,
    tokenize: (lines) => lines.split('\n'),
    processTerm: (term) => term,
  });
  for (const [id, element] of elements.entries()) {
    const terms = new Map<string, readonly Term[]>(fields.map((field) => [field, termsIn[field](element)]));
    const all = [...terms.values()].flat();
    for (const { term, written } of all) {
      if (!writings.has(term)) writings.set(term, written);
      if (!isPair(term)) words.set(written, term);
    }
    for (const term of new Set(all.map(({ term }) => term)))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
    search.add({ id, terms });
    if (id % elementsInStep === elementsInStep - 1) yield;
  }
  return {
    knows: (term) => frequency.has(term),
    rarity: (term) => Math.log((elements.length + 1) / (frequency.get(term) ?? elements.length + 1)),
    written: (term) => writings.get(term) ?? '',
    begins: (term) => [...words.values()].some((known) => known.startsWith(term)),
    nearest: (word, edits) => nearestTerms(words, word, edits),
    search: (terms, options) =>
      search
        .search([...terms].join('\n'), { bm25, boost: fieldWeights, ...options })
        .flatMap(({ id, score, terms: found }) => {
          const element = elements[Number(id)];
          return element ? [{ element, score, terms: found }] : [];
        }),
  };
}

const distanceWithin = (known: string, word: string, most: number): number =>
  Math.abs(known.length - word.length) > most ? Infinity : editDistance(known, word);

function nearestTerms(words: ReadonlyMap<string, string>, word: string, edits: number): readonly string[] {
  let least = edits;
  let found = new Set<string>();
  const stem = stemmer(word);
  for (const [known, term] of words) {
    // By their stems too: `recruting` is nearer to `recruitment` than its end lets it seem.
    const distance = Math.min(distanceWithin(known, word, least), distanceWithin(term, stem, least));
    if (distance > least) continue;
    if (distance < least) found = new Set();
    least = distance;
    found.add(term);
  }
  return [...found];
}

/** More than so many nobody looks through. */
const mostFound = 100;

/**
 * The best of them.
 *
 * @param written how a term stands in what was asked with
 * @param weight how much a term says
 */
export function foundElements(
  hits: readonly Hit[],
  written: (term: string) => string,
  weight: (term: string) => number,
): readonly FoundElement[] {
  const best = hits[0]?.score ?? 1;
  return hits.slice(0, mostFound).map(({ element, score, terms }) => ({
    element,
    score: Math.round((score / best) * 1000) / 1000,
    because: reasonsOf(terms, written, weight),
  }));
}

/** More than so many are no reason any more, but a list. */
const reasonsShown = 5;

function reasonsOf(
  terms: readonly string[],
  written: (term: string) => string,
  weight: (term: string) => number,
): readonly string[] {
  // A phrase says what its words say.
  const inPhrases = new Set(terms.filter(isPair).flatMap((term) => term.split(' ')));
  const reasons = terms
    .filter((term) => !inPhrases.has(term))
    .sort((left, right) => weight(right) - weight(left))
    .map(written);
  return [...new Set(reasons)].slice(0, reasonsShown);
}
