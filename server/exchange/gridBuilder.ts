/** Tables taken down cell by cell, within the limits. */
import type { Grid, GridRow } from '../core/plan/grid';
import { normalCell } from '../core/plan/print';
import { ExchangeError, limits } from './limits';

export interface GridBuilder {
  /** Begins a table; what is added from now on belongs to it. */
  readonly table: (name: string | undefined, unit: Grid['unit']) => void;
  /** Adds a row to the table begun last. @param place its number, from 1 */
  readonly row: (place: number, cells: readonly string[]) => void;
  readonly grids: (title: string | undefined) => readonly Grid[];
}

/** @throws ExchangeError, from its functions, beyond the limits */
export function gridBuilder(): GridBuilder {
  const tables: { name: string | undefined; unit: Grid['unit']; rows: GridRow[] }[] = [];
  let rows = 0;
  let characters = 0;
  return {
    table: (name, unit) => {
      if (tables.length >= limits.tables)
        throw new ExchangeError('The file has too many tables to be an action plan.');
      tables.push({ name, unit, rows: [] });
    },
    row: (place, cells) => {
      if (cells.length > limits.columns)
        throw new ExchangeError(`A row of the file has more than ${limits.columns} columns.`);
      characters += cells.reduce((sum, cell) => sum + cell.length, 0);
      if (++rows > limits.rows) throw new ExchangeError(`The file has more than ${limits.rows} rows.`);
      if (characters > limits.characters)
        throw new ExchangeError('The file holds too much text to be an action plan.');
      tables.at(-1)?.rows.push({ place, cells: cells.map(normalCell) });
    },
    grids: (title) => tables.map(({ name, unit, rows: own }) => ({ name, title, unit, rows: own })),
  };
}
