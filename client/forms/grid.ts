/** Which rows of a table are shown, in which order, and which of those are drawn. Nothing here knows a page. */
import type { TableRow } from './tableView';

/** By a column, from 0; what a cell lacks comes last, in both directions. */
export interface Sorting {
  readonly column: number;
  readonly isDown: boolean;
}

/** The rows that have all words of a filter, in the order that is asked for; headings only where nothing is asked. */
export function shownRows(
  rows: readonly TableRow[],
  filter: string,
  sorting: Sorting | undefined,
): readonly TableRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !sorting) return rows;
  const fitting = rows.filter((row) => {
    if (row.flag === 'heading') return false;
    if (words.length === 0) return true;
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  });
  return sorting ? sorted(fitting, sorting) : fitting;
}

const texts = new WeakMap<TableRow, string>();
function textOf(row: TableRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = [row.flag, ...row.cells.flatMap(({ value, shown = '' }) => [value, shown])]
    .join(' ')
    .toLowerCase();
  texts.set(row, text);
  return text;
}

/** `1.4.9` before `1.4.10`. */
const collator = new Intl.Collator('en', { numeric: true });

function sorted(rows: readonly TableRow[], { column, isDown }: Sorting): readonly TableRow[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  const sign = isDown ? -1 : 1;
  keyed.sort((left, right) => {
    if (left.key === '' || right.key === '') return Number(left.key === '') - Number(right.key === '');
    return sign * collator.compare(left.key, right.key);
  });
  return keyed.map(({ row }) => row);
}

const keyOf = ({ cells }: TableRow, column: number): string => {
  const cell = cells[column];
  return cell?.sortsAs ?? cell?.shown ?? cell?.value ?? '';
};

/** The rows that are drawn: those in sight, and a few around, so that nobody sees them come. */
export function drawnRange(
  count: number,
  sight: { readonly top: number; readonly height: number; readonly rowHeight: number },
): { readonly start: number; readonly end: number } {
  const first = Math.floor(sight.top / sight.rowHeight) - around;
  const last = Math.ceil((sight.top + sight.height) / sight.rowHeight) + around;
  const start = Math.max(0, Math.min(first, count));
  return { start, end: Math.max(start, Math.min(last, count)) };
}

const around = 10;

/** The IDs from one row to another, both included, as choosing with Shift does. */
export function idsBetween(rows: readonly TableRow[], from: string, to: string): readonly string[] {
  const [first, last] = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === to)];
  if (last < 0) return [];
  const start = first < 0 ? last : Math.min(first, last);
  return rows.slice(start, Math.max(first, last) + 1).map(({ id }) => id);
}

/** Where the keyboard is in a table: row -1 is the header. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads, which may be beyond the table; undefined where it leads nowhere. */
export function placeAfter(
  key: string,
  { row, column }: GridPlace,
  { rows, page, isControl }: { readonly rows: number; readonly page: number; readonly isControl: boolean },
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: isControl ? 0 : row, column: 0 };
    case 'End':
      return { row: isControl ? rows - 1 : row, column: Infinity };
    default:
      return undefined;
  }
}
