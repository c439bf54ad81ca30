/** A plan as a grid of texts: what is read from, and written to, every format that is not Markdown. */

export interface PlanSheet {
  /** What the plan is called; formats that have no place for it leave it out. */
  readonly title: string | undefined;
  /** Names of the columns, as their headers say them. */
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /**
   * `heading`: a criterion's or sub-criterion's row, or a remark between the actions. A file read from outside may
   * not say which is which: then the reader goes by whether the row's ID is one of the standard's elements.
   */
  readonly kind: 'heading' | 'action';
  /** 1: a criterion's heading, 2: a sub-criterion's, and so on; undefined where nobody knows. */
  readonly depth?: number;
  /** One text per column, `PlanCell.text`: Markdown, line ends as `\n`. A shorter row has empty cells at its end. */
  readonly cells: readonly string[];
  /** Where the row stood in the file that it was read from, for people: the line or row number, from 1. */
  readonly place?: number;
}
