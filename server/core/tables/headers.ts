/** Where tables begin in a grid of cells: their headers, of one row or of two, and what stands below each of them. */
import type { GridRow } from './grid';

export interface Section {
  /** Rows above the header that belong to no table before it. */
  readonly above: readonly GridRow[];
  /** What the columns are called; empty where the table has no header. */
  readonly names: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface HeaderSigns {
  /** How much a row looks like a header: from 2 on, it is one. */
  readonly worth: (cells: readonly string[]) => number;
  /** A row that can be no header, because it holds what only stands below one. */
  readonly isEntry: (cells: readonly string[]) => boolean;
}

/** A header's cells are short. */
const longest = 60;
/** Below this number of rows, nobody begins the first table. */
const rowsAbove = 30;

/** The tables of a grid, one below the other; undefined where it has no header. */
export function sectionsOf(rows: readonly GridRow[], signs: HeaderSigns): readonly Section[] | undefined {
  const starts: { readonly at: number; readonly end: number; readonly names: readonly string[] }[] = [];
  for (let at = 0; at < rows.length; at++) {
    if (starts.length === 0 && at >= rowsAbove) break;
    const names = headerAt(rows, at, signs);
    if (!names) continue;
    starts.push({ at, ...names });
    at = names.end - 1;
  }
  if (starts.length === 0) return undefined;
  return starts.map(({ at, end, names }, index) => ({
    above: index === 0 ? rows.slice(0, at) : [],
    names,
    rows: rows.slice(end, starts[index + 1]?.at ?? rows.length),
  }));
}

/**
 * The table of a grid in which no header is known: the first row of several texts is taken for it, since a title above it
 * fills one cell. Undefined where there is no such row.
 */
export function untoldSection(rows: readonly GridRow[]): Section | undefined {
  const at = rows.findIndex(({ cells }) => new Set(cells.filter((cell) => cell !== '')).size > 1);
  const header = rows[at];
  return header && { above: rows.slice(0, at), names: trimmed(header.cells), rows: rows.slice(at + 1) };
}

function headerAt(
  rows: readonly GridRow[],
  at: number,
  { worth, isEntry }: HeaderSigns,
): { readonly end: number; readonly names: readonly string[] } | undefined {
  const cells = rows[at]?.cells ?? [];
  const below = rows[at + 1]?.cells ?? [];
  if (!isHeaderLike(cells)) return undefined;
  const own = worth(cells);
  const canJoin = isHeaderLike(below);
  const both = canJoin ? joined(cells, below, true) : [];
  const apart = canJoin ? joined(cells, below, false) : [];
  const lower = canJoin ? worth(below) : 0;
  const together = canJoin ? worth(both) : 0;
  if (Math.max(own, together) < 2 || isEntry(cells)) return undefined;
  const isOne = !canJoin || isEntry(below);
  const isTwo = (together > own && lower < 2) || (own >= 2 && isUnder(cells, below));
  // The words of the lower row are the header, and the upper one says what they have in common.
  const isLower = own < 2 && lower >= 2 && worth(apart) >= lower - 1 && isAbove(cells, below);
  if (!isOne && (isTwo || isLower)) return { end: at + 2, names: trimmed(isLower ? apart : both) };
  return own >= 2 ? { end: at + 1, names: trimmed(cells) } : undefined;
}

function isHeaderLike(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '') && cells.every((cell) => cell.length <= longest);
}

/** Words above at least half of the columns, none of them long, none a date. */
function isAbove(upper: readonly string[], lower: readonly string[]): boolean {
  const told = upper.filter((cell) => cell !== '');
  const isShort = told.every((cell) => cell.length <= 25 && !/\d/.test(cell));
  return isShort && told.length * 2 >= lower.filter((cell) => cell !== '').length;
}

/** Short words below a cell that goes over several columns, and nothing else: `Start` and `End` below `Dates`. */
function isUnder(upper: readonly string[], lower: readonly string[]): boolean {
  const told = lower.flatMap((cell, at) => (cell === '' ? [] : [{ at, cell }]));
  const isEmpty = (at: number): boolean => (upper[at] ?? '') === '';
  return (
    told.every(({ cell }) => cell.length <= 25 && !/\d/.test(cell)) &&
    told.some(({ at }) => isEmpty(at) && at > 0) &&
    told.every(({ at }) => isEmpty(at) || isEmpty(at + 1) || upper[at] === upper[at + 1])
  );
}

/**
 * Each name with what stands above it.
 * @param goesOn what stands above a name goes on over the empty cells to its right
 */
function joined(upper: readonly string[], lower: readonly string[], goesOn: boolean): readonly string[] {
  const length = Math.max(upper.length, lower.length);
  let over = '';
  return Array.from({ length }, (_, at) => {
    const [top, name] = [upper[at] ?? '', lower[at] ?? ''];
    if (top !== '' || !goesOn) over = top;
    if (name === '') return top;
    return over === '' || over === name ? name : `${over} ${name}`;
  });
}

export const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
