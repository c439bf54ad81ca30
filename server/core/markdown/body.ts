/**
 * The Markdown below the front matter: headings and links, by remark. A full parse costs many times what the
 * front matter costs, so the cheap questions (`mayHave…`) come first.
 */
import type { Definition, Image, Link as LinkNode, ListItem, Nodes, Root } from 'mdast';
import { htmlLinks, mayHaveHtmlLink } from './htmlLinks';
import { withinLimits } from './limits';
import { parseMarkdown, plainText } from './tree';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  /** As a reader sees it, without marks. */
  readonly text: string;
  readonly span: Span;
}

export interface Link {
  /** As it stands between the brackets, entities and escapes resolved. */
  readonly destination: string;
  /** The place of the destination. */
  readonly span: Span;
  /** No link to Markdown, for the spaces in it: `[a](my file.md)`. */
  readonly isUnread?: true;
  /** Of a definition that no link uses: what stands in its square brackets. Nobody sees such a line. */
  readonly unusedLabel?: string;
}

/** An item of a task list: `- [x] …`. */
export interface Task {
  /** As a reader sees it, without its box. */
  readonly text: string;
  readonly isDone: boolean;
  /** The place of the character between the brackets. */
  readonly mark: Span;
  /** The first line of the item's text, without its box. */
  readonly span: Span;
}

export interface Body {
  readonly headings: readonly Heading[];
  /** Links, images and definitions, HTML’s among them, in the order of the text. */
  readonly links: readonly Link[];
  readonly tasks: readonly Task[];
}

/** Reads a whole file's text, front matter included, so that all spans count from its start. */
export const parseBody = (text: string): Body => readBody(text, parseMarkdown);

/** The same with a parser of one's own, whose nodes `each` is told of, in the order of the text. */
export function readBody(
  text: string,
  parse: (text: string) => Root,
  each?: (node: Nodes, span: Span) => void,
): Body {
  // micromark swallows a byte order mark without counting it.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const headings: Heading[] = [];
  const links: Link[] = [];
  const tasks: Task[] = [];
  const used = new Set<string>();
  const definitions = new Map<Link, Definition>();
  try {
    visit(parse(withinLimits(text.slice(shift))), (node, start, end) => {
      const span = spanOf(start + shift, end + shift);
      if (node.type === 'listItem') tasks.push(...taskOf(text, node, shift));
      if (node.type === 'heading') headings.push({ depth: node.depth, text: plainText(node), span });
      if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
      const found = linksIn(text, node, span);
      links.push(...found);
      if (node.type === 'definition') for (const link of found) definitions.set(link, node);
      each?.(node, span);
    });
  } catch {
    // Block quotes nested thousands deep overflow the stack of the parser or of the visit. What was found stays.
  }
  return { headings, links: definitions.size === 0 ? links : labelled(links, definitions, used), tasks };
}

function linksIn(text: string, node: Nodes, span: Span): readonly Link[] {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
    return [{ destination: node.url, span: destinationSpan(text, span, node) }];
  if (node.type === 'html') return htmlLinks(text.slice(span.start, span.end), span.start);
  return node.type === 'text' && node.value.includes('](')
    ? unreadLinks(text.slice(span.start, span.end), span.start)
    : [];
}

const labelled = (
  links: readonly Link[],
  definitions: ReadonlyMap<Link, Definition>,
  used: ReadonlySet<string>,
): readonly Link[] =>
  links.map((link) => {
    const definition = definitions.get(link);
    if (!definition || used.has(definition.identifier)) return link;
    return { ...link, unusedLabel: definition.label ?? definition.identifier };
  });

/** What Markdown left as text for the spaces in it, and was meant as a link by all that it looks like. */
function unreadLinks(source: string, start: number): readonly Link[] {
  const links: Link[] = [];
  for (const { index, 0: all, 1: inside = '' } of source.matchAll(betweenBrackets)) {
    const destination = inside.replace(/\s+(?:"[^"]*"|'[^']*')\s*$/, '').trim();
    if (!/\s/.test(destination) || !isNameOfFile(destination)) continue;
    // Where the bracket is escaped, text is what is meant. It may stand before an emphasis, and so not here.
    if (source[source.lastIndexOf('[', index) - 1] === '\\') continue;
    const at = start + index + all.indexOf(destination);
    links.push({ destination, span: spanOf(at, at + destination.length), isUnread: true });
  }
  return links;
}

/** On one line, as nobody breaks a path; with brackets that close each other. */
const betweenBrackets = /(?<!\\)\]\(([^()\r\n]{1,400}(?:\([^()\r\n]{0,100}\)[^()\r\n]{0,200}){0,3})\)/g;

/** The endings of what people keep as evidence; any other text between brackets may be a sentence. */
const endings: ReadonlySet<string> = new Set(
  (
    'md markdown txt rtf pdf doc docx docm dot dotx odt xls xlsx xlsm ods csv ppt pptx ppsx odp htm html xml json yml yaml ' +
    'png jpg jpeg gif svg webp bmp tif tiff heic mp3 mp4 m4a mov wav avi eml msg zip pages numbers vsd vsdx mpp pub one'
  ).split(' '),
);

const isNameOfFile = (path: string): boolean =>
  endings.has(/\.([A-Za-z0-9]{2,8})(?:[#?]\S*)?$/.exec(path)?.[1]?.toLowerCase() ?? '');

/** A superset of the files that have headings: in a list or a quotation, what stands before the # or below can be long. */
export function mayHaveHeading(text: string, from: number): boolean {
  return /(?:^|[\s>*+.)-])#{1,6}(?:[ \t\r\n]|$)|[=-][ \t]*(?:[\r\n]|$)/.test(text.slice(from));
}

/** A superset of the files that have links: a definition, an inline link or one in HTML needs one of these. */
export function mayHaveLink(text: string, from: number): boolean {
  return text.includes('](', from) || text.includes(']:', from) || mayHaveHtmlLink(text, from);
}

/** A superset of the files that have task lists. */
export function mayHaveTask(text: string, from: number): boolean {
  return /[-*+.)][ \t]+\[[ xX]\][ \t]/.test(text.slice(from));
}

/** Nothing but white space and HTML comments. */
export function isBodyEmpty(text: string, from: number): boolean {
  // Not by a regular expression: thousands of comments without an end would each be looked through to the end.
  for (let at = from; ;) {
    const start = text.indexOf('<!--', at);
    if (text.slice(at, start < 0 ? undefined : start).trim() !== '') return false;
    if (start < 0) return true;
    const end = text.indexOf('-->', start + '<!--'.length);
    if (end < 0) return false;
    at = end + '-->'.length;
  }
}

/** GitHub's task list item, without the cost of all its other extensions: a paragraph that starts with a box. */
function taskOf(text: string, item: ListItem, shift: number): readonly Task[] {
  const [paragraph] = item.children;
  const start = paragraph?.position?.start.offset;
  const end = paragraph?.position?.end.offset;
  if (paragraph?.type !== 'paragraph' || start === undefined || end === undefined) return [];
  const source = text.slice(start + shift, end + shift);
  const box = /^\[([ xX])\][ \t]+/.exec(source);
  if (!box) return [];
  const words = plainText(paragraph)
    .replace(/^\[[ xX]\]\s+/, '')
    .replace(/\s+/g, ' ');
  const firstLine = source.search(/[\r\n]/);
  return [
    {
      text: words,
      isDone: box[1] !== ' ',
      mark: spanOf(start + shift + 1, start + shift + 2),
      span: spanOf(start + shift + box[0].length, firstLine < 0 ? end + shift : start + shift + firstLine),
    },
  ];
}

/** In the order of the text. Without recursion: a regular expression that V8 compiles at the end of the stack ends the process. */
function visit(root: Nodes, each: (node: Nodes, start: number, end: number) => void): void {
  const ahead: Nodes[] = [root];
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start !== undefined && end !== undefined) each(node, start, end);
    // Not push(...children): a call takes only so many arguments.
    if ('children' in node) for (const child of node.children.toReversed()) ahead.push(child);
  }
}

/** mdast knows where a link is, but not where its destination stands in it. */
function destinationSpan(text: string, link: Span, { type }: LinkNode | Image | Definition): Span {
  const source = text.slice(link.start, link.end);
  const opener = type === 'definition' ? source.indexOf(']:') : lastOpener(source);
  // An autolink, <https://…>, has no opener: all of it is the destination.
  if (opener < 0) return link;
  const match = /^\s*(?:<([^<>\r\n]*)>|(\S*))/.exec(source.slice(opener + 2));
  const found = match?.[1] ?? match?.[2] ?? '';
  const destination = match?.[1] === undefined ? balanced(found) : found;
  const before = match?.[1] === undefined ? 0 : match[0].indexOf('<') + 1;
  const start = link.start + opener + 2 + before + (match?.[0].slice(before).indexOf(found) ?? 0);
  return spanOf(start, start + destination.length);
}

/** Where `](` of an inline link stands: the last one, as the text of a link may contain an image, but not in its title. */
function lastOpener(source: string): number {
  const inside = source.slice(0, -1).trimEnd();
  const closer = inside.slice(-1);
  if (!/["')]/.test(closer)) return source.lastIndexOf('](');
  // A title ends at the first mark of its kind that is not escaped, so it begins at the last one before its end.
  let title = inside.length - 2;
  const mark = closer === ')' ? '(' : closer;
  while (title > 0 && (inside[title] !== mark || inside[title - 1] === '\\')) title--;
  const isTitle = title > 0 && /\s/.test(inside[title - 1] ?? '');
  return source.lastIndexOf('](', isTitle ? title : source.length);
}

/** Up to the bracket that closes the link itself. */
function balanced(destination: string): string {
  let depth = 0;
  for (let at = 0; at < destination.length; at++) {
    if (destination[at] === '\\') at++;
    else if (destination[at] === '(') depth++;
    else if (destination[at] === ')' && --depth < 0) return destination.slice(0, at);
  }
  return destination;
}
