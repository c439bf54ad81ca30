/** The lines of a table as they stand in the file, and the pieces that a changed line is made of. */
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { lineEndOf } from '../text/edit';
import { cellSpans } from '../commonmark/tables';
import type { ActionPlan, PlanRow, PlanTable } from './model';
import { alignedRows } from './print';

/** The sources of a row's cells, trimmed; of cells that the row is too short for, empty ones. */
export const sourcesOf = ({ text }: ActionPlan, { cells }: PlanRow): readonly string[] =>
  cells.map(({ span }) => text.slice(span.start, span.end));

/** True where the row has a bar at both ends, so that a cell can change without its neighbours. */
export function isFramed({ text }: ActionPlan, { span }: PlanRow): boolean {
  const cells = cellSpans(text, span);
  const source = text.slice(span.start, span.end).trim();
  const last = cells.at(-1);
  return source.startsWith('|') && last !== undefined && text[last.end] === '|' && last.end < span.end;
}

/** The delimiter row, between the header and the first row. */
export function delimiterOf({ text }: ActionPlan, { header }: PlanTable): Span {
  const end = lineAround(text, header.end).end;
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  const line = lineAround(text, next);
  const before = text.slice(line.start, line.end).search(/[|:-]/);
  // In a quotation, the mark of the quotation stands before it.
  return spanOf(line.start + Math.max(0, before), line.end);
}

/** `---`, `:--`, `:-:` or `--:` per column. */
export const delimitersOf = (plan: ActionPlan, table: PlanTable): readonly string[] =>
  cellSpans(plan.text, delimiterOf(plan, table)).map(({ start, end }) => plan.text.slice(start, end).trim());

/** What stands before the rows on their lines: white space, or the mark of a quotation. */
export const prefixOf = ({ text }: ActionPlan, { header }: PlanTable): string =>
  text.slice(lineAround(text, header.start).start, header.start).replace(/^\uFEFF/, '');

/** How a new line begins: what ends the one before it, and what stands before every row. */
export const lineStart = (plan: ActionPlan, table: PlanTable): string =>
  lineEndOf(plan.text) + prefixOf(plan, table).replace(/[^>\s]/g, ' ');

/** Header, delimiter row and rows with their bars below each other, as they would be written. */
export const alignedLines = (plan: ActionPlan, table: PlanTable): readonly string[] =>
  alignedRows(
    [
      table.columns.map(({ span }) => plan.text.slice(span.start, span.end)),
      ...table.rows.map((row) => sourcesOf(plan, row)),
    ],
    delimitersOf(plan, table),
  );
