/**
 * The Markdown below the front matter: headings and links, by remark. A full parse costs many times what the
 * front matter costs, so the cheap questions (`mayHave…`) come first.
 */
import type { Definition, ListItem, Nodes, Root } from 'mdast';
import type { Body, Heading, Link, Task } from './bodyModel';
import { htmlLinks, mayHaveHtmlLink } from './htmlLinks';
import { withinLimits } from './limits';
import { destinationSpan, unreadLinks } from './linkParts';
import { quickBody } from './quickBody';
import { shortcuts } from '../text/shortcuts';
import { parseMarkdown, plainText } from './tree';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

export type { Body, Heading, Link, Task } from './bodyModel';

/** Reads a whole file's text, front matter included, so that all spans count from its start. */
export const parseBody = (text: string): Body =>
  (shortcuts.taken ? quickBody(text) : undefined) ?? readBody(text, parseMarkdown);

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
    return [{ destination: node.url, span: destinationSpan(text, span, node.type) }];
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
