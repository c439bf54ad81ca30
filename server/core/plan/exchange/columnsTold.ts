/** Columns that somebody has settled: `--column owner="Lead officer"`, or in an editor's list of the file's columns. */
import { nearestWord } from '../../text/editDistance';
import { headerKey } from '../../tables/columns';
import type { GridRow } from '../../tables/grid';
import { planColumnsWanted } from '../columns';
import type { TakenTable } from './imported';
import type { PlanColumnRole } from '../model';

/** For each meaning the header of its column, its letter or its number; undefined: the file has no such column. */
export type ColumnsTold = ReadonlyMap<PlanColumnRole, string | undefined>;

/** The headers, letters or numbers of columns that are to stay the writer's own, whatever they look like. */
export type OwnColumns = readonly string[];

/** What somebody has settled column by column; null: it is to stay the writer's own. */
export type ColumnSettled = readonly [name: string, role: PlanColumnRole | null];

/** The same by meaning; of two columns for one meaning, the later counts. */
export const byMeaning = (
  settled: readonly ColumnSettled[],
): { readonly told: ColumnsTold; readonly own: OwnColumns } => ({
  told: new Map(settled.flatMap(([name, role]) => (role === null ? [] : [[role, name] as const]))),
  own: settled.flatMap(([name, role]) => (role === null ? [name] : [])),
});

/** What people call the meanings; what we show first. */
export const columnWords: Readonly<Record<PlanColumnRole, string>> = {
  ref: 'ref',
  action: 'action',
  responsibility: 'owner',
  target: 'due',
  progress: 'status',
  comments: 'comments',
};

/** The meaning that a word names: one of ours, or any name that such a column has. `near`: what may have been meant. */
export function columnRole(
  word: string,
): { readonly role: PlanColumnRole } | { readonly role: undefined; readonly near: string | undefined } {
  const key = headerKey(word);
  const found =
    planColumnsWanted.find(({ role }) => key === role || key === columnWords[role]) ??
    planColumnsWanted.find(({ names, lesser }) => names.includes(key) || lesser.includes(key));
  if (found) return { role: found.role };
  return {
    role: undefined,
    near: nearestWord(word, [...Object.values(columnWords), ...planColumnsWanted.map(({ role }) => role)]),
  };
}

/** Numbers of the columns of one table that somebody has settled; what it does not have is found as always. */
export function columnsTold(
  told: ColumnsTold,
  names: readonly string[],
  rows: readonly GridRow[],
): ReadonlyMap<PlanColumnRole, number | undefined> {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), names.length);
  return new Map(
    [...told].flatMap(([role, name]): readonly (readonly [PlanColumnRole, number | undefined])[] => {
      if (name === undefined) return [[role, undefined]];
      const at = columnNamed(name, names, count);
      return at === undefined ? [] : [[role, at]];
    }),
  );
}

/** Numbers of the columns of one table that are to stay the writer's own. */
export function ownColumns(
  own: OwnColumns,
  names: readonly string[],
  rows: readonly GridRow[],
): readonly number[] {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), names.length);
  return own.flatMap((name) => columnNamed(name, names, count) ?? []);
}

function columnNamed(name: string, names: readonly string[], count: number): number | undefined {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const alike = names.findIndex((other) => headerKey(other) === headerKey(name));
  if (alike >= 0) return alike;
  const [, place = ''] =
    /^(?:column\s+)?([a-z]{1,2}|\d{1,3})$/i.exec(name.trim()) ?? /\(column ([a-z]{1,2})\)$/i.exec(name) ?? [];
  const number = /^\d+$/.test(place)
    ? Number(place) - 1
    : Array.from(place.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return number >= 0 && number < count ? number : undefined;
}

/** Whole sentences about columns that were named and that no table has; undefined where all were found. */
export function unknownColumns(told: ColumnsTold, taken: readonly TakenTable[]): string | undefined {
  const all = [...new Set(taken.flatMap(({ names }) => names))];
  const used = new Set(
    taken.flatMap(({ columns }) =>
      columns.flatMap(({ role, because }) => (because === 'told' ? [role] : [])),
    ),
  );
  const sentences = [...told].flatMap(([role, name]) => {
    if (name === undefined || used.has(role)) return [];
    const near = nearestWord(name, all);
    return [`There is no column “${name}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`];
  });
  if (sentences.length === 0) return undefined;
  return [...sentences, `The columns of the file: ${all.map((name) => `“${name}”`).join(', ')}.`].join(' ');
}
