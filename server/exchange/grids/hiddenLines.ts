/** Rows and columns that nobody sees in their program: they are read, since a filter may have been left on, and it is said. */
import type { GridNote } from '../../core/tables/grid';
import { count, listOf } from '../../words/counts';
import { columnLetters } from '../parts/cellAddress';

/** How many rows that say something are not shown, and the place of the first, from 1. */
export interface HiddenRows {
  readonly first: number;
  readonly count: number;
}

/** @param columns those that say something, from 0 */
export function notesOnHiddenLines(
  rows: HiddenRows | undefined,
  columns: readonly number[],
): readonly GridNote[] {
  const letters = columns.map(columnLetters);
  return [
    ...(rows === undefined
      ? []
      : [
          {
            place: rows.first,
            text: '',
            reason: `${rows.count === 1 ? 'This row is' : `${count(rows.count, 'row')}, of which this is the first, are`} hidden, by hand or by a filter, and read all the same. Delete what is not meant.`,
          },
        ]),
    ...(letters.length === 0
      ? []
      : [
          {
            place: undefined,
            text: '',
            reason: `${letters.length === 1 ? `Column ${letters[0] ?? ''} is` : `Columns ${listOf(letters)} are`} hidden, and read all the same. Delete what is not meant.`,
          },
        ]),
  ];
}
