/** A table that is to be written, in any format: what its columns hold, and its rows. */

export interface TableSheet {
  /** What the sheet of a workbook is called. */
  readonly name: string;
  /** What the table is about, for those who have it read aloud to them. */
  readonly caption: string;
  readonly columns: readonly SheetColumn[];
  /** Buttons in its header show rows by what they hold. */
  readonly hasFilters?: boolean;
  readonly rows: readonly TableRow[];
}

export interface SheetColumn {
  /** As its header says it. */
  readonly name: string;
  /** In characters of the usual size. */
  readonly width: number;
  /**
   * `exact`: what is typed there stays as it was typed, such as an ID. `date`: a day is a date for the program that opens
   * the file. `choice`: one of `choices`, or what somebody types.
   */
  readonly holds: 'text' | 'exact' | 'date' | 'choice';
  readonly choices?: readonly string[];
  /** It names the row. */
  readonly isKey?: boolean;
}

export interface TableRow {
  /** `heading`: it speaks for the rows below it. */
  readonly kind: 'heading' | 'entry';
  /** Of a heading; 1: of the highest kind. */
  readonly depth?: number;
  /** One text per column, Markdown, line ends as `\n`. A shorter row has empty cells at its end, a longer one more. */
  readonly cells: readonly string[];
}

/** A column that nobody has described. */
export const plainColumn: SheetColumn = { name: '', width: 24, holds: 'text' };
