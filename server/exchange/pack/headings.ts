/** The headings of a piece of evidence: their levels in a page, and the names by which links find them. */
import type { Element, ElementContent } from 'hast';

/** The text of an element, alternative texts of pictures included. */
export function plainText({ children }: Element): string {
  let text = '';
  for (const node of children)
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') text += node.tagName === 'img' ? altOf(node) : plainText(node);
  return text;
}

const altOf = ({ properties: { alt } }: Element): string => (typeof alt === 'string' ? alt : '');

/** Visits all elements, in the order of the text: each one in each other by a generator would be a third of the work. */
function visitElements(nodes: readonly ElementContent[], visit: (element: Element) => void): void {
  for (const node of nodes)
    if (node.type === 'element') {
      visit(node);
      visitElements(node.children, visit);
    }
}

const depthOf = ({ tagName }: Element): number =>
  tagName.length === 2 && /^h[1-6]$/.test(tagName) ? Number(tagName.slice(1)) : 0;

/** How far each heading is below the first, from 0; no heading is more than one level below the one before it. */
export function headingLevels(
  nodes: readonly ElementContent[],
  key: string,
): { readonly levels: ReadonlyMap<Element, number>; readonly ids: ReadonlyMap<Element, string> } {
  const levels = new Map<Element, number>();
  const ids = new Map<Element, string>();
  const taken = new Map<string, number>();
  /** Depths of the headings that the one before stands below, itself last. */
  const above: number[] = [];
  visitElements(nodes, (element) => {
    const depth = depthOf(element);
    const text = depth === 0 ? '' : plainText(element);
    if (text.trim() === '') return;
    while ((above.at(-1) ?? 0) >= depth) above.pop();
    above.push(depth);
    levels.set(element, above.length - 1);
    if (element.properties.id !== undefined) return;
    const slug = slugOf(text);
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    if (slug !== '') ids.set(element, `${key}-${slug}${count === 0 ? '' : `-${count}`}`);
  });
  return { levels, ids };
}

/** As GitHub makes it: in lower case, with `-` for each space, and without other punctuation. */
const slugOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** All names that a link can lead to. */
export function anchorsIn(
  nodes: readonly ElementContent[],
  ids: ReadonlyMap<Element, string>,
): ReadonlySet<string> {
  const anchors = new Set(ids.values());
  visitElements(nodes, ({ properties: { id, name } }) => {
    if (typeof id === 'string') anchors.add(id);
    if (typeof name === 'string') anchors.add(name);
  });
  return anchors;
}
