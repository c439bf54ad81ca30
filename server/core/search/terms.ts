/** A text as the terms that are searched: stems of its words, and pairs of neighbours. */
import { stemmer } from 'stemmer';

/** A term, and how the text has it. */
export interface Term {
  /** A stem; of a pair both, with a space before each: no word is the beginning of a pair. */
  readonly term: string;
  /** As it stands in the text, in lower case. */
  readonly written: string;
}

/** Words that say nothing about a subject; in a question less than in a text. */
const common = new Set(
  (
    'a about after all also am an and any are as at be because been before being between both but by can could did do does each ' +
    'example examples few for from get got had has have he her here hers him his how i if in include including into is ' +
    'it its just let made make many may me more most much must my no not now of off on only or other our out over ' +
    'own per same she should show so some such than that the their them then there these they this those through to too under up ' +
    'us use used using very was way ways we well were what when where which while who whose why will with within would you your'
  ).split(' '),
);

/**
 * Words that stand in any text about a service, and say little of what it is about but beside another: `first contact`,
 * `one to one`, `next steps`.
 */
const general = new Set(
  (
    'one two three four five six seven eight nine ten twelve day week month year hour minute time times today last next new full ' +
    'people person someone everyone get give take come go keep hold number part thing place sort kind way lot different ' +
    'think want need like good great nice well better long big small done follow point sure further account run line set taking'
  )
    .split(' ')
    .map((word) => stemmer(word)),
);

/** Whether a term says little by itself, whatever the standard. */
export const isGeneral = (term: string): boolean => general.has(term);

/** Whether a term is a pair of words. */
export const isPair = (term: string): boolean => term.startsWith(' ');

/** The longest word that is one: what is longer is an address or a mistake, and slow to compare. */
const longest = 40;

/**
 * The terms of a text in its order, each as often as it stands there. A pair stands behind its second word; nothing but
 * spaces, a hyphen or an apostrophe and words that say nothing is between its words. `you said we did` has none but
 * `said`.
 */
export function termsOf(text: string): readonly Term[] {
  const terms: Term[] = [];
  let before: (Term & { readonly start: number }) | undefined;
  let end = 0;
  const lower = text.toLowerCase();
  for (const { 0: found, index } of lower.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
    // A sentence, a cell or a line of its own ends what belongs together.
    if (/[^\s\-–]|\n\s*\n/u.test(lower.slice(end, index))) before = undefined;
    end = index + found.length;
    const word = found.replace(/['’]s?$/u, '').replace(/['’]/gu, '');
    if (common.has(word) || word.length > longest || (word.length < 2 && !/\d/.test(word))) continue;
    const single: Term = { term: stemmer(word), written: word };
    terms.push(single);
    if (before)
      terms.push({
        term: ` ${before.term} ${single.term}`,
        written: lower.slice(before.start, end).replace(/\s+/g, ' '),
      });
    before = { ...single, start: index };
  }
  return terms;
}
