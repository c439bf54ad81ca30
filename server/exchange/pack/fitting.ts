/** Elements where HTML allows them: what a browser would move elsewhere, or a reader of screens stumble over, is put right. */
import type { Element, ElementContent } from 'hast';
import { plainText } from './headings';
import { visible } from './text';

const blank = ({ type, ...node }: ElementContent): boolean =>
  type === 'text' && 'value' in node && node.value.trim() === '';

const isNamed = (node: ElementContent, ...names: readonly string[]): boolean =>
  node.type === 'element' && names.includes(node.tagName);

/** The element, with children that it may have, and under a name that it may have for what it holds. */
export function fitting(element: Element): Element {
  const own = withProperties(element);
  switch (own.tagName) {
    case 'ul':
    case 'ol':
      return { ...own, children: own.children.flatMap(asItem) };
    case 'dl':
      return own.children.every((node) => blank(node) || isNamed(node, 'dt', 'dd', 'div'))
        ? own
        : { ...own, tagName: 'div', children: own.children.map(asDivision) };
    case 'details':
      // What is folded away is not on paper.
      return { ...own, properties: { ...own.properties, open: true } };
    case 'th':
      return plainText(own).trim() === '' && !hasPicture(own) ? { ...own, tagName: 'td' } : own;
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return plainText(own).trim() === '' && !hasPicture(own) ? { ...own, tagName: 'div' } : own;
    default: {
      const { tagName } = own;
      return own.children.some((node) => isLost(node, tagName))
        ? {
            ...own,
            children: own.children.map((node) =>
              isLost(node, tagName) ? { ...node, tagName: 'div' } : node,
            ),
          }
        : own;
    }
  }
}

const hasPicture = ({ children }: Element): boolean =>
  children.some((node) => node.type === 'element' && (node.tagName === 'img' || hasPicture(node)));

const asItem = (node: ElementContent): ElementContent[] => {
  if (blank(node) || isNamed(node, 'li')) return [node];
  return [{ type: 'element', tagName: 'li', properties: {}, children: [node] }];
};

const asDivision = (node: ElementContent): ElementContent =>
  node.type === 'element' && isNamed(node, 'dt', 'dd') ? { ...node, tagName: 'div' } : node;

/** The parts of a list, or of something that folds, outside of one. */
function isLost(node: ElementContent, parent: string): node is Element {
  if (node.type !== 'element') return false;
  switch (node.tagName) {
    case 'li':
      return parent !== 'ul' && parent !== 'ol';
    case 'dt':
    case 'dd':
      return parent !== 'dl' && parent !== 'div';
    case 'summary':
      return parent !== 'details';
    case 'figcaption':
      return parent !== 'figure';
    case 'caption':
      return parent !== 'table';
    default:
      return false;
  }
}

/** Whether its properties are as they may be, which most are. */
function isPlain({ properties }: Element): boolean {
  for (const key in properties) {
    if (key === 'lang' || key === 'align' || key === 'name') return false;
    const value = properties[key];
    if (typeof value === 'string' && key !== 'href' && key !== 'src' && visible(value) !== value)
      return false;
  }
  return true;
}

/** Addresses are looked at where they lead somewhere. A language is said as two or three letters and what may follow them (BCP 47), or not at all. */
function withProperties(element: Element): Element {
  if (isPlain(element)) return element;
  const { lang, align, name, ...others } = element.properties;
  const sides = typeof align === 'string' && /^(?:left|right|center)$/i.test(align) ? { align } : {};
  const tongue = typeof lang === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? { lang } : {};
  const anchor = name === undefined || element.tagName !== 'a' ? {} : { name };
  const said = Object.entries(others).map(([key, value]): [string, typeof value] => [
    key,
    typeof value === 'string' && key !== 'href' && key !== 'src' ? visible(value) : value,
  ]);
  return { ...element, properties: { ...Object.fromEntries(said), ...sides, ...tongue, ...anchor } };
}
