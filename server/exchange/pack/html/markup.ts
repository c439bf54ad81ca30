/** A tree of evidence as HTML, byte for byte as hast-util-to-html writes it, for the elements and properties that are kept. */
import type { Element, Properties, RootContent } from 'hast';

export const markupOf = (nodes: readonly RootContent[]): string => {
  let made = '';
  for (const node of nodes) {
    if (node.type === 'text') made += escapedText(node.value);
    else if (node.type === 'element') made += elementMarkup(node);
  }
  return made;
};

function elementMarkup({ tagName, properties, children }: Element): string {
  const start = `<${tagName}${attributes(properties)}>`;
  const content = children.length === 0 ? '' : markupOf(children);
  return content === '' && empty.has(tagName) ? start : `${start}${content}</${tagName}>`;
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** Attributes whose name says all. */
const booleans: ReadonlySet<string> = new Set(['checked', 'disabled', 'open', 'reversed']);

/** Those whose names are not those of the properties in small letters. */
const names: Readonly<Record<string, string>> = {
  ariaDescribedBy: 'aria-describedby',
  ariaLabel: 'aria-label',
  className: 'class',
  dataFootnoteBackref: 'data-footnote-backref',
  dataFootnoteRef: 'data-footnote-ref',
  dataFootnotes: 'data-footnotes',
};

function attributes(properties: Properties): string {
  let made = '';
  for (const key in properties) {
    const name = names[key] ?? key.toLowerCase();
    const value = said(name, properties[key]);
    if (value === true) made += ` ${name}`;
    else if (value !== undefined) made += ` ${name}="${escapedValue(value)}"`;
  }
  return made;
}

/** True where the name says all; undefined where nothing is said. An empty text says nothing of what is either so or not. */
function said(name: string, value: Properties[string]): string | true | undefined {
  if (value === undefined || value === null || value === false || Number.isNaN(value)) return undefined;
  if (booleans.has(name) && (typeof value !== 'string' || value === '' || value === name))
    return value === '' || value === 0 ? undefined : true;
  if (value === true) return true;
  return Array.isArray(value) ? value.join(' ').trim() : String(value);
}

const reference = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

const escapedText = (text: string): string => text.replace(/[<&]/g, reference);

const escapedValue = (text: string): string => text.replace(/[\0"&'`]/g, reference);
