/** The headings of a piece of evidence: their levels in a page, and the names by which links find them. */
import type { Element, ElementContent } from 'hast';

/** The text of an element, alternative texts of pictures included. */
export function plainText({ children }: Element): string {
  return children
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      return node.tagName === 'img' ? altOf(node) : plainText(node);
    })
    .join('');
}

const altOf = ({ properties: { alt } }: Element): string => (typeof alt === 'string' ? alt : '');

/** All elements, in the order of the text. */
function* elementsIn(nodes: readonly ElementContent[]): Generator<Element> {
  for (const node of nodes)
    if (node.type === 'element') {
      yield node;
      yield* elementsIn(node.children);
    }
}

const depthOf = ({ tagName }: Element): number => (/^h[1-6]$/.test(tagName) ? Number(tagName.slice(1)) : 0);

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
  for (const element of elementsIn(nodes)) {
    const depth = depthOf(element);
    if (depth === 0 || plainText(element).trim() === '') continue;
    while ((above.at(-1) ?? 0) >= depth) above.pop();
    above.push(depth);
    levels.set(element, above.length - 1);
    if (element.properties.id !== undefined) continue;
    const slug = slugOf(plainText(element));
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    if (slug !== '') ids.set(element, `${key}-${slug}${count === 0 ? '' : `-${count}`}`);
  }
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
  for (const { properties } of elementsIn(nodes))
    for (const value of [properties.id, properties.name]) if (typeof value === 'string') anchors.add(value);
  return anchors;
}
