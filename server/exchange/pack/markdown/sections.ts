/**
 * A text in sections that every parser reads by themselves: what one of them is in doubt of, is not asked of the others.
 * A line that begins with a letter or with the mark of a heading, behind an empty one, ends whatever is open, but for
 * code between fences and HTML that goes on until its own end.
 */

/** In characters: with fewer, most of the work would be that of beginning anew. */
const usual = 1500;

/**
 * In one piece where the text is short. Each ends with an empty line, but for the last; all of them are the text.
 *
 * @param shortest in characters
 */
export function sectionsOf(text: string, shortest = usual): readonly string[] {
  const sections: string[] = [];
  let start = 0;
  let at = 0;
  let isAfterBlank = false;
  let isEnd: IsEnd | undefined;
  while (at < text.length) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    const line = text.slice(at, next);
    if (isEnd) {
      if (isEnd(line)) isEnd = undefined;
    } else {
      if (isAfterBlank && at - start >= shortest && /^[A-Za-z#]/.test(line)) {
        sections.push(text.slice(start, at));
        start = at;
      }
      isEnd = endOf(line);
    }
    isAfterBlank = /^[ \t]*\n?$/.test(line);
    at = next;
  }
  return [...sections, text.slice(start)];
}

type IsEnd = (line: string) => boolean;

/** By what a block ends that may hold empty lines, and does not end with the line in which it begins. */
function endOf(line: string): IsEnd | undefined {
  const [, fence] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
  if (fence !== undefined) return (later) => later.trimStart().startsWith(fence);
  const [, html] =
    /^ {0,3}<(!--|\?|!\[CDATA\[|![a-z]|(?:script|pre|style|textarea)(?=[\s>]))/i.exec(line) ?? [];
  if (html === undefined) return undefined;
  const closer = closerOf(html);
  return closer.test(line.slice(line.indexOf('<') + 2)) ? undefined : (later) => closer.test(later);
}

const closerOf = (opener: string): RegExp => {
  if (opener === '!--') return /-->/;
  if (opener === '?') return /\?>/;
  if (opener === '![CDATA[') return /\]\]>/;
  return opener.startsWith('!') ? />/ : /<\/(?:script|pre|style|textarea)>/i;
};
