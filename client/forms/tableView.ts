/** A table as its page shows it: of all evidence, or of an action plan. Data only. */
import type { Choice } from './choice';

export interface TableView {
  readonly title: string;
  /** One row is called so: `file`, `action`. */
  readonly rowWord: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** What can be done with rows, or without any. */
  readonly actions: readonly TableAction[];
}

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** How a cell is changed: not at all, as a text, by one of a few, by one of those that are offered, as a day. */
  readonly edit: 'none' | 'text' | 'choice' | 'suggest' | 'day';
  /** For `choice`. */
  readonly choices: readonly Choice[];
  /** All chosen rows can get one value. */
  readonly forMany: boolean;
  /** Its share of the table's width. */
  readonly width: number;
}

export interface TableRow {
  /** Its name, by which it is found again. */
  readonly id: string;
  /** In the order of the columns. */
  readonly cells: readonly TableCell[];
  /** What is to be seen at a glance; empty: nothing. */
  readonly flag: '' | 'overdue' | 'draft' | 'withdrawn' | 'heading';
}

export interface TableCell {
  /** What is edited. */
  readonly value: string;
  /** What is shown, where that is something else. */
  readonly shown?: string;
  /** What it stands for, where it is too short to say so. */
  readonly hint?: string;
  /** What it is sorted by, where that is something else. */
  readonly sortsAs?: string;
  /** It cannot be changed, whatever its column says. */
  readonly isFixed?: true;
}

export interface TableAction {
  readonly name: string;
  readonly label: string;
  /** It is done with chosen rows, and without any not at all. */
  readonly needsRows: boolean;
}
