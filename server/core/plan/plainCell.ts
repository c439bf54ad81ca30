/** A cell as its reader sees it, for those who look for a word or a date in it. */

/** Without marks of emphasis, code and links, in lower case, each run of white space as one space. */
export const plainCell = (text: string): string =>
  withoutMarks(text).toLowerCase().replace(/\s+/g, ' ').trim();

/** Without the marks of emphasis, code and links that stand around all of a text. */
export function withoutMarks(text: string): string {
  const link = /^\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])$/.exec(text.trim());
  return (link?.[1] ?? text).trim().replace(/^[*_`~]+|[*_`~]+$/g, '');
}
