/**
 * An action plan: the tables of a Markdown file, read by what their columns mean. A file is one where it is called
 * action-plan.md, or its front matter says `type: action-plan`.
 */
import type { Body } from '../markdown/body';
import type { CivilDate } from '../text/civilDate';
import type { Span, Uri } from '../text/span';

/** What the columns of a plan mean, in the order in which a new plan has them. */
export const planColumns = ['ref', 'action', 'responsibility', 'target', 'progress', 'comments'] as const;
export type PlanColumnRole = (typeof planColumns)[number];

export interface ActionPlan {
  /** A Markdown file of a portfolio is a plan, or evidence. */
  readonly isPlan: true;
  readonly uri: Uri;
  readonly text: string;
  /** The title of its front matter, else its first heading. */
  readonly title: string | undefined;
  /** Headings and links, those in cells included. */
  readonly body: () => Body;
  /**
   * Tables that have a column for the element's ID and one for the action, the responsibility, the target or the
   * progress; other tables of the file are left in peace.
   */
  readonly tables: readonly PlanTable[];
  /** Tables that look like a plan's and lack a column that a plan needs: one without `action` is in `tables` too. */
  readonly incomplete: readonly IncompleteTable[];
  /** Tables that are no plan's by what their columns are called here. */
  readonly others: readonly PlanTable[];
  /** The headers of those that are a plan's, and not read: they have more columns than `planLimits` says. */
  readonly tooWide: readonly Span[];
}

export interface PlanTable {
  /** All of the table, from its header's first character to the end of its last row. */
  readonly span: Span;
  readonly header: Span;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
}

export interface IncompleteTable {
  readonly span: Span;
  readonly header: Span;
  readonly missing: readonly PlanColumnRole[];
}

export interface PlanColumn {
  /** As its header says it. */
  readonly name: string;
  /** Undefined: a column of the writer's own, which is kept. */
  readonly role: PlanColumnRole | undefined;
  readonly span: Span;
}

export interface PlanCell {
  /**
   * The cell's Markdown as a person means it: trimmed, `\|` read as `|`, and `<br>` as a line end (`\n`). Written back
   * by `cellMarkdown` in print.ts, it gives the same cell.
   */
  readonly text: string;
  /** The trimmed cell in the file; where the row is too short to have it, the empty span at the end of the row. */
  readonly span: Span;
}

/** A row whose first cell is no element's ID: `1 Customer Insight`, `1.1 Customer Identification`, or a remark. */
export interface PlanHeadingRow {
  readonly kind: 'heading';
  readonly span: Span;
  /** As many as the table has columns, or more where the row is longer than the header. */
  readonly cells: readonly PlanCell[];
}

/** A row that is about an element. Several rows may be about one. */
export interface PlanAction {
  readonly kind: 'action';
  readonly span: Span;
  readonly cells: readonly PlanCell[];
  /** The element's ID, known to the standard or not. */
  readonly id: string;
  /** The place of the ID in the file, without the marks around it. */
  readonly idSpan: Span;
  readonly ref: PlanCell;
  /** Undefined where the table has no such column. */
  readonly action: PlanCell | undefined;
  readonly responsibility: PlanCell | undefined;
  readonly target: PlanCell | undefined;
  readonly progress: PlanCell | undefined;
  readonly comments: PlanCell | undefined;
  /** What the cells of these columns mean; `none` where the cell is empty or not there. */
  readonly due: PlanDate;
  readonly state: PlanProgress;
}

export type PlanRow = PlanHeadingRow | PlanAction;

/** A target date as people write it in the UK. */
export type PlanDate =
  | { readonly kind: 'none' }
  /** `last`: the day after which the action is overdue: of a month, a quarter or a year, its last day. */
  | {
      readonly kind: 'date';
      readonly last: CivilDate;
      readonly precision: 'day' | 'month' | 'quarter' | 'year';
    }
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'invalid' };

export const progressWords = ['not started', 'in progress', 'on hold', 'complete'] as const;
export type ProgressWord = (typeof progressWords)[number];

export type PlanProgress =
  | { readonly kind: 'none' }
  /** `percent`: 0 to 100, where the writer gives one; 100 is complete and 0 not started. */
  | { readonly kind: 'known'; readonly word: ProgressWord; readonly percent: number | undefined }
  /** Something else, kept as it is. */
  | { readonly kind: 'other' };

/** Anything but a complete action is open. */
export const isOpen = ({ state }: PlanAction): boolean =>
  !(state.kind === 'known' && state.word === 'complete');

/** The actions of all tables, in the order of the file. */
export const actionsOf = ({ tables }: ActionPlan): readonly PlanAction[] =>
  tables.flatMap(({ rows }) => rows.filter((row) => row.kind === 'action'));
