/** Characters that nobody sees, and that act: on a terminal, or on the order in which a line is read. */

/** Control characters, and marks that change the direction of text or end a line unseen. */
const unseen = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** All of them as they are written in JSON: `\u202E`. */
export const escapeUnseen = (text: string): string => text.replace(unseen, escaped);

/** For what an editor shows: a text with its line ends and tabs, and every other such character visible. */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => (/[\t\n\r]/.test(character) ? character : escaped(character)));

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
