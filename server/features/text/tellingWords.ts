/** The words that tell an element from its like, where there is little room: not “We can demonstrate that …”. */
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';

/** A beginning that so many elements share says nothing of any of them. */
const shared = 3;
const minimumWords = 3;

/** By the first words of the elements' texts, how many begin with them. */
const beginnings = new WeakMap<Lexicon, ReadonlyMap<string, number>>();

/** Near `length` characters; a node that has a title is told by it. */
export function tellingWords(standard: Lexicon, node: StandardNode, length: number): string {
  if (node.short !== '' || node.title !== '' || !node.assessable) return shortWords(node, length);
  const counts = beginnings.get(standard) ?? countBeginnings(standard);
  beginnings.set(standard, counts);
  const words = wordsOf(node);
  let first = 0;
  while (first < words.length - minimumWords && (counts.get(beginning(words, first + 1)) ?? 0) >= shared)
    first++;
  return shortWords({ ...node, text: words.slice(first).join(' ') }, length);
}

function countBeginnings({ elements }: Lexicon): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const words = wordsOf(element).slice(0, 12);
    words.forEach((_, at) => {
      const key = beginning(words, at + 1);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  return counts;
}

const wordsOf = ({ text }: StandardNode): readonly string[] =>
  text.split(/\s+/).filter((word) => word !== '');

const beginning = (words: readonly string[], length: number): string =>
  words.slice(0, length).join(' ').toLowerCase();
