/** What the cells of a table say. */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { PlanCell } from './model';

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
