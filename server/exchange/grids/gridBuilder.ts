/** Tables taken down cell by cell, within the limits. */
import type { Grid, GridNote, GridRow } from '../../core/tables/grid';
import { normalCell } from '../../core/plan/print';
import { unguarded } from '../parts/guards';
import { ExchangeError, limits } from '../parts/limits';
import type { StruckRow } from './struck';
import { leaveOutNul, noteOnNul } from './nul';
import { notesOnStruck, unstruck, unstruckText } from './struck';
import { capitalised } from '../../words/capitals';

export interface GridBuilder {
  /**
   * Begins a table; what is added from now on belongs to it.
   * @param before texts between the table before and this one
   */
  readonly table: (name: string | undefined, unit: Grid['unit'], before?: readonly string[]) => void;
  /** Adds a row to the table begun last; empty ones, and what is struck out, do not count. @param place its number, from 1 */
  readonly row: (place: number, cells: readonly string[]) => void;
  /** Says something of the table begun last, or of the file where it has none. */
  readonly note: (note: GridNote) => void;
  /** @throws ExchangeError where no table could be read, as they are all beyond the limits */
  readonly grids: (title: string | undefined) => readonly Grid[];
}

interface Table {
  readonly name: string | undefined;
  readonly unit: Grid['unit'];
  readonly before: readonly string[];
  readonly rows: GridRow[];
  readonly notes: GridNote[];
  readonly struck: StruckRow[];
  /** The places of cells in which a NUL stands. */
  readonly withNul: number[];
  /** Rows that hold something. */
  filled: number;
  /** Why it is left out. */
  excess: string | undefined;
}

export interface BuilderOptions {
  /** Takes the apostrophes off that guard against formulas. */
  readonly isGuarded?: boolean;
}

/**
 * A table beyond the limits is left out, with a note; so that a long list beside it does not keep a plan from being read.
 * @throws ExchangeError, from its functions, where the file as a whole is beyond the limits
 */
export function gridBuilder({ isGuarded = true }: BuilderOptions = {}): GridBuilder {
  const tables: Table[] = [];
  let characters = 0;
  const meaning = (cell: string): string => normalCell(isGuarded ? unguarded(cell) : cell);
  const begin: GridBuilder['table'] = (name, unit, before = []) => {
    if (tables.length >= limits.tables)
      throw new ExchangeError('The file has too many tables, and was left alone.');
    tables.push({
      name,
      unit,
      before: before.map((text) => normalCell(leaveOutNul(unstruckText(text)))),
      rows: [],
      notes: [],
      struck: [],
      withNul: [],
      filled: 0,
      excess: undefined,
    });
  };
  return {
    table: begin,
    row: (place, cells) => {
      const table = tables.at(-1);
      if (!table || table.excess !== undefined) return;
      characters += cells.reduce((sum, cell) => sum + cell.length, 0);
      if (characters > limits.characters)
        throw new ExchangeError('The file holds too much text, and was left alone.');
      const withNul = cells.filter((cell) => cell.includes('\0'));
      table.withNul.push(...withNul.map(() => place));
      const { cells: kept, struck } = unstruck(withNul.length > 0 ? cells.map(leaveOutNul) : cells);
      if (struck.length > 0) table.struck.push({ place, struck });
      // A row of which nothing is left is not where a table ends.
      if (struck.length > 0 && isBlank(kept)) return;
      const own = kept.map(meaning);
      const isEmpty = isBlank(own);
      // Of empty rows, of which a sheet may have a million, one is enough to see where a table ends.
      if (isEmpty && isBlank(table.rows.at(-1)?.cells ?? [])) return;
      if (!isEmpty) table.excess = excessOf(table, own.findLastIndex((cell) => cell !== '') + 1);
      if (table.excess !== undefined) return;
      if (!isEmpty) table.filled++;
      table.rows.push({ place, cells: own.slice(0, limits.columns) });
    },
    note: (note) => {
      if (tables.length === 0) begin(undefined, 'row');
      tables.at(-1)?.notes.push(note);
    },
    grids: (title) => {
      const [excess] = tables.flatMap((table) => table.excess ?? []);
      if (
        excess !== undefined &&
        tables.every((table) => table.excess !== undefined || table.rows.length === 0)
      )
        throw new ExchangeError(excess);
      return tables.map((table) =>
        gridOf(table, title === undefined ? undefined : leaveOutNul(unstruckText(title))),
      );
    },
  };
}

function excessOf({ name, filled }: Table, columns: number): string | undefined {
  const what = name === undefined ? 'The file' : capitalised(name);
  const row = name === undefined ? 'A row of the file' : `A row of ${name}`;
  if (columns > limits.columns) return `${row} has more than ${limits.columns} columns.`;
  return filled >= limits.rows ? `${what} has more than ${limits.rows} rows.` : undefined;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

function gridOf(table: Table, title: string | undefined): Grid {
  const { name, unit, rows, before, excess } = table;
  const notes = [...notesOnStruck(table.struck), ...noteOnNul(table.withNul), ...table.notes];
  const all =
    excess === undefined
      ? notes
      : [...notes, { place: undefined, text: '', reason: `${excess} Nothing of it was read.` }];
  return {
    name,
    title,
    unit,
    rows: excess === undefined ? rows : [],
    ...(before.length > 0 ? { before } : {}),
    ...(all.length > 0 ? { notes: all } : {}),
  };
}
