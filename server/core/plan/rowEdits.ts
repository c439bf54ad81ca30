/** Edits of several rows of one action plan at once. What is not changed stays byte for byte as it is. */
import type { Edit } from '../text/edit';
import { wholeLine } from '../text/edit';
import type { Span } from '../text/span';
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

/** Each row once. Undefined where one of them is no longer at its place. */
export function rowsAt(plan: ActionPlan, places: readonly RowPlace[]): readonly FoundRow[] | undefined {
  const once = [...new Map(places.map((place) => [`${place.table} ${place.row}`, place])).values()];
  const found = once.flatMap(({ table: at, row: number, source }) => {
    const table = plan.tables[at];
    const row = table?.rows[number];
    return table && row && rowSource(plan, row) === source ? [{ table, row }] : [];
  });
  return found.length === once.length ? found : undefined;
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
  const lines = rows
    .map(({ row: { span } }) => spanOf(wholeLine(text, span.start).start, wholeLine(text, span.end).end))
    .sort((one, other) => one.start - other.start);
  // Lines that follow on each other go in one: no two edits may have a line end in common.
  const gone: Span[] = [];
  for (const line of lines) {
    const before = gone.at(-1);
    if (before && before.end >= line.start) gone.splice(-1, 1, spanOf(before.start, line.end));
    else gone.push(line);
  }
  return gone.map(({ start, end }) => ({
    span: spanOf(start - endBefore(text, start, end), end),
    newText: '',
  }));
}

/** The last line of a file may have no end: it takes that of the line before it along. */
const endBefore = (text: string, start: number, end: number): number =>
  end < text.length || /[\r\n]$/.test(text)
    ? 0
    : (/(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);

/** Whether a target date says something that the plan's reader understands; nothing at all is understood, too. */
export const isTarget = (text: string): boolean => readPlanDate(text).kind !== 'invalid';
