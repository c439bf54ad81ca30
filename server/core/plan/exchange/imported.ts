/** What an import has understood of a file, before it meets the plan. */
import type { StandardNode } from '../../standard/standard';
import type { Because } from '../../tables/columns';
import type { PlanColumnRole } from '../model';

export interface ImportedPlan {
  readonly title: string | undefined;
  readonly columns: readonly ImportedColumn[];
  readonly rows: readonly ImportedRow[];
  /** What needs a person: rows that were left out, and rows that are kept without their meaning being clear. */
  readonly problems: readonly RowProblem[];
  /** Which column was taken for what, table by table. */
  readonly taken: readonly TakenTable[];
  /** The tables of which nothing was read, because no plan was seen in them. */
  readonly passed: readonly TakenTable[];
  /** What was read otherwise than it is written, in whole sentences for people: nobody has to do anything. */
  readonly notes: readonly string[];
}

export interface ImportedColumn {
  readonly name: string;
  readonly role: PlanColumnRole | undefined;
}

export interface TakenTable {
  /** Which table of the file; undefined where there is one. */
  readonly where: string | undefined;
  readonly columns: readonly TakenColumn[];
  /** All of its columns, in the table's order. */
  readonly names: readonly string[];
  /** Columns that are kept as the writer's own. */
  readonly others: readonly string[];
}

export interface TakenColumn {
  readonly role: PlanColumnRole;
  /** As its header says it; `column C` without one, `Notes (column C)` where an earlier column says the same. */
  readonly name: string;
  readonly because: Because;
}

export interface ImportedRow {
  /** A row about an element, the heading of a group of the standard, or anything else, which is kept as it is. */
  readonly subject:
    | { readonly kind: 'action'; readonly id: string }
    | {
        readonly kind: 'group';
        readonly node: StandardNode;
        /** Other headings stood in its row. */
        readonly isShared: boolean;
      }
    | { readonly kind: 'remark' };
  /** One per column; a shorter row has empty ones at its end. */
  readonly cells: readonly string[];
  readonly where: string;
}

export interface RowProblem {
  /** `line 12`, or `sheet “Plan”, row 3`. */
  readonly where: string;
  /** What the row says, cut short. */
  readonly text: string;
  /** A whole sentence for people. */
  readonly reason: string;
  /** Left out; else it stands in the plan as it came. */
  readonly isLeftOut: boolean;
}
