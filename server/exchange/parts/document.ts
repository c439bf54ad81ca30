/** What the writers of all formats share. */
import type { CountSheet } from '../../core/tables/counts';
import type { SheetColumn, TableRow, TableSheet } from '../../core/tables/sheet';
import { plainColumn } from '../../core/tables/sheet';

/** A table and what stands around it. */
export interface TableDocument {
  /** What the document is called. */
  readonly title: string;
  readonly sheet: TableSheet;
  /** In workbooks, another sheet that counts what stands on the first. */
  readonly counts?: readonly CountSheet[];
  /** Of the standard whose words the table gives; may be empty. */
  readonly acknowledgement: string;
}

/** All columns of a table: where a row is longer than the header, those without a name as well. */
export function columnsOf({ columns, rows }: TableSheet): readonly SheetColumn[] {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  return Array.from({ length: count }, (_, at) => columns[at] ?? plainColumn);
}

/** As many cells as there are columns, or more where the row has more. */
export const cellsOf = (cells: readonly string[], columns: number): readonly string[] =>
  cells.length >= columns ? cells : [...cells, ...Array<string>(columns - cells.length).fill('')];

/** A heading that stands alone in its row goes over all columns. */
export const isAlone = ({ kind, cells }: TableRow): boolean =>
  kind === 'heading' && cells[0] !== undefined && cells.slice(1).every((cell) => cell === '');

/** Of so many columns, a page has no room in the usual size. */
export const isCrowded = (columns: readonly SheetColumn[]): boolean => columns.length > 7;

/** How wide columns are on a page, in parts of `room`: of many, narrow ones keep the room that a word needs. */
export function pageWidths(columns: readonly SheetColumn[], room: number): readonly number[] {
  const wanted = columns.map(({ width }) => (isCrowded(columns) ? Math.max(width, 14) : width));
  const sum = wanted.reduce((all, width) => all + width, 0);
  return wanted.map((width) => (width / sum) * room);
}
