/** What a question is searched by: its words, others that say the same, and what they may be slips for. */
import { stemmer } from 'stemmer';
import type { ElementIndex } from './elementIndex';
import { sameWords } from './sameWords';
import { isGeneral, isPair, termsOf } from './terms';

/** A term, and what it counts for. */
export interface QuestionTerm {
  readonly weight: number;
  /** What the question has for it, or for a slip what the standard has. */
  readonly written: string;
  /** Whether it may be the beginning of a longer word. */
  readonly isBegun: boolean;
}

/** How far from a word its slips may be: `found` is as good as meant, `nearest` is a guess. */
export type Closeness = keyof typeof slips;

/** How much of a word may be otherwise. */
const slips = { found: 0.25, nearest: 0.4 };
/** With three of its letters changed, `xylophone` is `telephone`. */
const mostSlips = 2;
/** Of words of four letters nearly every one is a slip for another: `food` for `good`, `head` for `hear`. */
const shortestSlipped = { found: 5, nearest: 0 };
/** A word that was put right says so much of what it would say. */
const weightOfRighted = 0.5;
/** A word that stands in any text decides only between elements that the others lead to. */
const weightOfGeneral = 0.25;
/** A beginning of fewer characters begins nearly everything. */
const shortestBeginning = 3;

/** What is asked for by words that say nothing one by one. */
const askedFor = { 'how many': 'statistics. volumes', 'how much': 'cost. charge', 'how long': 'timescale' };
const weightOfAsked = 0.7;

/** By the terms; each with the most that it counts for. */
export function questionTerms(
  index: ElementIndex,
  question: string,
  closeness: Closeness,
): ReadonlyMap<string, QuestionTerm> {
  const together = wordsTogether(index, question);
  const typed = typedTerms(index, together);
  const asked = askedTerms(index, together);
  const others = [...typed].flatMap(([term, { written }]) => termsInPlaceOf(index, term, written, closeness));
  const terms = new Map(typed);
  for (const [term, other] of [...asked, ...others])
    if ((terms.get(term)?.weight ?? 0) < other.weight)
      terms.set(term, { ...other, ...writtenOf(terms.get(term)) });
  return terms;
}

/** What the question has itself, it is found by. */
const writtenOf = (term: QuestionTerm | undefined): Partial<QuestionTerm> =>
  term ? { written: term.written, isBegun: term.isBegun } : {};

function typedTerms(index: ElementIndex, question: string): ReadonlyMap<string, QuestionTerm> {
  const terms = termsOf(question);
  const last = lastWord(question);
  return new Map(
    terms.map(({ term, written }) => [
      term,
      {
        written,
        weight: isGeneral(term) ? weightOfGeneral : 1,
        // Who is still typing has only begun a word; a whole one that the standard has is meant as it is.
        isBegun: !isPair(term) && term.length >= shortestBeginning && (term === last || !index.knows(term)),
      },
    ]),
  );
}

/** The term of the word that somebody may be typing yet; none behind a space. */
const lastWord = (question: string): string | undefined =>
  termsOf(/[\p{L}\p{N}]+$/u.exec(question)?.[0] ?? '').at(-1)?.term;

const askedTerms = (index: ElementIndex, question: string): readonly (readonly [string, QuestionTerm])[] =>
  Object.entries(askedFor)
    .filter(([asked]) => question.toLowerCase().includes(asked))
    .flatMap(([written, words]) =>
      termsOf(words)
        .filter(({ term }) => index.knows(term))
        .map(({ term }) => [term, { written, weight: weightOfAsked, isBegun: false }] as const),
    );

/** Others for a term of the question. What the standard knows, begins with or has in other words, is no slip. */
function termsInPlaceOf(
  index: ElementIndex,
  term: string,
  written: string,
  closeness: Closeness,
): readonly (readonly [string, QuestionTerm])[] {
  const isKnown = index.knows(term);
  const same = isGeneral(term) ? [] : sameWords(term).filter((other) => index.knows(other.term));
  // Where the standard has no such word, those in its place are all that is known of it.
  const others = same.map(
    ({ term: other, weight }) => [other, isKnown ? weight : Math.sqrt(weight)] as const,
  );
  const apart = isKnown || isPair(term) ? [] : wordsApart(index, written).map((pair) => [pair, 1] as const);
  const found = [...others, ...apart].map(
    ([other, weight]) => [other, { written, weight, isBegun: false }] as const,
  );
  if (found.length > 0 || isPair(term) || index.begins(term) || written.length < shortestSlipped[closeness])
    return found;
  return index
    .nearest(written, Math.min(mostSlips, Math.floor(written.length * slips[closeness])))
    .map((righted) => [righted, { written: index.written(righted), weight: weightOfRighted, isBegun: false }] as const); // prettier-ignore
}

/** With what is one word to the standard as one, where the question has a hyphen in it: `on-line`. */
const wordsTogether = (index: ElementIndex, question: string): string =>
  question.replace(/\p{L}+(?:[-‐‑–]\p{L}+)+/gu, (word) => {
    const together = word.replace(/[-‐‑–]/g, '');
    return index.knows(stemmer(together.toLowerCase())) ? together : word;
  });

/** Two words to the standard, or one with a hyphen, that a question has as one: `coordinate`. */
const wordsApart = (index: ElementIndex, word: string): readonly string[] =>
  Array.from(word).flatMap((_, at) => {
    if (at < shortestPart || word.length - at < shortestPart) return [];
    const pair = ` ${stemmer(word.slice(0, at))} ${stemmer(word.slice(at))}`;
    return index.knows(pair) ? [pair] : [];
  });

/** `co` is a part of words; one letter is none. */
const shortestPart = 2;
