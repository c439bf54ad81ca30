/** The items of evidence in one row: in the cell for what is shown, and in the one for what is told. */
import type { Kind } from '../frontMatter/keys';
import { oneLine } from '../../words/oneLine';
import type { MatrixColumn } from './columnNames';
import type { CellItem } from './evidenceCell';
import { itemsIn, noItem } from './evidenceCell';
import { isTold, kindIn } from './kindWords';
import { refIn } from './refs';

export type Columns = ReadonlyMap<MatrixColumn, number>;

export interface RowItem extends CellItem {
  readonly columnKind: Kind | undefined;
}

export type At = (role: MatrixColumn) => string;

export function evidenceIn(columns: Columns, at: At): readonly RowItem[] {
  // A table with a row for each item says so by columns that only one item can fill.
  const isOne = columns.has('esRef') && columns.has('where') && columns.has('status');
  const items = withRefs(
    itemsIn(at('evidence'), isOne || isSoa(columns)),
    at('esRef'),
    isOne || isSoa(columns),
  );
  const columnKind = columns.has('told') ? ('document' as const) : undefined;
  return items.map((item) => {
    const [, how = '', title = ''] = isOne ? [] : (saidSo.exec(item.title) ?? []);
    return title === '' ? { ...item, columnKind } : { ...item, title, columnKind: kindIn(how) };
  });
}

/** In one column with what is shown: `Told: team leader`, `See on site: the desk`. */
const saidSo = /^(told|tell me|(?:see|seen) on[- ]site|on[- ]site|observed|verbal)\s*:\s*(\S.*)$/i;

const isSoa = (columns: Columns): boolean => columns.has('applies') && columns.has('esRef');

export const toldIn = (columns: Columns, at: At): readonly RowItem[] =>
  columns.has('told')
    ? withRefs(itemsIn(at('told'), false), at('toldRef'), false).map((item) => ({
        ...item,
        columnKind: /\b(?:see|visit|tour|observ|watch|look at|on site)/i.test(item.title)
          ? 'observation'
          : 'testimony',
      }))
    : [];

/** Refs that stand in a column of their own: one for the item, or as many as there are items. */
function withRefs(items: readonly CellItem[], cell: string, isOne: boolean): readonly CellItem[] {
  const refs = refsIn(cell, isOne);
  if (items.length === 0) {
    if (isOne) return [];
    return refs.flatMap((ref) => {
      const found = refIn(ref);
      return found ? [{ ...noItem, ref: found.ref, title: found.rest }] : [];
    });
  }
  if (refs.length !== items.length) return items;
  return items.map((item, at) => ({ ...item, ref: item.ref ?? refs[at] }));
}

/** @param isOne the cell has one, or one on each line */
export const refsIn = (cell: string, isOne: boolean): readonly string[] =>
  cell
    .split(isOne ? /\n/ : /[\n;,]/)
    .map((ref) => oneLine(ref))
    .filter((ref) => ref !== '');

/** One for all items of a row, or one on each line, where there are as many. */
export function kindsIn(
  cell: string,
  count: number,
  problem: (reason: string, text?: string) => void,
): readonly (Kind | undefined)[] {
  const lines = cell
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  const cells =
    lines.length === count ? lines : lines.length === 0 ? [] : Array.from({ length: count }, () => cell);
  const unread = new Set(cells.filter((one) => kindIn(one) === undefined));
  for (const one of unread)
    problem('Nobody can tell which kind of evidence that is: document, data, testimony or observation. It was left out.', oneLine(one)); // prettier-ignore
  return cells.map(kindIn);
}

/** Beside what is told, a cell that says how something is shown speaks of what is shown, and the other way round. */
export const ownKind = (
  kind: Kind | undefined,
  { columnKind }: RowItem,
  items: readonly RowItem[],
): Kind | undefined =>
  columnKind !== undefined &&
  isTold(kind) !== isTold(columnKind) &&
  items.some((other) => isTold(other.columnKind) !== isTold(columnKind))
    ? undefined
    : kind;
