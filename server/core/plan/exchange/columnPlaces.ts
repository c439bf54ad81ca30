/** Which column of a plan's table takes which column of an import. */
import { isCalled } from '../columnName';
import type { PlanColumnRole, PlanTable } from '../model';
import type { ImportedPlan } from './importPlan';

interface Column {
  readonly name: string;
  readonly role: PlanColumnRole | undefined;
}

/** A table's columns, those without a header too, in which longer rows have cells. */
export function columnsOf({ columns, rows }: PlanTable): readonly Column[] {
  const longest = rows.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  return [...columns, ...Array<Column>(longest - columns.length).fill({ name: '', role: undefined })];
}

const known = new WeakMap<PlanTable, { imported: ImportedPlan; places: readonly (number | undefined)[] }>();

/** For each column of the import, its number in the table: by its meaning, else by its name. Undefined: it has none. */
export function columnIndexes(imported: ImportedPlan, table: PlanTable): readonly (number | undefined)[] {
  const cached = known.get(table);
  if (cached?.imported === imported) return cached.places;
  const own = columnsOf(table);
  const used = new Set<number>();
  const places = imported.columns.map(({ name, role }) => {
    const at = own.findIndex(
      (column, place) =>
        !used.has(place) &&
        (role
          ? column.role === role
          : !column.role && [name, ownName(name)].some((one) => isCalled(column.name, one))),
    );
    if (at < 0) return undefined;
    used.add(at);
    return at;
  });
  known.set(table, { imported, places });
  return places;
}

/** A column of the writer's own whose name would be read as one of the plan's. */
export const ownName = (name: string): string => `${name} (own)`;
