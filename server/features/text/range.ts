/** From offsets to the protocol's lines and characters: the one place where it is done. */
import type { Range } from 'vscode-languageserver-types';
import { lineStarts, positionAt } from '../../core/text/lines';
import type { Span } from '../../core/text/span';

export const toRange = (text: string, span: Span): Range => rangesIn(text)(span);

/** The same for several spans of one text. */
export function rangesIn(text: string): (span: Span) => Range {
  const starts = lineStarts(text);
  return ({ start, end }) => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
}
