/**
 * The text of an evidence file, as VS Code's preview renders it. That is HTML with whatever a stranger wrote in it: of
 * its elements those are made anew that lay a text out, with the attributes that they need for it, and nothing else.
 */

/** The element that each is made as. Headings stand below those of the form. */
const madeAs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'b', 'i', 'u', 'del', 's', 'ins', 'sub', 'sup',
      'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'hr', 'br', 'div', 'span', 'dl', 'dt', 'dd', 'kbd',
      'mark', 'q', 'small', 'abbr', 'cite', 'section', 'figure', 'figcaption', 'details', 'summary', 'samp', 'var',
    ].map((name) => [name, name]),
  ),
  h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6',
}; // prettier-ignore

/** What is in them is not text. */
const leftOut = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'noscript',
  'svg',
  'math',
  'title',
  'head',
]);

const numbers = new Set(['colspan', 'rowspan', 'start']);

export interface TextPlaces {
  /** The address that pictures start from, in the page. */
  readonly base: string;
  readonly open: (target: string) => void;
}

/** @param text as HTML; nothing in it is run, fetched or followed */
export function renderedText(text: string, places: TextPlaces): DocumentFragment {
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  const made = document.createDocumentFragment();
  made.append(...[...parsed.body.childNodes].flatMap((node) => copies(node, places, 0)));
  return made;
}

/** Deeper than anybody lays out a text. */
const deepest = 100;

function copies(node: Node, places: TextPlaces, depth: number): readonly Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element) || depth > deepest) return [];
  const name = node.localName;
  if (leftOut.has(name)) return [];
  const children = [...node.childNodes].flatMap((child) => copies(child, places, depth + 1));
  if (name === 'a') return [link(node, children, places)];
  if (name === 'img') return [picture(node, places)];
  if (name === 'input') return tick(node);
  const as = Object.hasOwn(madeAs, name) ? madeAs[name] : undefined;
  if (as === undefined) return children;
  const made = document.createElement(as);
  for (const { name: attribute, value } of node.attributes)
    if (numbers.has(attribute) && /^\d{1,4}$/.test(value)) made.setAttribute(attribute, value);
  made.append(...children);
  if (as !== 'table') return [made];
  // A wide table is moved by itself, and by the keyboard too.
  const around = document.createElement('div');
  around.className = 'wide';
  around.tabIndex = 0;
  around.setAttribute('role', 'group');
  around.setAttribute('aria-label', 'Table');
  around.append(made);
  return [around];
}

/** A link is a button: what it leads to is for the extension to judge, and no address of a stranger's is in the page. */
function link(node: Element, children: readonly Node[], { open }: TextPlaces): Node {
  const target = node.getAttribute('href') ?? '';
  const around = document.createElement(leadsSomewhere(target) ? 'button' : 'span');
  around.append(...(children.length > 0 ? children : [target]));
  if (around instanceof HTMLButtonElement) {
    around.type = 'button';
    around.className = 'link';
    around.title = target;
    around.addEventListener('click', () => {
      open(target);
    });
  }
  return around;
}

/** Addresses of the web and of mail, and paths. */
const leadsSomewhere = (target: string): boolean =>
  /^(?:https?:\/\/|mailto:)/i.test(target) || !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2}|#|$)/i.test(target);

/** Pictures of the folder, and those in the text; of others what they show, since nothing is fetched. */
function picture(node: Element, { base }: TextPlaces): Node {
  const [source, words] = [node.getAttribute('src') ?? '', node.getAttribute('alt') ?? ''];
  const isLocal = !/^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(source);
  const isWithin = /^data:image\/(?:png|jpeg|gif|webp);/i.test(source);
  if (!isLocal && !isWithin)
    return document.createTextNode(`[${words === '' ? 'a picture from elsewhere' : words}]`);
  const image = document.createElement('img');
  image.alt = words;
  image.src = isWithin ? source : new URL(source, base).href;
  return image;
}

/** Boxes of a task list are shown; they are ticked in the list of guidance above. */
function tick(node: Element): readonly Node[] {
  if (node.getAttribute('type') !== 'checkbox') return [];
  return [document.createTextNode(node.hasAttribute('checked') ? '☑ ' : '☐ ')];
}
