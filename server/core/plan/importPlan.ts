/** Tables of a file from outside as one plan: which columns mean what, and which rows are about which element. */
import type { Standard, StandardNode } from '../standard';
import { lookOf, rolesOf } from './columns';
import type { Grid, GridRow } from '../tables/grid';
import { readRow, textOf } from './importRow';
import type { PlanColumnRole } from './model';
import { placesIn } from './order';
import { idIn } from './parse';

export interface ImportedPlan {
  readonly title: string | undefined;
  readonly columns: readonly ImportedColumn[];
  readonly rows: readonly ImportedRow[];
  /** What needs a person: rows that were left out, and rows that are kept without their meaning being clear. */
  readonly problems: readonly RowProblem[];
}

export interface ImportedColumn {
  readonly name: string;
  readonly role: PlanColumnRole | undefined;
}

export interface ImportedRow {
  /** A row about an element, the heading of a group of the standard, or anything else, which is kept as it is. */
  readonly subject:
    | { readonly kind: 'action'; readonly id: string }
    | {
        readonly kind: 'group';
        readonly node: StandardNode;
        /** Other headings stood in its row. */
        readonly isShared: boolean;
      }
    | { readonly kind: 'remark' };
  /** One per column; a shorter row has empty ones at its end. */
  readonly cells: readonly string[];
  readonly where: string;
}

export interface RowProblem {
  /** `line 12`, or `sheet “Plan”, row 3`. */
  readonly where: string;
  /** What the row says, cut short. */
  readonly text: string;
  /** A whole sentence for people. */
  readonly reason: string;
  /** Left out; else it stands in the plan as it came. */
  readonly isLeftOut: boolean;
}

/** Never throws; where nothing could be read, there are no rows, and the problems say why. */
export function readImport(standard: Standard, grids: readonly Grid[]): ImportedPlan {
  const columns: ImportedColumn[] = [];
  const rows: ImportedRow[] = [];
  const problems: RowProblem[] = [];
  let title = grids[0]?.title;
  let last: Header | undefined;
  for (const grid of grids) {
    const header = headerOf(grid) ?? continued(grid, last);
    if (!header) {
      problems.push(...withoutHeader(grid));
      continue;
    }
    last = header;
    const above = grid.rows.slice(0, header.at).filter(({ cells }) => !isBlank(cells));
    for (const row of above) {
      const told = row.cells.filter((cell) => cell !== '');
      if (told.length === 1) title ??= told[0];
      else problems.push(problemOf(grid, row, 'It stands above the header of the table.'));
    }
    const places = placesOf(header, columns);
    for (const row of grid.rows.slice(header.at + 1)) {
      if (isBlank(row.cells) || isSame(row.cells, header.names)) continue;
      const cells = placed(row.cells, places, columns);
      const read = readRow(standard, columns, cells, whereOf(grid, row.place));
      rows.push(...read.rows);
      problems.push(...read.problems);
    }
  }
  return { title, columns, rows: regrouped(standard, rows), problems };
}

interface Header {
  readonly at: number;
  readonly names: readonly string[];
}

/** A header is looked for at the top only: further down, people do not begin a table. */
const rowsAbove = 30;

function headerOf({ rows }: Grid): Header | undefined {
  const at = rows.slice(0, rowsAbove).findIndex(({ cells }) => lookOf(rolesOf(cells)).isPlan);
  return at < 0 ? undefined : { at, names: trimmed(rows[at]?.cells ?? []) };
}

/** Documents cut a long table into several, of which only the first has a header. */
function continued({ rows }: Grid, last: Header | undefined): Header | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => trimmed(cells).length));
  const startsWithId = rows.some(({ cells }) => idIn(cells[0] ?? '') !== undefined);
  return last && startsWithId && width > 1 && width <= last.names.length ? { ...last, at: -1 } : undefined;
}

/** Text that stands in one column is no table. */
function withoutHeader(grid: Grid): readonly RowProblem[] {
  const first = grid.rows.find(({ cells }) => trimmed(cells).length > 1);
  if (!first) return [];
  const reason =
    'The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read.';
  return [problemOf(grid, first, reason)];
}

/** Where each column of a table stands among those of all tables; new ones are added. */
function placesOf({ names }: Header, columns: ImportedColumn[]): readonly number[] {
  const roles = rolesOf(names);
  const used = new Set<number>();
  return names.map((name, column) => {
    const role = roles[column];
    const known = columns.findIndex(
      (other, at) => !used.has(at) && (role ? other.role === role : !other.role && other.name === name),
    );
    const at = known < 0 ? columns.push({ name, role }) - 1 : known;
    used.add(at);
    return at;
  });
}

/** Cells beyond the header get a column without a name. */
function placed(
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

/**
 * Plans put the headings of several groups side by side above the rows of all of them. Each heading goes to the rows of
 * its own group, in the standard's order; what is about no element stays behind the row that it follows.
 */
function regrouped(standard: Standard, rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const places = placesIn(standard);
  const result: ImportedRow[] = [];
  for (let start = 0; start < rows.length;) {
    const first = rows[start];
    const isShared = first?.subject.kind === 'group' && first.subject.isShared;
    const belongs = ({ subject, where }: ImportedRow): boolean =>
      subject.kind !== 'group' || (subject.isShared && where === first?.where);
    let end = start + 1;
    for (let row = rows[end]; isShared && row && belongs(row); row = rows[end]) end++;
    let last = -1;
    const section = rows.slice(start, end).map((row) => {
      const { subject } = row;
      const id = subject.kind === 'group' ? subject.node.id : subject.kind === 'action' ? subject.id : '';
      last = places.get(id) ?? last;
      return { row, place: last };
    });
    section.sort((left, right) => left.place - right.place);
    result.push(...section.map(({ row }) => row));
    start = end;
  }
  return result;
}

const whereOf = ({ name, unit }: Grid, place: number): string => `${name ? `${name}, ` : ''}${unit} ${place}`;

const problemOf = (grid: Grid, row: GridRow, reason: string): RowProblem => ({
  where: whereOf(grid, row.place),
  text: textOf(row.cells),
  reason,
  isLeftOut: true,
});

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

const isSame = (cells: readonly string[], others: readonly string[]): boolean =>
  trimmed(cells).length === others.length && others.every((other, at) => other === cells[at]);
