/** The tree of a piece of evidence as HTML: with links that lead somewhere in the pack, and headings in their place. */
import type { Element, ElementContent, Root } from 'hast';
import type { PackedLead } from '../../core/pack/model';
import { fitting } from './fitting';
import { anchorsIn, headingLevels, plainText } from './headings';
import { markupOf } from './html/markup';
import { visible } from './text';

export interface Placing {
  /** Begins each `id`. */
  readonly key: string;
  /** A first heading that says the same is left out: it stands above the text already. */
  readonly title: string;
  readonly leadOf: (destination: string) => PackedLead;
  /** The page of the element that an ID names. */
  readonly elementPath: (id: string) => string | undefined;
}

/**
 * The text as it is kept, in UTF-8: `inPage` makes the HTML of a page of it. As bytes it takes half of what a text with one
 * letter of another script takes, is not looked through for garbage, and is written to each page as it is.
 */
export type Placeless = Uint8Array & { readonly placeless: unique symbol };

/**
 * What depends on the page stands behind a control character, which no text has any more by then: the way to the top of
 * the pack, and, as a digit, how far a heading is below the first.
 */
const mark = '\u0001';
const top = `${mark}/`;
const [markByte, topByte, zeroByte] = [1, 0x2f, 0x30];

/**
 * @param level of the first heading
 * @param up from the page to the top of the pack: empty, or `../` as often as needed
 * @returns the text in pieces, most of them stretches of what is kept
 */
export function* inPage(text: Placeless, level: number, up: string): Generator<string | Uint8Array> {
  let start = 0;
  for (let at = text.indexOf(markByte); at >= 0; at = text.indexOf(markByte, start)) {
    const what = text[at + 1] ?? topByte;
    yield text.subarray(start, at);
    yield what === topByte ? up : String(Math.min(level + what - zeroByte, 6));
    start = at + 2;
  }
  yield text.subarray(start);
}

export function evidenceHtml(tree: Root, placing: Placing): Placeless {
  const all = fitting({
    type: 'element',
    tagName: 'div',
    properties: {},
    children: tree.children.filter(isContent),
  });
  const children = withoutTitle(all.children, placing.title);
  const { levels, ids } = headingLevels(children, placing.key);
  const page: Page = {
    ...placing,
    levels,
    ids,
    anchors: anchorsIn(children, ids),
    tables: { count: 0 },
    used: new Set(),
  };
  return encoder.encode(markupOf(each(children, page, false))) as Uint8Array as Placeless;
}

const encoder = new TextEncoder();

interface Page extends Placing {
  readonly levels: ReadonlyMap<Element, number>;
  readonly ids: ReadonlyMap<Element, string>;
  readonly anchors: ReadonlySet<string>;
  /** So far. */
  readonly tables: { count: number };
  /** Names that the page has already: of two, the first is found. */
  readonly used: Set<unknown>;
}

const isContent = (node: Root['children'][number]): node is ElementContent =>
  node.type === 'element' || node.type === 'text';

function withoutTitle(children: readonly ElementContent[], title: string): readonly ElementContent[] {
  const at = children.findIndex((node) => node.type === 'element');
  const first = children[at];
  const isTitle =
    first?.type === 'element' &&
    /^h[1-6]$/.test(first.tagName) &&
    plainText(first).trim() === title.trim() &&
    !leadsSomewhere(first);
  return isTitle ? children.filter((_, place) => place !== at) : children;
}

/** What else it leads to would be lost. */
const leadsSomewhere = ({ children }: Element): boolean =>
  children.some(
    (node) => node.type === 'element' && (/^(?:a|img)$/.test(node.tagName) || leadsSomewhere(node)),
  );

function each(nodes: readonly ElementContent[], page: Page, isInLink: boolean): ElementContent[] {
  const all: ElementContent[] = [];
  for (const node of nodes)
    if (node.type === 'text') {
      node.value = visible(node.value);
      all.push(node);
    } else if (node.type === 'element')
      for (const one of placed(node, page, isInLink)) all.push(namedOnce(one, page));
  return all;
}

function namedOnce(node: ElementContent, { used }: Page): ElementContent {
  if (node.type !== 'element' || node.properties.id === undefined) return node;
  const { id, ...others } = node.properties;
  if (used.has(id)) return { ...node, properties: others };
  used.add(id);
  return node;
}

function placed(node: Element, page: Page, isInLink: boolean): readonly ElementContent[] {
  const own = fitting(node);
  switch (own.tagName) {
    case 'a':
      return link(own, page, isInLink);
    case 'img':
      return picture(own, page, isInLink);
    case 'input':
      return [box(own)];
    default:
      own.children = each(own.children, page, isInLink);
      return [own.tagName === 'table' ? scrolling(own, page) : heading(inRow(own), node, page)];
  }
}

/** Badges: links in a row, each of which has to be hit. */
const inRow = (element: Element): Element =>
  isRow(element.children)
    ? { ...element, properties: { ...element.properties, className: ['row'] } }
    : element;

function isRow(children: readonly ElementContent[]): boolean {
  let links = 0;
  for (const child of children)
    if (child.type === 'element') {
      if (child.tagName !== 'a' && child.tagName !== 'br') return false;
      links++;
    } else if (child.type === 'text' && child.value.trim() !== '') return false;
  return links > 1;
}

function heading(element: Element, original: Element, { levels, ids }: Page): Element {
  const level = levels.get(original);
  if (level === undefined) return element;
  const id = ids.get(original);
  return {
    ...element,
    tagName: `h${mark}${level}`,
    properties: { ...element.properties, ...(id === undefined ? {} : { id }) },
  };
}

const span = (children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName: 'span',
  properties,
  children,
});

/** A box of a task list. */
const box = ({ properties }: Element): Element => {
  const isDone = properties.checked === true || properties.checked === '';
  return span([{ type: 'text', value: isDone ? '☑' : '☐' }], {
    role: 'img',
    ariaLabel: isDone ? 'Done' : 'To do',
  });
};

/** A wide table is moved for itself, by the keys too, and not the page. */
const scrolling = (table: Element, { tables }: Page): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['scroll'], role: 'group', ariaLabel: `Table ${++tables.count}`, tabIndex: 0 },
  children: [table],
});

function link(element: Element, page: Page, isInLink: boolean): ElementContent[] {
  const { href, id, name, ...others } = element.properties;
  const children = each(element.children, page, true);
  const target = id ?? name;
  const anchor = target === undefined ? {} : { id: target };
  const lead = typeof href === 'string' && !isInLink ? page.leadOf(href) : undefined;
  if (lead?.kind === 'copy' && isDrawing(lead.copy.path)) return drawing(children, lead.copy.path);
  const address = lead && addressOf(lead, page);
  if (address === undefined) {
    const kept = lead?.kind === 'text' ? notHere(children, lead.why) : children;
    return target === undefined ? kept : [span(kept, anchor)];
  }
  const shown: ElementContent[] =
    plainText({ ...element, children }).trim() === ''
      ? [{ type: 'text', value: visible(String(href)) }]
      : children;
  return [{ ...element, properties: { ...others, ...anchor, href: address }, children: shown }];
}

function drawing(children: ElementContent[], path: string): ElementContent[] {
  const words = plainText(span(children)).trim();
  const properties = { src: top + encoded(path), alt: words === '' ? 'Drawing' : words };
  return [...children, { type: 'element', tagName: 'img', properties, children: [] }];
}

/** A link to a file that is not in the pack is text, and says why. */
const notHere = (children: ElementContent[], why: string): ElementContent[] => [
  span(children, { title: `Not in this pack: ${visible(why)}` }),
];

function addressOf(lead: PackedLead, page: Page): string | undefined {
  switch (lead.kind) {
    case 'web':
      return lead.address;
    case 'place':
      return placeOf(lead.fragment, page);
    case 'evidence':
      return (
        top +
        lead.evidence.path +
        (lead.fragment === '' ? '' : `#${lead.evidence.key}-${encodeURIComponent(decoded(lead.fragment))}`)
      );
    case 'copy':
      return top + encoded(lead.copy.path) + lead.tail;
    case 'text':
      return undefined;
  }
}

/** A heading of the same text, or an element by its ID. */
function placeOf(fragment: string, { key, anchors, elementPath }: Page): string | undefined {
  const name = decoded(fragment);
  const own = [name, name.toLowerCase()].map((one) => `${key}-${one}`).find((one) => anchors.has(one));
  if (own !== undefined) return `#${encodeURIComponent(own)}`;
  const path = elementPath(name);
  return path === undefined ? undefined : top + path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path of the pack as an address. */
export const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Pictures that a browser can show, and that cannot be anything else. */
const pictures = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i;
/** A page of its own to a browser, with scripts, unless it is shown as a picture. */
export const isDrawing = (path: string): boolean => /\.svgz?$/i.test(path);

const inlinePicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/;

/** Of the repository: copied, and shown. Of the web: nothing is loaded from there, so it is a link. */
function picture(element: Element, { leadOf }: Page, isInLink: boolean): ElementContent[] {
  const { src, alt, width, height, title } = element.properties;
  const source = typeof src === 'string' ? src : '';
  const words = [alt, title].find((text) => typeof text === 'string' && text !== '');
  const shown = (address: string): ElementContent[] => [
    {
      ...element,
      properties: {
        src: address,
        alt: words ?? '',
        ...sizeOf(width, height),
        ...(title === undefined ? {} : { title }),
      },
      children: [],
    },
  ];
  if (inlinePicture.test(source)) return shown(source);
  const lead = leadOf(source);
  if (lead.kind === 'copy' && pictures.test(lead.copy.path)) return shown(top + encoded(lead.copy.path));
  const name = typeof words === 'string' ? words : 'picture';
  const text = (value: string): ElementContent => ({ type: 'text', value });
  if (lead.kind === 'web' && !isInLink)
    return [
      {
        ...element,
        tagName: 'a',
        properties: { href: lead.address },
        children: [text(`${name} (on the web)`)],
      },
    ];
  if (lead.kind === 'copy' && !isInLink)
    return [
      {
        ...element,
        tagName: 'a',
        properties: { href: top + encoded(lead.copy.path) },
        children: [text(name)],
      },
    ];
  // Inside of a link it is what the link is called.
  return isInLink || lead.kind !== 'text'
    ? [text(name)]
    : [span([text(`[${name}]`)], { title: `Not in this pack: ${visible(lead.why)}` })];
}

const sizeOf = (width: unknown, height: unknown): Element['properties'] => ({
  ...(isPixels(width) ? { width } : {}),
  ...(isPixels(height) ? { height } : {}),
});

const isPixels = (value: unknown): value is string => typeof value === 'string' && /^\d{1,4}$/.test(value);
