/** What a line is by what it begins with. */
import {
  backslash,
  backtick,
  closingBracket,
  hash,
  isBlank,
  isBlankOrEnd,
  openingBracket,
} from './characters';

/** Three or more of one mark, with nothing but blanks between them. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  let size = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) size++;
    else if (!isBlank(code)) return false;
  }
  return size > 2;
}

/** Three or more backticks or tildes; behind backticks there are no others. */
export function isFence(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  if (at - start < 3) return false;
  if (mark !== backtick) return true;
  for (; at < end; at++) if (text.charCodeAt(at) === backtick) return false;
  return true;
}

/** Where the bracket stands that closes `[^…`; negative where none does, or the label is none. */
export function endOfFootnoteLabel(text: string, start: number, end: number): number {
  for (let at = start + 2; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isBlankOrEnd(code) || code === openingBracket) return -1;
    if (code === closingBracket) return at > start + 2 && at - start <= longestLabel ? at : -1;
    if (code === backslash && /[[\]\\]/.test(text.charAt(at + 1))) at++;
  }
  return -1;
}

const longestLabel = 1000;

/** How many marks a fence has. */
export function fenceSize(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  return at - start;
}

/** The level of a heading that begins with marks; 0 where there is none. */
export function atxDepth(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === hash) at++;
  const depth = at - start;
  return depth <= 6 && (at >= end || isBlank(text.charCodeAt(at))) ? depth : 0;
}

/** What stands behind the marks of a heading, and where; without the marks that may close it. */
export function atxContent(
  text: string,
  start: number,
  end: number,
): { readonly from: number; readonly content: string } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  let closing = to;
  while (closing > from && text.charCodeAt(closing - 1) === hash) closing--;
  if (closing === from || (closing < to && isBlank(text.charCodeAt(closing - 1)))) to = closing;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { from, content: text.slice(from, to) };
}

/** A line of equals signs or hyphens, with nothing but blanks behind them. */
export function isUnderline(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at >= end;
}
