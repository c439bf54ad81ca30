/** The cells of one line of a table, where they stand and what they say. */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { PlanCell } from './model';

/**
 * Splits a row as GFM does, before anything else is read: at bars that no backslash stands before, where two
 * backslashes are a pair. Spans are those of the cells between the bars, white space included.
 */
export function cellSpans(text: string, row: Span): readonly Span[] {
  let start = row.start;
  while (start < row.end && isBlank(text[start])) start++;
  if (text[start] === '|') start++;
  const spans: Span[] = [];
  for (let at = start; at < row.end; at++) {
    if (text[at] === '\\' && (text[at + 1] === '|' || text[at + 1] === '\\')) at++;
    else if (text[at] === '|') {
      spans.push(spanOf(start, at));
      start = at + 1;
    }
  }
  if (text.slice(start, row.end).trim() !== '') spans.push(spanOf(start, row.end));
  return spans;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

export function cellIn(text: string, { start, end }: Span): PlanCell {
  const source = text.slice(start, end);
  const trimmed = source.trim();
  // What is written into an empty cell goes behind its first space.
  const from = trimmed === '' ? Math.min(1, source.length) : source.length - source.trimStart().length;
  return { text: readCell(trimmed), span: spanOf(start + from, start + from + trimmed.length) };
}

/**
 * What a cell of the file says: `\|` is `|`, and `<br>` a line end. Before a bar, each pair of backslashes is one:
 * `\\\|` is `\|`.
 */
export const readCell = (source: string): string =>
  source
    // From the first backslash of a row of them: a search from each one would take quadratic time.
    .replace(/(?<!\\)(\\+)\|/g, (_, before: string) => `${'\\'.repeat(before.length >> 1)}|`)
    .replace(/<br[ \t]*\/?>/gi, '\n')
    .trim();
