/** Tables of a file from outside as one plan: which columns mean what, and which rows are about which element. */
import type { Lexicon, StandardNode } from '../../standard/standard';
import { findColumns } from '../../tables/columns';
import type { Grid, GridRow } from '../../tables/grid';
import type { Section } from '../../tables/headers';
import { sectionsOf, trimmed, untoldSection } from '../../tables/headers';
import type { ColumnsTold, OwnColumns } from './columnsTold';
import { columnsTold, ownColumns, toldWorth } from '../../tables/toldColumns';
import { placedCells, placesOf } from './cellPlaces';
import { isEntry, isPlanTable, planHeaderWorth, wantedIn } from './importColumns';
import { headingIn, readRow, textOf } from './importRow';
import { readValues } from './importValues';
import type { ImportedColumn, ImportedPlan, RowProblem, TakenTable } from './imported';
import { regrouped } from './regrouped';
import { idIn } from '../plainCell';
import { takenTable } from '../../tables/takenTable';

export type { ImportedColumn, ImportedPlan, ImportedRow, RowProblem, TakenTable } from './imported';

/** Never throws; where nothing could be read, there are no rows, and the problems say why. */
export function readImport(
  standard: Lexicon,
  grids: readonly Grid[],
  told: ColumnsTold = new Map(),
  own: OwnColumns = [],
): ImportedPlan {
  const reading: Reading = {
    standard,
    told,
    own,
    columns: [],
    rows: [],
    problems: [],
    taken: [],
    passed: [],
    title: undefined,
    last: undefined,
  };
  for (const grid of grids) {
    for (const { place, text, reason } of grid.notes ?? [])
      reading.problems.push({ where: whereOf(grid, place), text, reason, isLeftOut: false });
    const where = whereOf(grid, undefined);
    for (const text of headingsAbove(standard, grid.before ?? [], grid.rows))
      reading.rows.push({ cells: [text], where });
    readGrid(reading, grid);
  }
  const { columns, problems, taken, passed } = reading;
  // Headings above tables that are no plan are part of none.
  const { rows: valued, notes } = readValues(columns, columns.length === 0 ? [] : reading.rows);
  const rows = valued.flatMap(({ cells, where }) => {
    const read = readRow(standard, columns, cells, where);
    problems.push(...read.problems);
    notes.push(...read.notes);
    return read.rows;
  });
  const title = reading.title ?? grids[0]?.title;
  return { title, columns, rows: regrouped(standard, rows), problems, taken, passed, notes };
}

/** A row in the columns of the whole import. */
interface RawRow {
  readonly cells: readonly string[];
  readonly where: string;
}

/** Headings of the standard's groups above a table, but for those that the table says itself. */
function headingsAbove(
  standard: Lexicon,
  texts: readonly string[],
  below: readonly GridRow[],
): readonly string[] {
  const nodeOf = (text: string): StandardNode | undefined => headingIn(standard, text)?.node;
  const headings = texts.filter((text) => nodeOf(text));
  if (headings.length === 0) return [];
  const own = new Set(below.flatMap(({ cells }) => cells.map(nodeOf)));
  return headings.filter((text) => !own.has(nodeOf(text)));
}

interface Reading {
  readonly standard: Lexicon;
  readonly told: ColumnsTold;
  readonly own: OwnColumns;
  readonly columns: ImportedColumn[];
  readonly rows: RawRow[];
  readonly problems: RowProblem[];
  readonly taken: TakenTable[];
  readonly passed: TakenTable[];
  /** What stands above the header of a table. */
  title: string | undefined;
  last: Placed | undefined;
}

interface Placed {
  readonly width: number;
  readonly places: readonly number[];
}

/** Takes down the tables of a grid, and the title that stands above them. */
function readGrid(reading: Reading, grid: Grid): void {
  const { standard, problems } = reading;
  const named = toldWorth(reading.told);
  const signs = {
    worth: (cells: readonly string[]) => planHeaderWorth(cells) + named(cells),
    isEntry: (cells: readonly string[]) => isEntry(standard, cells),
  };
  const found = sectionsOf(grid.rows, signs);
  if (!found && reading.last && goesOn(grid, reading.last)) {
    takeRows(reading, grid, grid.rows, reading.last);
    return;
  }
  const sections = found ?? headless(reading, grid);
  if (!sections) {
    problems.push(...withoutHeader(grid, grid.rows));
    passOver(reading, grid);
    return;
  }
  const rows = sections.flatMap((section) => section.rows);
  for (const row of sections[0]?.above ?? []) readAbove(reading, grid, row, rows);
  for (const section of sections) readSection(reading, grid, section);
}

/** A row above the first header: a title, a heading of the standard, or something that is told. */
function readAbove(reading: Reading, grid: Grid, row: GridRow, below: readonly GridRow[]): void {
  const [text, ...others] = new Set(row.cells.filter((cell) => cell !== ''));
  if (text === undefined) return;
  if (others.length === 0 && headingIn(reading.standard, text)) {
    for (const heading of headingsAbove(reading.standard, [text], below))
      reading.rows.push({ cells: [heading], where: whereOf(grid, row.place) });
    return;
  }
  if (others.length === 0) reading.title ??= text;
  if (others.length > 0 || text !== reading.title)
    reading.problems.push(problemOf(grid, row, 'It stands above the header of the table.'));
}

function readSection(reading: Reading, grid: Grid, section: Section): void {
  const { standard, told, own } = reading;
  const { names } = section;
  const rows = section.rows.filter(({ cells }) => !isBlank(cells) && !isSame(cells, names));
  const choices = findColumns(
    wantedIn(standard),
    names,
    rows.map(({ cells }) => cells),
    columnsTold(told, names, rows),
    ownColumns(own, names, rows),
  );
  if (!isPlanTable(choices, names.length === 0)) {
    reading.problems.push(...withoutHeader(grid, rows));
    reading.passed.push(takenTable(grid.name, names, rows, choices));
    return;
  }
  const placed = { width: names.length, places: placesOf(names, choices, reading.columns) };
  if (rows.length > 0 || reading.taken.length === 0)
    reading.taken.push(takenTable(grid.name, names, rows, choices));
  reading.last = placed;
  takeRows(reading, grid, rows, placed);
}

function takeRows({ rows, columns }: Reading, grid: Grid, own: readonly GridRow[], { places }: Placed): void {
  for (const row of own)
    if (!isBlank(row.cells))
      rows.push({ cells: placedCells(row.cells, places, columns), where: whereOf(grid, row.place) });
}

/** A table that begins with its first action, or of which somebody has said which column is which. */
function headless({ standard, told }: Reading, { rows }: Grid): readonly Section[] | undefined {
  const first = rows.find(({ cells }) => !isBlank(cells));
  if (first && isEntry(standard, first.cells)) return [{ above: [], names: [], rows }];
  const section = told.size > 0 ? untoldSection(rows) : undefined;
  return section && [section];
}

/** Documents cut a long table into several, of which only the first has a header. */
function goesOn({ rows }: Grid, last: Placed): boolean {
  const width = Math.max(0, ...rows.map(({ cells }) => trimmed(cells).length));
  return rows.some(({ cells }) => idIn(cells[0] ?? '') !== undefined) && width > 1 && width <= last.width;
}

/** Text that stands in one column is no table. */
function withoutHeader(grid: Grid, rows: readonly GridRow[]): readonly RowProblem[] {
  const first = rows.find(({ cells }) => trimmed(cells).length > 1);
  if (!first) return [];
  const reason =
    'The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read.';
  return [problemOf(grid, first, reason)];
}

/** A table of which nothing is known is offered with its first row for its header, as it is read once somebody has said more. */
function passOver({ passed }: Reading, grid: Grid): void {
  const section = untoldSection(grid.rows);
  if (section) passed.push(takenTable(grid.name, section.names, section.rows, []));
}

const whereOf = ({ name, unit }: Grid, place: number | undefined): string =>
  [name, place === undefined ? undefined : `${unit} ${place}`]
    .filter((part) => part !== undefined)
    .join(', ') || 'the file';

const problemOf = (grid: Grid, row: GridRow, reason: string): RowProblem => ({
  where: whereOf(grid, row.place),
  text: textOf(row.cells),
  reason,
  isLeftOut: true,
});

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

const isSame = (cells: readonly string[], others: readonly string[]): boolean =>
  trimmed(cells).length === others.length && others.every((other, at) => other === cells[at]);
