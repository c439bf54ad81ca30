/**
 * Bounds on what the tables of one plan may ask of the parser, far from what people write. What is beyond them is
 * not read; it stays in the file as it is.
 */
export const planLimits = {
  /** Lines of the file; the largest standards have some thousand elements. */
  lines: 10_000,
  /** Bars in the file: each may be a cell. */
  bars: 150_000,
  /** Columns of a table; one with more is left in peace. Each row has as many cells as its table has columns. */
  columns: 60,
} as const;

/** The same text, or as many of its lines as are within the limits. */
export function withinPlanLimits(text: string): string {
  let lines = 0;
  let bars = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') lines++;
    else if (character === '|') bars++;
    if (lines < planLimits.lines && bars < planLimits.bars) continue;
    // The line that goes beyond goes with the rest.
    return text.slice(0, Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1);
  }
  return text;
}
