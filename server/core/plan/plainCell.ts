/** A cell as its reader sees it, for those who look for a word or a date in it. */
import { oneLine } from '../../words/oneLine';

/** Without marks of emphasis, code and links, in lower case, each run of white space as one space. */
export const plainCell = (text: string): string => oneLine(withoutMarks(text).toLowerCase());

/** No word, date or ID is longer; a stranger's cell of a million stars is not looked at to its end. */
const longest = 1000;

/** Without the marks of emphasis, code and links that stand around all of a text. */
export function withoutMarks(text: string): string {
  const short = text.trim().slice(0, longest);
  const link = /^\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])$/.exec(short);
  return (link?.[1] ?? short).trim().replace(/^[*_`~]+|[*_`~]+$/g, '');
}
