/** Whether an ID in running text or a heading is one: `5`, `A` and `A4` may be anything there. */
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import type { StandardNode, Wording } from './standard';
import { wordingsOf } from './wordings';
import { isBare } from './writtenIdentifiers';

/** So many words of the standard behind an ID tell that it is meant. */
const tellingWords = 3;

/**
 * True for every ID with a mark in it, such as 3.2.4. One run of letters or digits is meant where what the standard
 * calls it stands before it (“element 5”), or its own words follow (“5 Say thank you”).
 */
export function isClearMention(node: StandardNode, text: string, { start, end }: Span): boolean {
  if (!isBare(text.slice(start, end))) return true;
  const line = lineAround(text, start);
  const [word = ''] = /[\p{L}-]+(?=[ \t]+$)/u.exec(text.slice(line.start, start)) ?? [];
  return isLevel(word, node) || isFollowed(node, text.slice(end, line.end));
}

/** “points 1” stands for the first of several. */
const isLevel = (word: string, node: StandardNode): boolean =>
  wordingsOf(node).some(({ level }) =>
    [level, `${level}s`, 'element', 'elements'].some((name) => name.toLowerCase() === word.toLowerCase()),
  );

const isFollowed = (node: StandardNode, behind: string): boolean =>
  wordingsOf(node).some((wording) => isFollowedBy(wording, wordsOf(behind)));

function isFollowedBy({ title, text }: Wording, following: readonly string[]): boolean {
  const named = new Set(wordsOf(title));
  // A title is often cut short: `# 1 Insight` of “Customer Insight”.
  if (following.length > 0 && following.every((word) => named.has(word))) return true;
  return [title, text].some((said) => {
    const own = wordsOf(said).slice(0, tellingWords);
    return own.length > 0 && own.every((word, at) => word === following[at]);
  });
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
