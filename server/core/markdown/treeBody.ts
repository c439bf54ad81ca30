/** The Markdown below the front matter by remark, whole: headings, links and tasks of its tree. */
import type { Definition, ListItem, Nodes, Root } from 'mdast';
import type { Body, Heading, Link, Task } from './bodyModel';
import { htmlLinks } from './htmlLinks';
import { withinLimits } from './limits';
import { destinationSpan, unreadLinks } from './linkParts';
import { parseMarkdown, plainText } from './tree';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

/**
 * Reads a whole file's text, front matter included, so that all spans count from its start.
 * @param parse a parser of one's own
 * @param each is told of every node, in the order of the text
 */
export function readBody(
  text: string,
  parse: (text: string) => Root = parseMarkdown,
  each?: (node: Nodes, span: Span) => void,
): Body {
  // micromark swallows a byte order mark without counting it, and a second one is a character like others.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const headings: Heading[] = [];
  const links: Link[] = [];
  const tasks: Task[] = [];
  const used = new Set<string>();
  const definitions = new Map<Link, Definition>();
  try {
    visit(parse(text.slice(0, shift) + withinLimits(text.slice(shift))), (node, start, end) => {
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
