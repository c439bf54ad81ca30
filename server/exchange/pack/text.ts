/** Texts in pages: nothing in them acts as markup, and nothing reorders what is read. */
import { printable } from '../../core/text/printable';
import { escapeXml } from '../parts/xml';

/** A line for an element's text or for an attribute in quotation marks. */
export const html = (text: string): string => escapeXml(printable(text).toWellFormed());

/** Lines as they stand. */
export const htmlLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(html)
    .join('<br>');

/** Marks that turn the direction of what follows them, ends of lines that nobody sees, and control characters but for tabs and ends of lines. */
// eslint-disable-next-line no-control-regex -- those are what is looked for
const hidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028-\u202E]/g;

/** What somebody has written at length: tabs and ends of lines are a part of it. */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(
      hidden,
      (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
