/** What the writers of all formats share. */
import type { PlanSheet, SheetRow } from '../core/plan/sheet';
import { rolesOf } from '../core/plan/columns';
import type { PlanColumnRole } from '../core/plan/model';

/** A plan and what stands around it. */
export interface PlanDocument {
  readonly sheet: PlanSheet;
  /** What the plan is called. */
  readonly title: string;
  /** Of the standard whose words the plan gives; may be empty. */
  readonly acknowledgement: string;
}

/** How wide a column is, in characters of the usual size. */
export const widthsOf = (header: readonly string[]): readonly number[] =>
  rolesOf(header).map((role) => (role ? widths[role] : 24));

const widths: Readonly<Record<PlanColumnRole, number>> = {
  ref: 10,
  action: 56,
  responsibility: 22,
  target: 16,
  progress: 16,
  comments: 40,
};

/** As many cells as there are columns, or more where the row has more. */
export const cellsOf = ({ cells }: SheetRow, columns: number): readonly string[] =>
  cells.length >= columns ? cells : [...cells, ...Array<string>(columns - cells.length).fill('')];

/** A heading that stands alone in its row goes over all columns. */
export const isAlone = ({ kind, cells }: SheetRow): boolean =>
  kind === 'heading' && cells[0] !== undefined && cells.slice(1).every((cell) => cell === '');

/** Columns of the longest row. */
export const columnsOf = ({ header, rows }: PlanSheet): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
