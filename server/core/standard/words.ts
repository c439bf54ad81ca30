/** Texts as bags of words, to compare what a file says with what an element asks for. */
import { significantWords } from '../text/words';
import type { Lexicon } from './standard';
import { wordingsOf } from './wordings';

interface Vocabulary {
  readonly byElement: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many elements use a word. */
  readonly frequency: ReadonlyMap<string, number>;
}

const vocabularies = new WeakMap<Lexicon, Vocabulary>();

/** Texts asked for last, with their answers: while somebody types above a text, it stays the same. */
const recent = new WeakMap<Lexicon, Map<string, ReadonlyMap<string, number>>>();
const maximumRecent = 4;

/** How well a text fits each element: `fitOfElements` of its words. */
export function fitOfText(standard: Lexicon, text: string): ReadonlyMap<string, number> {
  const known = recent.get(standard) ?? new Map<string, ReadonlyMap<string, number>>();
  recent.set(standard, known);
  const fit = known.get(text) ?? fitOfElements(standard, significantWords(text));
  known.delete(text);
  known.set(text, fit);
  for (const oldest of known.keys()) if (known.size > maximumRecent) known.delete(oldest);
  return fit;
}

/**
 * How well a text's words fit each element, from 0 to 1: shared words, the rarer the weightier, as a share
 * of the best. Elements that share nothing are left out.
 */
export function fitOfElements(standard: Lexicon, words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const { byElement, frequency } = vocabularyOf(standard);
  const scores = new Map<string, number>();
  let best = 0;
  for (const [id, own] of byElement) {
    let score = 0;
    for (const word of own)
      if (words.has(word)) score += Math.log((byElement.size + 1) / (frequency.get(word) ?? 1));
    // Long guidance shares more words with everything.
    score /= Math.sqrt(own.size || 1);
    if (score > 0) scores.set(id, score);
    best = Math.max(best, score);
  }
  for (const [id, score] of scores) scores.set(id, score / best);
  return scores;
}

function vocabularyOf(standard: Lexicon): Vocabulary {
  const known = vocabularies.get(standard);
  if (known) return known;
  const byElement = new Map<string, ReadonlySet<string>>();
  const frequency = new Map<string, number>();
  for (const element of standard.elements) {
    const said = wordingsOf(element).flatMap(({ title, text, guidance }) => [title, text, ...guidance]);
    const words = significantWords(said.join('\n'));
    byElement.set(element.id, words);
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const vocabulary = { byElement, frequency };
  vocabularies.set(standard, vocabulary);
  return vocabulary;
}
