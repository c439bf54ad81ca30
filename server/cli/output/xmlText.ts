/** Text in XML and HTML: nothing in it acts as markup, and no character is one that XML forbids. */
import { printable } from './terminal';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The two characters that no XML may hold, beside half a pair of surrogates. */
const forbidden = /[\uFFFE\uFFFF]/g;

/** For an element's text and for an attribute's value in either kind of quotation marks. */
export const xmlText = (text: string): string =>
  printable(text)
    .toWellFormed()
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
