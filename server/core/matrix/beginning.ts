/** How much of a body has to be read for its first words: a parse of 5,000 whole texts keeps a server busy for twenty seconds. */

/**
 * The beginning of a body, up to a heading behind its first words. Undefined where there is no such heading, where it may be
 * a part of what began before it, such as a block of code, or where what is below may change how the beginning reads.
 */
export function beginningOf(body: string): string | undefined {
  // A link or a footnote may be defined anywhere, and a block of YAML goes on over what looks like a heading.
  if (body.includes(']:') || /^(?:---|\+\+\+)/.test(body)) return undefined;
  for (const { index } of body.matchAll(/(?<=\n[ \t]*\r?\n)#{1,6}[ \t]/g)) {
    const start = body.slice(0, index);
    // HTML and fenced code, too.
    if (/`{3}|~{3}|</.test(start)) return undefined;
    if (/^[ \t]*[^\s#]/m.test(start)) return start;
  }
  return undefined;
}
