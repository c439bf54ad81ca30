/** Paragraphs, code and HTML: what a line goes on with. Headings and lines across the page are of one line. */
import { asterisk, backtick, equals, hash, hyphen, lessThan, tilde, underscore } from './characters';
import type { HtmlEnd } from './htmlStart';
import { htmlStart } from './htmlStart';
import type { LineCursor } from './lineCursor';
import { atxDepth, isFence, isThematicBreak, isUnderline } from './lines';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly start: number;
  end: number;
  /** The first thing in a list item. */
  readonly isFirst: boolean;
  /** Marks of quotations that stand before its lines, with the blanks around them. */
  readonly masked: (readonly [from: number, to: number])[];
}

export interface Html {
  readonly kind: 'html';
  readonly start: number;
  end: number;
  readonly ends: HtmlEnd;
}

export interface Fence {
  readonly kind: 'fence';
  readonly mark: number;
  readonly size: number;
}

export type Leaf = Paragraph | Html | Fence | { readonly kind: 'indented' };

/** Whether a line belongs to code or HTML: `ends`, where it does and nothing after it. */
export function staysIn(leaf: Exclude<Leaf, Paragraph>, cursor: LineCursor): boolean | 'ends' {
  switch (leaf.kind) {
    case 'indented':
      return cursor.isBlank || cursor.indent > 3;
    case 'fence': {
      const isClosed =
        cursor.indent < 4 && cursor.code === leaf.mark && isClosingFence(cursor, leaf.mark, leaf.size);
      return isClosed ? 'ends' : true;
    }
    case 'html':
      if (leaf.ends === 'blank' && cursor.isBlank) return false;
      leaf.end = cursor.end;
      return leaf.ends !== 'blank' && leaf.ends.test(cursor.text.slice(cursor.at, cursor.end))
        ? 'ends'
        : true;
  }
}

function isClosingFence({ text, next, end }: LineCursor, mark: number, size: number): boolean {
  let at = next;
  while (at < end && text.charCodeAt(at) === mark) at++;
  return at - next >= size && /^[ \t]*$/.test(text.slice(at, end));
}

/**
 * Whether a paragraph ends before a line: `unsure` where only the whole parser knows.
 * @param isLazy the line has left quotations and list items in which the paragraph stands
 */
export function endsBefore(cursor: LineCursor, isLazy: boolean): boolean | 'unsure' {
  if (cursor.isBlank) return true;
  if (cursor.indent > 3) return false;
  const { text, next, end } = cursor;
  switch (cursor.code) {
    case hash:
      return atxDepth(text, next, end) > 0;
    case equals:
      return !isLazy && isUnderline(text, next, end);
    case hyphen:
      return (!isLazy && isUnderline(text, next, end)) || isThematicBreak(text, next, end);
    case asterisk:
    case underscore:
      return isThematicBreak(text, next, end);
    case backtick:
    case tilde:
      return isFence(text, next, end);
    case lessThan:
      return endsBeforeHtml(cursor.rest, isLazy);
    default:
      return false;
  }
}

function endsBeforeHtml(line: string, isLazy: boolean): boolean | 'unsure' {
  if (htmlStart(line, true) !== undefined) return true;
  // What micromark makes of a tag of any name in a line that has left its quotation or list is hard to say.
  return isLazy && htmlStart(line, false) !== undefined ? 'unsure' : false;
}

/** The text of a paragraph, as long as where it stands, with spaces for the marks of quotations in it. */
export function contentOf(text: string, { start, end, masked }: Paragraph): string {
  if (masked.length === 0) return text.slice(start, end);
  const pieces: string[] = [];
  let at = start;
  for (const [from, to] of masked) {
    pieces.push(text.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  return pieces.join('') + text.slice(at, end);
}
