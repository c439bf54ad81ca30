/** What an import has understood of a file, before it meets the plan. */
import { nodeNamed } from '../../standard/retired';
import type { Lexicon, StandardNode } from '../../standard/standard';
import type { TakenColumn as ColumnTaken, TakenTable as TableTaken } from '../../tables/takenTable';
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

export type TakenTable = TableTaken<PlanColumnRole>;
export type TakenColumn = ColumnTaken<PlanColumnRole>;

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

/** What a row is about, by an ID of an earlier edition too; undefined where the standard does not have it. */
export function subjectNode(standard: Lexicon, { subject }: ImportedRow): StandardNode | undefined {
  if (subject.kind === 'group') return subject.node;
  return subject.kind === 'action' ? nodeNamed(standard, subject.id) : undefined;
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
