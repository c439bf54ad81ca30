/** Edits of several rows of one action plan at once. What is not changed stays byte for byte as it is. */
import { lineAround } from '../text/lines';
import type { Edit } from '../text/edit';
import { spanOf } from '../text/span';
import { setCellsAt } from './edits';
import { readPlanDate } from './dates';
import type { ActionPlan, PlanColumn, PlanRow, PlanTable } from './model';

/** A row by its place in the file, and what stands there: so that no other one is changed in its stead. */
export interface RowPlace {
  /** Of the plan's tables, from 0. */
  readonly table: number;
  /** Of the table's rows, from 0. */
  readonly row: number;
  /** The row's source. */
  readonly source: string;
}

export interface FoundRow {
  readonly table: PlanTable;
  readonly row: PlanRow;
}

/** Undefined where one of them is no longer at its place. */
export function rowsAt(plan: ActionPlan, places: readonly RowPlace[]): readonly FoundRow[] | undefined {
  const found = places.flatMap(({ table: at, row: number, source }) => {
    const table = plan.tables[at];
    const row = table?.rows[number];
    return table && row && rowSource(plan, row) === source ? [{ table, row }] : [];
  });
  return found.length === places.length ? found : undefined;
}

export const rowSource = ({ text }: ActionPlan, { span }: PlanRow): string =>
  text.slice(span.start, span.end);

/** The name of a column among those of all tables of a plan: its meaning, or else what its header says. */
export const columnKey = ({ role, name }: PlanColumn): string => role ?? `own: ${name}`;

/**
 * Writes one text into a column of some rows. Rows whose table does not have the column stay as they are.
 * @param text Markdown, as `PlanCell.text`
 */
export const setInRows = (
  plan: ActionPlan,
  rows: readonly FoundRow[],
  key: string,
  text: string,
): readonly Edit[] =>
  rows.flatMap(({ table, row }) => {
    const at = table.columns.findIndex((column) => columnKey(column) === key);
    return at < 0 ? [] : setCellsAt(plan, row, new Map([[at, text]]));
  });

/** Takes rows out, each with its line. */
export function removeRows({ text }: ActionPlan, rows: readonly FoundRow[]): readonly Edit[] {
  return rows.map(({ row: { span } }) => {
    const { start } = lineAround(text, span.start);
    const { end } = lineAround(text, span.end);
    const ended = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    if (ended > 0) return { span: spanOf(start, end + ended), newText: '' };
    // The last line of the file has no end: it takes that of the one before it along.
    const before = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
    return { span: spanOf(start - before, end), newText: '' };
  });
}

/** Whether a target date says something that the plan's reader understands; nothing at all is understood, too. */
export const isTarget = (text: string): boolean => readPlanDate(text).kind !== 'invalid';
