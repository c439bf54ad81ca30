/** A cell as its reader sees it, for those who look for a word, a date or an ID in it. */
import { unescapeMarkdown } from '../../words/unescapeMarkdown';
import { oneLine } from '../../words/oneLine';

/** Without marks of emphasis, code and links, in lower case, each run of white space as one space. */
export const plainCell = (text: string): string => oneLine(withoutMarks(text).toLowerCase());

/** No word, date or ID is longer; a stranger's cell of a million stars is not looked at to its end. */
const longest = 1000;

/** Without the marks of emphasis, code and links that stand around all of a text. */
export function withoutMarks(text: string): string {
  const short = text.trim().slice(0, longest);
  const link = /^\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])$/.exec(short);
  return (link?.[1] ?? short).trim().replace(/^[*_`~]+|(?<!\\)[*_`~]+$/g, '');
}

/**
 * The ID that a cell holds: one word with a digit in it, as a link, in bold or with a full stop at its end too. More
 * words are a heading, such as `1.1 Customer Identification`.
 */
export function idIn(cell: string): string | undefined {
  const word = unescapeMarkdown(withoutMarks(cell)).replace(/[.:]$/, '');
  return /^\S{1,60}$/.test(word) && /\d/.test(word) ? word : undefined;
}
