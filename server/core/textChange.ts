/** Changes of a text that leave the rest of it byte for byte as it is. */
import { lineAround } from './lines';
import type { Span } from './model';
import { spanOf } from './model';
import { readsAsNumber } from './yamlTree';

/** What is to stand in the place of a span. Of several changes of one text, no two overlap; all spans are of the text before. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

export const insertion = (offset: number, newText: string): TextChange => ({
  span: spanOf(offset, offset),
  newText,
});

/** The text after the changes. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const ordered = [...changes].sort(
    (left, right) => right.span.start - left.span.start || right.span.end - left.span.end,
  );
  return ordered.reduce(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

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

/** A text as a YAML scalar on one line: plain where that reads as the same text everywhere, else in double quotes. */
export function yamlScalar(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const isPlain =
    line !== '' &&
    !/^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #|[[\]{},]|[\p{Cc}]/u.test(line) &&
    !/^(?:true|false|yes|no|on|off|null|~|y|n)$/i.test(line) &&
    !readsAsNumber(line);
  return isPlain ? line : JSON.stringify(line);
}
