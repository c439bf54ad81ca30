/** Quotations, list items and footnotes: what a line goes on with, and what it begins, as micromark reads them. */
import {
  asterisk,
  caret,
  closingParenthesis,
  colon,
  digitOne,
  fullStop,
  greaterThan,
  hyphen,
  isBlank,
  isDigit,
  normalised,
  openingBracket,
  plus,
} from './characters';
import type { LineCursor } from './lineCursor';
import { endOfFootnoteLabel, isThematicBreak } from './lines';

export interface Container {
  readonly kind: 'quotation' | 'item' | 'footnote';
  /** Of an item: the columns by which its lines are indented. */
  readonly size: number;
  /** Of an item: the character of its mark. Items of one list have the same. */
  readonly mark: number;
  /** Of a footnote, `normalised`. */
  readonly label: string;
  /** Nothing stands behind the mark; then an empty line ends the item. */
  startsBlank: boolean;
  isLeftBlank: boolean;
  hasContent: boolean;
}

// All of them have the same fields in the same order, which engines read fastest.
const newContainer = (
  kind: Container['kind'],
  size: number,
  mark: number,
  label: string,
  startsBlank = false,
): Container => ({ kind, size, mark, label, startsBlank, isLeftBlank: false, hasContent: false });

/** A list item with something behind its mark; columns are as `Container` has them. */
export const newItem = (size: number, mark: number): Container => newContainer('item', size, mark, '');

/** Whether a line belongs to a container; then what shows it is passed. */
export function continues(cursor: LineCursor, container: Container): boolean {
  switch (container.kind) {
    case 'quotation':
      return cursor.indent < 4 && cursor.code === greaterThan && passQuotationMark(cursor);
    case 'footnote':
      if (cursor.isBlank) return true;
      if (cursor.indent < 4) return false;
      cursor.skip(4);
      return true;
    case 'item':
      return continuesItem(cursor, container);
  }
}

function passQuotationMark(cursor: LineCursor): true {
  cursor.pass(1);
  cursor.skip(1);
  return true;
}

function continuesItem(cursor: LineCursor, item: Container): boolean {
  if (cursor.isBlank) {
    if (item.startsBlank) item.isLeftBlank = true;
    cursor.skip(item.size);
    return true;
  }
  const isLeft = item.isLeftBlank;
  item.isLeftBlank = false;
  item.startsBlank = false;
  if (isLeft || cursor.indent < item.size) return false;
  cursor.skip(item.size);
  return true;
}

/**
 * The container that begins here; its mark is passed.
 * @param interrupts something is open that would go on: then fewer lists begin
 */
export function containerAt(cursor: LineCursor, interrupts: boolean): Container | undefined {
  if (cursor.indent > 3 || cursor.isBlank) return undefined;
  if (cursor.code === greaterThan) {
    passQuotationMark(cursor);
    return newContainer('quotation', 0, 0, '');
  }
  return cursor.code === openingBracket ? footnoteAt(cursor) : itemAt(cursor, interrupts);
}

function footnoteAt(cursor: LineCursor): Container | undefined {
  const { text, next } = cursor;
  if (text.charCodeAt(next + 1) !== caret) return undefined;
  const end = endOfFootnoteLabel(text, next, cursor.end);
  if (end < 0 || text.charCodeAt(end + 1) !== colon) return undefined;
  cursor.pass(end + 2 - next);
  cursor.skip(cursor.indent);
  return newContainer('footnote', 0, 0, normalised(text.slice(next + 2, end)));
}

/** A list item; one of the same list where `sibling` is given. */
export function itemAt(cursor: LineCursor, interrupts: boolean, sibling?: Container): Container | undefined {
  const { text, next, end } = cursor;
  const at = cursor.indent > 3 ? -1 : placeOfMark(cursor, interrupts);
  if (at < 0) return undefined;
  const mark = text.charCodeAt(at);
  if (sibling && sibling.mark !== mark) return undefined;
  if (at + 1 < end && !isBlank(text.charCodeAt(at + 1))) return undefined;
  const isEmpty = isBlankFrom(cursor, at + 1);
  if (isEmpty && interrupts) return undefined;
  const width = cursor.indent + at + 1 - next;
  cursor.pass(at + 1 - next);
  if (isEmpty) return newContainer('item', width + 1, mark, '', true);
  const blanks = cursor.indent > 4 ? 1 : cursor.indent;
  cursor.skip(blanks);
  return newItem(width + blanks, mark);
}

/** Where the bullet stands, or what follows the number; negative where no item begins. */
function placeOfMark({ text, next, end, code }: LineCursor, interrupts: boolean): number {
  if (code === hyphen || code === asterisk) return isThematicBreak(text, next, end) ? -1 : next;
  if (code === plus) return next;
  if (!isDigit(code) || (interrupts && code !== digitOne)) return -1;
  let at = next;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  if (at - next > (interrupts ? 1 : 9) || at >= end) return -1;
  const mark = text.charCodeAt(at);
  return mark === fullStop || mark === closingParenthesis ? at : -1;
}

function isBlankFrom({ text, end }: LineCursor, start: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}
