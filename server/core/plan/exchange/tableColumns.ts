/** The columns of an import in the tables of a plan. */
import type { Lexicon } from '../../standard/standard';
import type { Edit } from '../../text/edit';
import { applyEdits } from '../../text/edit';
import { columnName } from '../columnName';
import { columnTitles, rolesOf } from '../columns';
import type { ImportedColumn, ImportedPlan, ImportedRow } from './importPlan';
import { columnIndexes, columnsOf, ownName } from './columnPlaces';
import { tableFor } from './insertRows';
import { mergedCell } from './mergeCells';
import { moreCells } from './moreCells';
import type { ActionPlan, PlanAction, PlanColumnRole, PlanTable } from '../model';

/**
 * A header with more columns, each called so that it is read as what it is, and the others as before: as in the file
 * if that will do, as a text that acts as nothing.
 */
function withNames(header: readonly string[], added: readonly ImportedColumn[]): readonly string[] {
  return added.reduce<readonly string[]>((names, { name, role }) => {
    const before = rolesOf(names);
    const other = role ? titleOf(role, name) : ownName(name);
    const fits = (candidate: string): boolean => {
      const after = rolesOf([...names, candidate]);
      return after.at(-1) === role && before.every((one, at) => one === after[at]);
    };
    const own = columnName(name);
    return [...names, fits(own) ? own : columnName(other)];
  }, header);
}

/** In a column of criteria, a row is held against the standard's words; one of the writer's own actions is not. */
const titleOf = (role: PlanColumnRole, name: string): string =>
  role === 'action' && !/criteri/i.test(name) ? 'Action' : columnTitles[role];

/** The header of a new plan. */
export function headerOf({ columns }: ImportedPlan): readonly string[] {
  const names = columns.map(({ name }) => name);
  const isRead = rolesOf(names).every((role, at) => role === columns[at]?.role);
  return isRead ? names.map(columnName) : withNames([], columns);
}

/** True for a cell for which a plan needs no column. */
export const addsNothing = ({ columns }: ImportedPlan, cell: string, column: number): boolean =>
  mergedCell(columns[column]?.role, '', cell, undefined) === '';

interface Arrivals {
  readonly matches: ReadonlyMap<ImportedRow, { readonly table: PlanTable; readonly action: PlanAction }>;
  readonly added: readonly ImportedRow[];
}

/** The plan's text with the columns that the import has something for and its tables lack; undefined where none is. */
export function withColumns(
  standard: Lexicon,
  plan: ActionPlan,
  imported: ImportedPlan,
  { matches, added }: Arrivals,
): string | undefined {
  const wanted = new Map<PlanTable, Set<number>>();
  const want = (table: PlanTable | undefined, row: ImportedRow): void => {
    if (!table) return;
    const places = columnIndexes(imported, table);
    for (const [column, cell] of row.cells.entries())
      if (!addsNothing(imported, cell, column) && places[column] === undefined)
        wanted.set(table, (wanted.get(table) ?? new Set()).add(column));
  };
  for (const [row, { table }] of matches) want(table, row);
  const tableOf = tableFor(standard, plan, imported);
  for (const row of added) want(tableOf(row), row);
  if (wanted.size === 0) return undefined;
  const edits = [...wanted].flatMap(([table, columns]): readonly Edit[] => {
    const header = columnsOf(table).map(({ name }) => name);
    const added = [...columns]
      .sort((left, right) => left - right)
      .flatMap((at) => imported.columns[at] ?? []);
    return moreCells(plan, table, withNames(header, added));
  });
  return applyEdits(plan.text, edits);
}
