/** Which column of one table was taken for what. */
import type { Because, ColumnChoice } from './columns';
import type { GridRow } from './grid';
import { trimmed } from './headers';

export interface TakenTable<Role extends string> {
  /** Which table of the file; undefined where there is one. */
  readonly where: string | undefined;
  readonly columns: readonly TakenColumn<Role>[];
  /** All of its columns, in the table's order. */
  readonly names: readonly string[];
  /** Columns that mean none of what was looked for. */
  readonly others: readonly string[];
}

export interface TakenColumn<Role extends string> {
  readonly role: Role;
  /** As its header says it; `column C` without one, `Notes (column C)` where an earlier column says the same. */
  readonly name: string;
  readonly because: Because;
}

/** The heading above what was taken for what. */
export const howItWasRead = 'How the file was read';

/** They follow a comma. */
export const becauseWords: Readonly<Record<Because, string>> = {
  told: 'as you said',
  header: 'by its header',
  cells: 'by what it holds',
  'header and cells': 'by its header and what it holds',
};

/** @param names of its header. @param where which table of the file */
export function takenTable<Role extends string>(
  where: string | undefined,
  names: readonly string[],
  rows: readonly GridRow[],
  choices: readonly ColumnChoice<Role>[],
): TakenTable<Role> {
  const count = rows.reduce((most, { cells }) => Math.max(most, trimmed(cells).length), names.length);
  const all = Array.from({ length: count }, (_, at) => names[at] ?? '');
  const nameAt = (at: number): string => {
    const name = all[at] ?? '';
    if (name === '') return `column ${letterOf(at)}`;
    return all.indexOf(name) < at ? `${name} (column ${letterOf(at)})` : name;
  };
  return {
    where,
    columns: choices.map(({ role, column, because }) => ({ role, name: nameAt(column), because })),
    names: all.map((_, at) => nameAt(at)),
    others: all.flatMap((_, at) => (choices.some(({ column }) => column === at) ? [] : [nameAt(at)])),
  };
}

/**
 * Lines about tables, those about several that are not alike with their names before them; tables of which the same is
 * said are told once.
 */
export function linesOfTables<Role extends string>(
  taken: readonly TakenTable<Role>[],
  linesOf: (table: TakenTable<Role>) => readonly string[],
): readonly string[] {
  const tables = new Map<string, { readonly lines: readonly string[]; readonly where: Set<string> }>();
  for (const table of taken) {
    const lines = linesOf(table);
    const key = lines.join('\n');
    const { where } = tables.get(key) ?? { where: new Set<string>() };
    if (table.where !== undefined) where.add(table.where);
    tables.set(key, { lines, where });
  }
  return [...tables.values()].flatMap(({ lines, where }, at) => {
    if (tables.size < 2) return lines;
    const which = where.size > 0 ? [...where].join(', ') : `table ${at + 1}`;
    return lines.map((line) => `${which}: ${line}`);
  });
}

/** As spreadsheets count their columns: A to Z, AA. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
