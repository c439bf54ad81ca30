/** Remarks that hang on a cell and are not what it says: notes and comments of spreadsheets and documents. */
import type { GridNote } from '../../core/tables/grid';
import { oneLine } from '../../words/oneLine';

export interface RemarkAt {
  /** As people call the cell: `cell G5`. */
  readonly at: string;
  /** From 0. */
  readonly column: number;
  /** Of its row, from 1. */
  readonly place: number;
  readonly text: string;
}

/** More of them are counted. */
const most = 200;

/** Nobody takes them for what a row says, and nobody is to miss them. */
export function notesOfRemarks(remarks: readonly RemarkAt[]): readonly GridNote[] {
  const shown = remarks.slice(0, most).map(({ at, column, place, text }): GridNote => ({
    place,
    column,
    text: oneLine(text),
    reason: `A note on ${at} is no part of the table, and was not read.`,
  }));
  const left = remarks.length - shown.length;
  if (left === 0) return shown;
  return [...shown, { place: undefined, text: '', reason: `${left} more notes on cells were not read.` }];
}
