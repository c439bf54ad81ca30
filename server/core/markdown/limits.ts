/**
 * Bounds on what one text may ask of the Markdown parser. micromark takes quadratic time, or worse, over some
 * texts that nobody writes: 50 KB from a stranger would keep it busy for minutes. What is beyond a bound is
 * written over before the parse, character for character, so that every offset stays. Up to the bounds, which
 * are far from what people write, nothing is touched.
 */

/** How much a text may hold, and what becomes of the rest. */
export const markdownLimits = {
  /** Quotations, list items and footnotes that one line opens inside each other; one that opens more is taken as empty. */
  nesting: 20,
  /** Columns up to the first word of a line, by which lists nest too; a line further in is taken as empty. */
  columns: 200,
  /** Underlined headings; the rest are paragraphs. */
  underlines: 500,
  /** Quotations and lists that begin, those inside each other included; the rest are paragraphs. */
  containers: 1000,
  /** Footnotes; the rest are paragraphs. Every mark in the text is looked for among them. */
  footnotes: 500,
  /** Stars and underscores in a paragraph that may be emphasis; the rest are letters. */
  emphasis: 600,
  /** Brackets in a paragraph that are open at once, or close nothing; the rest are letters. */
  brackets: 50,
  /** Brackets in a paragraph; the rest are letters. */
  allBrackets: 10_000,
  /** Destinations, or comments and their like, in a paragraph that are open at once; the rest are letters. */
  open: 30,
  /** Backticks in a row; more are letters. */
  backticks: 60,
} as const;

/** The same text, or one of the same length with spaces and letters for what is beyond the limits. */
export function withinLimits(text: string): string {
  let underlines = 0;
  let containers = 0;
  let footnotes = 0;
  let paragraph = newParagraph(false);
  let inside: 'nothing' | 'list' | 'quotation' = 'nothing';
  const lines = text.split(/(\r\n|\r|\n)/);
  for (const [at, line] of lines.entries()) {
    // Every other one is the end of the line before.
    if (at % 2 === 1) continue;
    const { markers, start } = prefixOf(line);
    const prefix = line.slice(0, start);
    const content = line.slice(start);
    if (isUnderline(prefix, content) && ++underlines > markdownLimits.underlines) {
      lines[at] = prefix.replaceAll('-', ' ') + blank(content);
      continue;
    }
    if (markers > markdownLimits.nesting || columnsOf(prefix) > markdownLimits.columns) {
      lines[at] = blank(line);
      continue;
    }
    if (content === '') paragraph = newParagraph(false);
    else if (interrupts(line, paragraph.isOrdered)) paragraph = newParagraph(/^ {0,2}\d/.test(line));
    // A list goes on after an empty line and where a line is indented, a quotation does not.
    if (markers === 0 && (inside === 'quotation' || /^ ?\S/.test(line))) inside = 'nothing';
    if (markers > 0 && inside === 'nothing') containers += markers;
    if (prefix.includes('[^')) footnotes++;
    const isBeyond =
      (markers > 0 && inside === 'nothing' && containers > markdownLimits.containers) ||
      (prefix.includes('[^') && footnotes > markdownLimits.footnotes);
    if (markers > 0 && !isBeyond) inside = prefix.includes('>') ? 'quotation' : 'list';
    lines[at] = (isBeyond ? blank(prefix) : prefix) + tamed(line, start, paragraph);
  }
  return lines.join('');
}

/** A hyphen alone looks like the mark of a list item. */
const isUnderline = (prefix: string, content: string): boolean =>
  content === '' ? /-[ \t]*$/.test(prefix) : /^(?:=+|-+)[ \t]*$/.test(content);

const blank = (text: string): string => ' '.repeat(text.length);

/** What is open, and what has been counted, in a run of lines that may be one paragraph. */
interface Paragraph {
  /** In a list with numbers: there each number begins an item. */
  readonly isOrdered: boolean;
  emphasis: number;
  brackets: number;
  allBrackets: number;
  strayBrackets: number;
  destinations: number;
  readonly markup: Map<string, number>;
}

const newParagraph = (isOrdered: boolean): Paragraph => ({
  isOrdered,
  emphasis: 0,
  brackets: 0,
  allBrackets: 0,
  strayBrackets: 0,
  destinations: 0,
  markup: new Map(),
});

/** The marks of quotations, list items and footnotes that a line begins with: how many, and where what they hold starts. */
function prefixOf(line: string): { readonly markers: number; readonly start: number } {
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\s[\]]{1,999}\]:)/y;
  let markers = 0;
  let end = 0;
  while (marker.test(line)) {
    markers++;
    end = marker.lastIndex;
  }
  return { markers, start: end + (/^[ \t]*/.exec(line.slice(end))?.[0].length ?? 0) };
}

const columnsOf = (prefix: string): number => prefix.replaceAll('\t', '    ').length;

/** A line that ends the paragraph before it, whatever that is; of others it may be the next line. */
const interrupts = (line: string, isOrdered: boolean): boolean =>
  /^ {0,3}(?:#{1,6}[ \t]|(?:[-+*]|1[.)])[ \t]+\S)/.test(line) ||
  (isOrdered && /^ {0,2}\d{1,9}[.)][ \t]+\S/.test(line));

const tokens = /\\.|`+|\*+|_+|<!--|-->|<\?|\?>|<!\[CDATA\[|\]\]>|[[\])]|(?<=\])\(|<![A-Za-z]|>/g;

const closerOf: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>' };
const closers: ReadonlySet<string> = new Set([...Object.values(closerOf), '>']);

/** What a line holds, with letters for the marks that go beyond the limits of its paragraph. */
function tamed(line: string, start: number, paragraph: Paragraph): string {
  return line.slice(start).replace(tokens, (token, at: number) => {
    const isKept = keeps(
      token,
      line[start + at - 1] ?? ' ',
      line[start + at + token.length] ?? ' ',
      paragraph,
    );
    return isKept ? token : 'x'.repeat(token.length);
  });
}

function keeps(token: string, before: string, after: string, paragraph: Paragraph): boolean {
  if (token.startsWith('\\')) return true;
  if (token.startsWith('`')) return token.length <= markdownLimits.backticks;
  if (/^[*_]/.test(token)) {
    if (isNoEmphasis(token, before, after)) return true;
    paragraph.emphasis += token.length;
    return paragraph.emphasis <= markdownLimits.emphasis;
  }
  return /^[[\]()]$/.test(token) ? keepsBracket(token, paragraph) : keepsMarkup(token, paragraph);
}

function keepsBracket(token: string, paragraph: Paragraph): boolean {
  const { brackets, allBrackets, open } = markdownLimits;
  if (token === ')') {
    paragraph.destinations = Math.max(0, paragraph.destinations - 1);
    return true;
  }
  if (token === '[') {
    if (paragraph.brackets >= brackets || ++paragraph.allBrackets > allBrackets) return false;
    paragraph.brackets++;
    return true;
  }
  if (token === '(') {
    if (paragraph.destinations >= open) return false;
    paragraph.destinations++;
    return true;
  }
  if (paragraph.brackets === 0) return ++paragraph.strayBrackets <= brackets;
  paragraph.brackets--;
  return true;
}

/** Comments, instructions, CDATA and declarations: the parser looks for the end of each one that begins. */
function keepsMarkup(token: string, { markup }: Paragraph): boolean {
  const isCloser = closers.has(token);
  const closer = isCloser ? token : (closerOf[token] ?? '>');
  const count = markup.get(closer) ?? 0;
  if (!isCloser && count >= markdownLimits.open) return false;
  markup.set(closer, isCloser ? Math.max(0, count - 1) : count + 1);
  return true;
}

/** Between spaces, and underscores within a word, are themselves. */
const isNoEmphasis = (run: string, before: string, after: string): boolean =>
  (/\s/.test(before) && /\s/.test(after)) ||
  (run.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
