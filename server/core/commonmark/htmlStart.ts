/** Whether a line begins a block of HTML, and with what it ends: the seven kinds of CommonMark, as micromark reads them. */

/** Found in a line, it ends the block with that line; `blank`: an empty line does. */
export type HtmlEnd = RegExp | 'blank';

const names =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';
const value = `(?:"[^"]*"(?=[ \\t/>])|'[^']*'(?=[ \\t/>])|[^ \\t"'/<=>\`]+|(?=/))`;
const attribute = `[ \\t]+[:A-Z_a-z][\\w.:-]*(?:[ \\t]*=[ \\t]*${value})?`;

const raw = /^<(?:pre|script|style|textarea)(?=[ \t>]|$)/i;
const rawEnd = /<\/(?:pre|script|style|textarea)>/i;
const block = new RegExp(`^</?(?:${names})(?=[ \\t>]|/>|$)`, 'i');
const whole = new RegExp(
  `^(?:<[A-Za-z][A-Za-z\\d-]*(?:${attribute})*[ \\t]*/?>|</[A-Za-z][A-Za-z\\d-]*[ \\t]*>)[ \\t]*$`,
);

/**
 * @param line from its angle bracket on
 * @param interrupts a paragraph would go on otherwise, which a tag of any name does not end
 * @returns undefined where no block begins
 */
export function htmlStart(line: string, interrupts: boolean): HtmlEnd | undefined {
  if (raw.test(line)) return rawEnd;
  if (line.startsWith('<!--')) return /-->/;
  if (line.startsWith('<?')) return /\?>/;
  if (/^<![A-Za-z]/.test(line)) return />/;
  if (line.startsWith('<![CDATA[')) return /(?:^|[^\]])(?:\]\])+>/;
  if (block.test(line)) return 'blank';
  return !interrupts && whole.test(line) ? 'blank' : undefined;
}

/** Whether the line with which a block begins ends it too. What opens it may be a part of what closes it: `<!-->`. */
export function endsAtOnce(line: string, end: HtmlEnd): boolean {
  if (end === 'blank') return false;
  const opener = line.startsWith('<!--') ? '<!'.length : line.startsWith('<?') ? '<'.length : 0;
  return end.test(line.slice(opener));
}
