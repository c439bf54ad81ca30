/** Texts from files in outputs that are read line by line: nothing in them acts. */

/** Control characters, and marks that change the direction of text or end a line unseen. */
const unseen = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * One line, with everything visible that a terminal would obey, or a CI system that reads commands in its log:
 * `::error::` at the start of a line (GitHub), `##[…]` and `##vso[…]` anywhere in it (GitHub, Azure Pipelines).
 */
export const printable = (text: string): string =>
  escapeUnseen(text.replace(/[\r\n\t]+/g, ' ')).replace(/^(\s*):(?=:)/, '$1\\u003A');

/** JSON in which every such character is escaped: the same value for a program, and safe to look at. */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2).split('\n').map(escapeUnseen).join('\n');

const escapeUnseen = (text: string): string =>
  text
    .replace(
      unseen,
      (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .replace(/##(?=(?:vso)?\[)/gi, '#\\u0023');
