/** A file in which nothing was found that was looked for: what it has instead, so that somebody can say which column is which. */
import { columnsSaid, fileColumns } from '../../core/tables/fileColumns';
import type { Grid } from '../../core/tables/grid';
import type { TakenTable } from '../../core/tables/takenTable';
import { withRemarks } from './gridNotes';
import { ExchangeError } from '../parts/limits';

/** @param message why, in whole sentences @param passed the tables that are none of what was looked for */
export function notUnderstood<Role extends string>(
  message: string,
  grids: readonly Grid[],
  passed: readonly TakenTable<Role>[],
): ExchangeError {
  const columns = fileColumns(passed);
  return new ExchangeError(withRemarks(message, grids) + columnsSaid(columns), columns);
}
