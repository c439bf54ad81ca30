/**
 * A text in sections that every parser reads by themselves: what one of them is in doubt of, is not asked of the others.
 * A line that begins with a letter or with the mark of a heading, behind an empty one, ends whatever is open, but for
 * code between fences and HTML that goes on until its own end.
 */

/** In characters: with fewer, most of the work would be that of beginning anew. */
const shortest = 1500;

/** In one piece where the text is short. Each ends with an empty line, but for the last; all of them are the text. */
export function sectionsOf(text: string): readonly string[] {
  const sections: string[] = [];
  let start = 0;
  let at = 0;
  let isAfterBlank = false;
  let end: RegExp | undefined;
  while (at < text.length) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    const line = text.slice(at, next);
    if (end) {
      if (end.test(line)) end = undefined;
    } else {
      if (isAfterBlank && at - start >= shortest && /^[A-Za-z#]/.test(line)) {
        sections.push(text.slice(start, at));
        start = at;
      }
      end = endOf(line);
    }
    isAfterBlank = /^[ \t]*\n?$/.test(line);
    at = next;
  }
  return [...sections, text.slice(start)];
}

/** By what a block ends that may hold empty lines, and does not end with the line in which it begins. */
function endOf(line: string): RegExp | undefined {
  const [, fence] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence}`);
  const [, html] =
    /^ {0,3}<(!--|\?|!\[CDATA\[|![a-z]|(?:script|pre|style|textarea)(?=[\s>]))/i.exec(line) ?? [];
  const closer = html === undefined ? undefined : closerOf(html);
  return closer?.test(line.slice(line.indexOf('<') + 2)) === true ? undefined : closer;
}

const closerOf = (opener: string): RegExp => {
  if (opener === '!--') return /-->/;
  if (opener === '?') return /\?>/;
  if (opener === '![CDATA[') return /\]\]>/;
  return opener.startsWith('!') ? />/ : /<\/(?:script|pre|style|textarea)>/i;
};
