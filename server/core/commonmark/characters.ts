/** Characters by their codes, as CommonMark tells them apart. */

export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const exclamationMark = 0x21;
export const hash = 0x23;
export const ampersand = 0x26;
export const openingParenthesis = 0x28;
export const closingParenthesis = 0x29;
export const asterisk = 0x2a;
export const plus = 0x2b;
export const hyphen = 0x2d;
export const fullStop = 0x2e;
export const digitZero = 0x30;
export const digitOne = 0x31;
export const digitNine = 0x39;
export const colon = 0x3a;
export const lessThan = 0x3c;
export const equals = 0x3d;
export const greaterThan = 0x3e;
export const openingBracket = 0x5b;
export const backslash = 0x5c;
export const closingBracket = 0x5d;
export const caret = 0x5e;
export const underscore = 0x5f;
export const backtick = 0x60;
export const tilde = 0x7e;

/** Not all that is white space: a no-break space is a character like others. */
export const isBlank = (code: number): boolean => code === space || code === tab;

export const isBlankOrEnd = (code: number): boolean =>
  code === space || code === tab || code === lineFeed || code === carriageReturn;

export const isDigit = (code: number): boolean => code >= digitZero && code <= digitNine;

/** Letters, bars and anything beyond ASCII: no block but a paragraph begins with one. */
export const beginsWords = (code: number): boolean =>
  (code > backtick && code < tilde) || (code > 0x40 && code < openingBracket) || code > tilde;

/** What a backslash makes a character like others. */
export const isAsciiPunctuation = (code: number): boolean =>
  (code > 0x20 && code < 0x30) ||
  (code > 0x39 && code < 0x41) ||
  (code > 0x5a && code < 0x61) ||
  (code > 0x7a && code < 0x7f);

/** The first place from `at` on, and before `end`, that holds neither a space, a tab nor the end of a line. */
export function afterBlanks(text: string, at: number, end = text.length): number {
  let place = at;
  while (place < end && isBlankOrEnd(text.charCodeAt(place))) place++;
  return place;
}

/** Labels are equal that differ in case and white space alone. */
export const normalised = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
