/** Which cell of a plan the cursor is in. */
import { lineAround } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import { cellSpans } from '../../core/commonmark/tables';
import type { ActionPlan, PlanColumn, PlanRow, PlanTable } from '../../core/plan/model';

export interface PlanPosition {
  readonly table: PlanTable;
  readonly row: PlanRow;
  /** Undefined behind the last column. */
  readonly column: PlanColumn | undefined;
  /** What stands in the cell, without the white space around it; where nothing does, the cursor. */
  readonly token: Span;
}

/** Undefined outside the rows of a plan's tables, and in headers. */
export function planPositionAt({ text, tables }: ActionPlan, offset: number): PlanPosition | undefined {
  for (const table of tables) {
    const row = table.rows.find(
      ({ span }) => span.start <= offset && offset <= lineAround(text, span.end).end,
    );
    if (!row) continue;
    const cells = cellSpans(text, spanOf(row.span.start, Math.max(row.span.end, offset)));
    const found = cells.findIndex(({ end }) => offset <= end);
    // Behind the last bar, another cell begins.
    const at = found < 0 ? cells.length : found;
    const cell = cells[at] ?? spanOf(offset, offset);
    if (offset < cell.start) return undefined;
    const source = text.slice(cell.start, cell.end);
    const start = cell.start + source.length - source.trimStart().length;
    const isEmpty = source.trim() === '';
    const token = isEmpty ? spanOf(offset, offset) : spanOf(start, start + source.trim().length);
    // In the white space beside what the cell holds, nothing of it is meant.
    if (offset < token.start || offset > token.end + 1) return undefined;
    return { table, row, column: table.columns[at], token: spanOf(token.start, Math.max(token.end, offset)) };
  }
  return undefined;
}
