/** Where the columns of each table of a file stand among those of the whole import. */
import type { ColumnChoice } from '../../tables/columns';
import { trimmed } from '../../tables/headers';
import { columnTitles } from '../columns';
import type { PlanColumnRole } from '../model';
import type { ImportedColumn } from './imported';

/** Where each column of a table stands among those of all tables; new ones are added. */
export function placesOf(
  names: readonly string[],
  choices: readonly ColumnChoice<PlanColumnRole>[],
  columns: ImportedColumn[],
): readonly number[] {
  const used = new Set<number>();
  const count = choices.reduce((most, { column }) => Math.max(most, column + 1), names.length);
  return Array.from({ length: count }, (_, at) => {
    const role = choices.find(({ column }) => column === at)?.role;
    const said = names[at] ?? '';
    const name = said === '' && role ? columnTitles[role] : said;
    const known = columns.findIndex(
      (other, place) => !used.has(place) && (role ? other.role === role : !other.role && other.name === name),
    );
    const place = known < 0 ? columns.push({ name, role }) - 1 : known;
    used.add(place);
    return place;
  });
}

/** Cells beyond the header get a column without a name. */
export function placedCells(
  cells: readonly string[],
  places: readonly number[],
  columns: ImportedColumn[],
): readonly string[] {
  const result: string[] = [];
  const isPlaced = new Set(places);
  let free = 0;
  for (const [column, cell] of cells.entries()) {
    let at = places[column];
    if (at === undefined) {
      if (cell === '' && trimmed(cells).length <= column) continue;
      while (isPlaced.has(free) || columns[free]?.role || (columns[free]?.name ?? '') !== '') free++;
      if (free >= columns.length) columns.push({ name: '', role: undefined });
      at = free++;
    }
    while (result.length < at) result.push('');
    result[at] = cell;
  }
  return result;
}
