/** What a node of a standard names as related: parts of the same standard, and of others (`NAME:ID`). */
import { nodeNamed } from './retired';
import type { Lexicon, StandardNode } from './standard';
import { nameInList } from './standard';

/** Enough to tell each from the others. */
const longestName = 60;

/** Each with its words where it is known here, else as it is named. */
export const relatedWords = (standard: Lexicon, { related }: StandardNode): readonly string[] =>
  related.map((id) => {
    const node = nodeNamed(standard, id);
    return node ? nameInList(node, longestName) : id;
  });
