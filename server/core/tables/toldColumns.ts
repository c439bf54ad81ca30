/** Columns that somebody has settled by their header, their letter or their number. */
import { nearestWord } from '../text/editDistance';
import { headerKey } from './columns';
import type { GridRow } from './grid';
import type { TakenTable } from './takenTable';

/** What somebody has settled column by column; null: it means none of what is looked for. */
export type ColumnSettled<Role extends string> = readonly [name: string, role: Role | null];

/** The same by meaning; of two columns for one meaning, the later counts. */
export const byMeaning = <Role extends string>(
  settled: readonly ColumnSettled<Role>[],
): { readonly told: ReadonlyMap<Role, string | undefined>; readonly own: readonly string[] } => ({
  told: new Map(settled.flatMap(([name, role]) => (role === null ? [] : [[role, name] as const]))),
  own: settled.flatMap(([name, role]) => (role === null ? [name] : [])),
});

/** How much a row looks like the header that somebody means: by the names of columns that they have settled. */
export function toldWorth<Role extends string>(
  told: ReadonlyMap<Role, string | undefined>,
): (cells: readonly string[]) => number {
  const keys = new Set([...told.values()].flatMap((name) => (name === undefined ? [] : [headerKey(name)])));
  return (cells) => (keys.size === 0 ? 0 : 2 * cells.filter((cell) => keys.has(headerKey(cell))).length);
}

/** Numbers of the columns of one table that somebody has settled; what it does not have is found as always. */
export function columnsTold<Role extends string>(
  told: ReadonlyMap<Role, string | undefined>,
  names: readonly string[],
  rows: readonly GridRow[],
): ReadonlyMap<Role, number | undefined> {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), names.length);
  return new Map(
    [...told].flatMap(([role, name]): readonly (readonly [Role, number | undefined])[] => {
      if (name === undefined) return [[role, undefined]];
      const at = columnNamed(name, names, count);
      return at === undefined ? [] : [[role, at]];
    }),
  );
}

/** Numbers of the columns of one table that are to stay the writer's own. */
export function ownColumns(
  own: readonly string[],
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
export function unknownColumns<Role extends string>(
  told: ReadonlyMap<Role, string | undefined>,
  taken: readonly TakenTable<Role>[],
): string | undefined {
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
