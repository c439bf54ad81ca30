/** How much two texts are alike, for people who ask whether they are the same thing in other words. */
import { significantWords } from '../text/words';

/** No more of a text is looked at: what a stranger's file holds may be long. */
const longest = 2000;

/**
 * From 0 to 1. 1: the same letters and digits. Words count as much as runs of letters, so that another order of words
 * and a slip of the pen both leave texts alike. A text that another one goes on from is like it.
 */
export function textLikeness(left: string, right: string): number {
  const [first, second] = [beginningOf(left), beginningOf(right)];
  const [one, other] = [lettersOf(first), lettersOf(second)];
  if (one === other) return 1;
  if (one === '' || other === '') return 0;
  const words = overlap(allWords(first), allWords(second));
  const pairs = overlap(pairsOf(one), pairsOf(other));
  const alike = (words + pairs) / 2;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 12 && long.startsWith(short) ? Math.max(alike, 0.85) : alike;
}

/** Letters that a font has drawn as one (`ﬁ`) are the two that were meant. */
const beginningOf = (text: string): string => text.slice(0, longest).normalize('NFKC').toLowerCase();

const lettersOf = (beginning: string): string => beginning.replace(/[^\p{L}\p{N}]/gu, '');

/** The words that say something; all of them where none does. @param beginning has letters or digits */
function allWords(beginning: string): ReadonlySet<string> {
  const words = new Set(significantWords(beginning));
  // Numbers tell one action from another: “phase 1” and “phase 2”.
  for (const [number] of beginning.matchAll(/\p{N}+/gu)) words.add(number);
  if (words.size === 0) for (const [word] of beginning.matchAll(/[\p{L}\p{N}]+/gu)) words.add(word);
  return words;
}

function pairsOf(letters: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at < letters.length - 1; at++) pairs.add(letters.slice(at, at + 2));
  return pairs.size > 0 ? pairs : new Set([letters]);
}

/** What two sets, neither of them empty, share, as a share of both (Dice). */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of left) if (right.has(one)) shared++;
  return (2 * shared) / (left.size + right.size);
}
