/** Sheets of a workbook that nobody sees: they are not read, and where one holds a table, it is said. */
import type { GridNote } from '../../core/tables/grid';
import { ExchangeError } from '../parts/limits';

/**
 * What is said of a hidden sheet, which may be out of date, or be what a colleague has put aside. Of words to choose
 * from, in one column, nothing is said. That it cannot be read is no reason to leave the file alone.
 * @param rows gives its texts, as far as they are asked for @param program that shows it
 */
export function notesOnHidden(
  name: string,
  rows: () => Iterable<readonly string[]>,
  program = 'Excel',
): readonly GridNote[] {
  if (!holdsTable(rows)) return [];
  const reason = `This sheet is hidden, and was not read. If it is to be read, show it in ${program}, save the file, and import it again.`;
  return [{ place: undefined, text: `Sheet “${name}”`, reason }];
}

function holdsTable(rows: () => Iterable<readonly string[]>): boolean {
  let wide = 0;
  try {
    for (const cells of rows())
      if (cells.filter((cell) => cell.trim() !== '').length >= 2 && ++wide === 2) return true;
    return false;
  } catch (error) {
    if (error instanceof ExchangeError) return true;
    throw error;
  }
}
