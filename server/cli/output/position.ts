/** Places in files as people and other programs count them. */
import { lineStarts, positionAt } from '../../core/text/lines';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Makes a function from offsets in `text` to places. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  return (offset) => {
    const { line, character } = positionAt(starts, offset);
    return { line: line + 1, column: character + 1 };
  };
}
