/**
 * HTML inside of Markdown as a part of the tree. Elements that only lay a text out are kept or looked through; what would
 * act, and what is no element at all (`Array<string>`), is shown as the text that it is. Bounded by the length of the text:
 * nothing is repeated for what somebody has left open.
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { Parser } from 'htmlparser2';

/** HTML as mdast-util-to-hast hands it on. */
export interface Raw {
  readonly type: 'raw';
  readonly value: string;
}

export type Node = RootContent | Raw;

/** The property of each attribute that is kept. */
const properties: Readonly<Record<string, string>> = {
  align: 'align', alt: 'alt', cite: 'cite', colspan: 'colSpan', datetime: 'dateTime', dir: 'dir', height: 'height',
  href: 'href', id: 'id', lang: 'lang', name: 'name', open: 'open', reversed: 'reversed', rowspan: 'rowSpan',
  scope: 'scope', src: 'src', start: 'start', title: 'title', valign: 'vAlign', value: 'value', width: 'width',
}; // prettier-ignore

const kept = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot ' +
    'th thead time tr u ul var wbr'
  ).split(' '),
);

/** What they hold stays. */
const transparent = new Set(
  'address article aside big body center col colgroup font footer header html main nav nobr picture section source tt'.split(
    ' ',
  ),
);

/** Elements that are kept here, for whoever allows them after us. */
export const keptElements: readonly string[] = [...kept];

/** Puts elements and text in the place of all HTML of a tree, which is changed. */
export const withoutRaw = (root: Root): ElementContent[] => replaced(root.children);

function replaced(nodes: readonly Node[]): ElementContent[] {
  for (const node of nodes) if (node.type === 'element') node.children = replaced(node.children);
  if (nodes.every(isContent)) return [...nodes];
  if (!nodes.some(isRaw)) return nodes.filter(isContent);
  const built = new Builder(nodes);
  return built.isWhole()
    ? built.children
    : nodes.flatMap((node) => (isRaw(node) ? [textOf(node.value)] : isContent(node) ? [node] : []));
}

const isRaw = (node: Node): node is Raw => node.type === 'raw';
const isContent = (node: Node): node is ElementContent => node.type === 'element' || node.type === 'text';
const textOf = (value: string): Text => ({ type: 'text', value });

/** A parser of HTML would read on in these until they are closed, over everything that comes behind. */
const swallowing =
  /<(?=\/?(?:script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|plaintext|template|svg|math|select|object|embed|applet|frameset|frame|!\[CDATA))/gi;

/** Nested deeper, what somebody has opened is left open no further: those who go through the tree do so by recursion. */
const deepest = 60;

/** Reads siblings of which some are HTML: those that are not stand in it as marks, so that `<div>` reaches over them. */
class Builder {
  readonly #root: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };
  readonly #open: Element[] = [this.#root];
  readonly #nodes: readonly Node[];
  readonly #mark: string;
  #placed = 0;
  #expected = 0;

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.#mark = markFor(nodes);
    const parser: Parser = new Parser(
      {
        onopentag: (name, attributes) => this.#enter(name, attributes, sourceAt(parser, html)),
        onclosetag: (name, isImplied) => this.#leave(name, isImplied, sourceAt(parser, html)),
        ontext: (text) => this.#add(textOf(text)),
      },
      { decodeEntities: true, lowerCaseTags: true },
    );
    const html = nodes.map((node, at) => this.#html(node, at)).join('');
    parser.end(html);
  }

  get children(): ElementContent[] {
    return this.#root.children;
  }

  /** Whether each node has found its place: a quotation mark that nobody has closed swallows what comes behind it. */
  isWhole(): boolean {
    return this.#placed === this.#expected;
  }

  #html(node: Node, at: number): string {
    if (isRaw(node)) return node.value.replace(swallowing, '&lt;');
    if (!isContent(node)) return '';
    this.#expected++;
    return `<${this.#mark} n="${at}"></${this.#mark}>`;
  }

  #enter(name: string, attributes: Readonly<Record<string, string>>, source: string): void {
    if (name === this.#mark) {
      const node = this.#nodes[Number(attributes['n'])];
      if (node && isContent(node)) this.#add(node);
      this.#placed++;
    } else if (kept.has(name)) {
      const element: Element = { type: 'element', tagName: name, properties: {}, children: [] };
      for (const [key, value] of Object.entries(attributes)) {
        const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (property !== undefined) element.properties[property] = value;
      }
      this.#add(element);
      if (this.#open.length < deepest) this.#open.push(element);
    } else if (!transparent.has(name)) this.#add(textOf(source));
  }

  #leave(name: string, isImplied: boolean, source: string): void {
    if (name === this.#mark || transparent.has(name)) return;
    if (!kept.has(name)) {
      if (!isImplied) this.#add(textOf(source));
      return;
    }
    const at = this.#open.findLastIndex(({ tagName }) => tagName === name);
    if (at > 0) this.#open.length = at;
  }

  #add(node: ElementContent): void {
    (this.#open.at(-1) ?? this.#root).children.push(node);
  }
}

/** The tag that a parser has just read, as it stands. */
const sourceAt = ({ startIndex, endIndex }: Parser, html: string): string =>
  html.slice(startIndex, endIndex + 1);

/** A name that none of the HTML has. */
function markFor(nodes: readonly Node[]): string {
  const all = nodes.map((node) => (isRaw(node) ? node.value.toLowerCase() : '')).join('');
  let mark = 'x-node';
  while (all.includes(mark)) mark += 'x';
  return mark;
}
