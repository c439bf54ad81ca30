/** Which column of one table was taken for what. */
import type { ColumnChoice } from '../../tables/columns';
import type { GridRow } from '../../tables/grid';
import { trimmed } from '../../tables/headers';
import type { TakenTable } from './imported';
import type { PlanColumnRole } from '../model';

/** @param names of its header. @param where which table of the file */
export function takenTable(
  where: string | undefined,
  names: readonly string[],
  rows: readonly GridRow[],
  choices: readonly ColumnChoice<PlanColumnRole>[],
): TakenTable {
  const count = rows.reduce((most, { cells }) => Math.max(most, trimmed(cells).length), names.length);
  const all = Array.from({ length: count }, (_, at) => names[at] ?? '');
  const nameAt = (at: number): string => {
    const name = all[at] ?? '';
    if (name === '') return `column ${letterOf(at)}`;
    return all.indexOf(name) < at ? `${name} (column ${letterOf(at)})` : name;
  };
  return {
    where,
    columns: choices.map(({ role, column, because }) => ({ role, name: nameAt(column), because })),
    names: all.map((_, at) => nameAt(at)),
    others: all.flatMap((_, at) => (choices.some(({ column }) => column === at) ? [] : [nameAt(at)])),
  };
}

/** As spreadsheets count their columns: A to Z, AA. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
