/** Lines and columns of offsets, for the edges that speak in them. */

export interface Position {
  /** From 0. */
  readonly line: number;
  /** UTF-16 code units from the start of the line, from 0. */
  readonly character: number;
}

/**
 * Offsets at which the lines of a text start; `\n`, `\r\n` and `\r` end a line, as in LSP. The first line starts
 * behind a byte order mark, which no editor counts as a character.
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  if (!text.includes('\r')) {
    // Nearly all texts, and the engine looks for one character faster than we do.
    for (let at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1) starts.push(at);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The position of an offset; beyond the end, the last position. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] ?? 0)) };
}

/** The span of the line around an offset, without its line end. */
export function lineAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

/** The line before one that starts at an offset; undefined for the first. */
export function lineAbove(
  text: string,
  start: number,
): { readonly start: number; readonly end: number } | undefined {
  const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
  return end < 0 ? undefined : lineAround(text, end);
}

/** The line behind one that ends at an offset; undefined for the last. */
export function lineBelow(
  text: string,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  if (end >= text.length) return undefined;
  return lineAround(text, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** The first line that says anything, from its first word, as far as anybody underlines one. */
export function firstWords(text: string): { readonly start: number; readonly end: number } {
  const start = Math.max(0, text.search(/[^\s\uFEFF]/));
  const line = text.slice(start, start + 200).replace(/[\r\n][^]*/, '');
  return { start, end: start + line.trimEnd().length };
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
