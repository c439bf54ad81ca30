/** NUL characters, which programs leave in cells and nobody sees: with one in it, a file is no text any more. */
import type { GridNote } from '../../core/tables/grid';

/** A text of others without them, such as a field that a program has filled up to its length. */
export const leaveOutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);

/** @param places of the cells that had any, in order */
export function noteOnNul(places: readonly number[]): readonly GridNote[] {
  const [place] = places;
  if (place === undefined) return [];
  const where = places.length === 1 ? 'a cell' : `${places.length} cells`;
  const reason = `NUL characters, which nobody sees and no text may hold, were left out of ${where}.`;
  return [{ place, text: '', reason }];
}
