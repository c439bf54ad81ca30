/** Tables of a file from outside, before anybody has asked what their columns mean. */

export interface Grid {
  /** Which table of the file it is, for people: `sheet “Plan”`, `table 2`; undefined where the file is one table. */
  readonly name: string | undefined;
  /** What the file is called in itself. */
  readonly title: string | undefined;
  /** What the places of its rows count. */
  readonly unit: 'line' | 'row';
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** From 1. */
  readonly place: number;
  /** As `normalCell` leaves them. */
  readonly cells: readonly string[];
}
