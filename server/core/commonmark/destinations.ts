/** The parts of a link behind its text: a destination, a title, a label; as micromark reads them. */
import {
  backslash,
  closingBracket,
  closingParenthesis,
  greaterThan,
  isBlankOrEnd,
  lessThan,
  lineFeed,
  carriageReturn,
  openingBracket,
  openingParenthesis,
  space,
} from './characters';

/** A destination as it is written, without angle brackets, and the place behind it. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** How many round brackets may stand in each other in the destination of an inline link. */
export const inlineBrackets = 32;

/** Undefined where no destination begins. */
export function destinationAt(text: string, at: number, brackets = Infinity): Destination | undefined {
  return text.charCodeAt(at) === lessThan ? enclosed(text, at) : raw(text, at, brackets);
}

function enclosed(text: string, start: number): Destination | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === greaterThan) return { start: start + 1, end: at, after: at + 1 };
    if (code === lessThan || code === lineFeed || code === carriageReturn) return undefined;
    if (code === backslash && isOneOf(text, at + 1, '<>\\')) at++;
  }
  return undefined;
}

function raw(text: string, start: number, brackets: number): Destination | undefined {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (depth === 0 && (code === closingParenthesis || isBlankOrEnd(code))) break;
    if (code <= space || code === 0x7f) return undefined;
    if (code === openingParenthesis && ++depth > brackets) return undefined;
    if (code === closingParenthesis) depth--;
    if (code === backslash && isOneOf(text, at + 1, '()\\')) at++;
  }
  return depth > 0 || at === start ? undefined : { start, end: at, after: at };
}

const isOneOf = (text: string, at: number, characters: string): boolean =>
  at < text.length && characters.includes(text.charAt(at));

/** The place behind a title; negative where none begins. */
export function afterTitle(text: string, start: number): number {
  const mark = text.charCodeAt(start);
  const closer = mark === openingParenthesis ? closingParenthesis : mark;
  if (mark !== 0x22 && mark !== 0x27 && mark !== openingParenthesis) return -1;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === closer) return at + 1;
    if (code !== backslash) continue;
    const next = text.charCodeAt(at + 1);
    if (next === closer || next === backslash) at++;
  }
  return -1;
}

const longestLabel = 999;

/** The place of the bracket that closes a label, which begins at `[`; negative where it is none. */
export function endOfLabel(text: string, start: number): number {
  let isSeen = false;
  let size = 0;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === openingBracket) return -1;
    if (code === closingBracket) return isSeen && size <= longestLabel ? at : -1;
    if (code === lineFeed || code === carriageReturn) continue;
    size++;
    if (!isBlankOrEnd(code)) isSeen = true;
    if (code === backslash && isOneOf(text, at + 1, '[]\\')) {
      at++;
      size++;
    }
  }
  return -1;
}
