/** Edits of a text that leave the rest of it byte for byte as it is. */
import { lineAround } from './lines';
import type { Span } from './span';
import { spanOf } from './span';

/** What is to stand in the place of a span. Of several edits of one text, no two overlap; all spans are of the text before. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export const insertion = (offset: number, newText: string): Edit => ({
  span: spanOf(offset, offset),
  newText,
});

/** The text after the edits. What is inserted at one place stands in the order of the edits, as in LSP. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

/** In the order of the text; sorting is stable. */
export const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  [...edits].sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);

/** One edit that makes a text of another; what is the same at their start and end is left out. */
export function differenceOf(text: string, after: string): readonly Edit[] {
  if (text === after) return [];
  const shorter = Math.min(text.length, after.length);
  let start = 0;
  while (start < shorter && text[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && text.at(-1 - end) === after.at(-1 - end)) end++;
  // No editor can change half a line end or half a character.
  while (start > 0 && (cuts(text, start) || cuts(after, start))) start--;
  while (end > 0 && (cuts(text, text.length - end) || cuts(after, after.length - end))) end--;
  const newText = after.slice(start, after.length - end);
  return start < text.length - end
    ? [{ span: spanOf(start, text.length - end), newText }]
    : [atLineStart(text, insertion(start, newText))];
}

/** A line that is put in before one that starts alike (`- a` before `---`) is put in before all of it. */
function atLineStart(text: string, edit: Edit): Edit {
  const { end } = edit.span;
  const { start } = lineAround(text, end);
  const moved = text.slice(start, end);
  if (!edit.newText.endsWith(moved)) return edit;
  return insertion(start, moved + edit.newText.slice(0, edit.newText.length - moved.length));
}

const cuts = (text: string, at: number): boolean =>
  /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(text.slice(at - 1, at + 1));

/** How the lines of a text end: as its first one does. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** The line around an offset together with its line end. */
export function wholeLine(text: string, offset: number): Span {
  const { start, end } = lineAround(text, offset);
  return spanOf(start, end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0));
}

/** White space at the start of the line around an offset. */
export const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineAround(text, offset).start))?.[0] ?? '';
