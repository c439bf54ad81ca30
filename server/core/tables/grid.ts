/** Tables of a file from outside, before anybody has asked what their columns mean. */

export interface Grid {
  /** Which table of the file it is, for people: `sheet “Plan”`, `table 2`; undefined where the file is one table. */
  readonly name: string | undefined;
  /** What the file is called in itself. */
  readonly title: string | undefined;
  /** What the places of its rows count. */
  readonly unit: 'line' | 'row';
  readonly rows: readonly GridRow[];
  /** Texts that stand between the table before this one and this one, such as headings of a document. */
  readonly before?: readonly string[];
  /** What of it could not be read, or has to be looked at. */
  readonly notes?: readonly GridNote[];
}

export interface GridNote {
  /** The place of a row, from 1; undefined where it is about the table as a whole. */
  readonly place: number | undefined;
  /** What stands there, cut short; may be empty. */
  readonly text: string;
  /** Whole sentences for people. */
  readonly reason: string;
  /** Of the cell at which somebody has left it as a remark, from 0; absent where it is about more than that. */
  readonly column?: number;
}

export interface GridRow {
  /** From 1. */
  readonly place: number;
  /** As `normalCell` leaves them. */
  readonly cells: readonly string[];
}
