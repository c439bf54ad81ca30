/** Which rows of a plan an import speaks of, and what it says that they do not. */
import type { Standard } from '../standard';
import type { ImportedPlan, ImportedRow } from './importPlan';
import { pairs } from './matching';
import { actionKey, mergedCell } from './mergeCells';
import type { ActionPlan, PlanAction, PlanTable } from './model';
import { columnPlaces } from './tableColumns';

export interface Match {
  readonly table: PlanTable;
  readonly action: PlanAction;
}

/** Which action of the plan an imported one is: of those about its element the one with its text, else the next one. */
export function matchedActions(
  standard: Standard,
  { tables }: ActionPlan,
  imported: ImportedPlan,
): ReadonlyMap<ImportedRow, Match> {
  const here = new Map<string, Match[]>();
  for (const table of tables)
    for (const action of table.rows)
      if (action.kind === 'action')
        listAt(here, standard.retired.get(action.id) ?? action.id).push({ table, action });
  const coming = new Map<string, ImportedRow[]>();
  for (const row of imported.rows)
    if (row.subject.kind === 'action') listAt(coming, row.subject.id).push(row);

  const matches = new Map<ImportedRow, Match>();
  for (const [id, rows] of coming) {
    const element = standard.nodes.get(id);
    // What the plan says already comes first, or a second import of the same file would pair its rows otherwise.
    let rest: readonly ImportedRow[] = rows;
    let left: readonly Match[] = here.get(id) ?? [];
    const pair = (fits: (row: ImportedRow, match: Match) => boolean): void => {
      for (const [row, match] of pairs(rest, left, fits)) matches.set(row, match);
      const taken = new Set(rows.map((row) => matches.get(row)));
      rest = rest.filter((row) => !matches.has(row));
      left = left.filter((match) => !taken.has(match));
    };
    pair((row, match) => isSaid(standard, imported, row, match));
    const key = (text: string): string => actionKey(text, element);
    pair((row, { action }) => key(actionText(imported, row)) === key(action.action?.text ?? ''));
    for (const [at, row] of rest.entries()) {
      const match = left[at];
      if (match) matches.set(row, match);
    }
  }
  // In the order of the import, for its report.
  return new Map(
    imported.rows.flatMap((row) => {
      const match = matches.get(row);
      return match ? [[row, match] as const] : [];
    }),
  );
}

/** Remarks that the plan has already, each as often as it has it. */
export function remarksOf({ tables }: ActionPlan, imported: ImportedPlan): ReadonlySet<ImportedRow> {
  const counts = new Map<string, number>();
  const add = (key: string, by: number): number => {
    const count = (counts.get(key) ?? 0) + by;
    counts.set(key, count);
    return count;
  };
  for (const table of tables) {
    const places = columnPlaces(imported, table);
    for (const { kind, cells } of table.rows)
      if (kind === 'heading')
        add(
          JSON.stringify(trimmed(places.map((at) => (at === undefined ? '' : (cells[at]?.text ?? ''))))),
          1,
        );
  }
  return new Set(
    imported.rows.filter(
      ({ subject, cells }) => subject.kind === 'remark' && add(JSON.stringify(trimmed(cells)), -1) >= 0,
    ),
  );
}

/** True where the import would change nothing of a row. */
function isSaid(
  standard: Standard,
  imported: ImportedPlan,
  row: ImportedRow,
  { table, action }: Match,
): boolean {
  const places = columnPlaces(imported, table);
  return (
    row.cells.every((cell, column) => cell === '' || places[column] !== undefined) &&
    changedCells(standard, imported, row, table, action).size === 0
  );
}

export function changedCells(
  standard: Standard,
  imported: ImportedPlan,
  row: ImportedRow,
  table: PlanTable,
  action: PlanAction,
): ReadonlyMap<number, string> {
  const changed = new Map<number, string>();
  for (const [column, at] of columnPlaces(imported, table).entries()) {
    if (at === undefined) continue;
    const before = action.cells[at]?.text ?? '';
    const role = imported.columns[column]?.role;
    const after = mergedCell(role, before, row.cells[column] ?? '', standard.nodes.get(action.id));
    if (after !== before) changed.set(at, after);
  }
  return changed;
}

export const actionText = ({ columns }: ImportedPlan, { cells }: ImportedRow): string =>
  cells[columns.findIndex(({ role }) => role === 'action')] ?? '';

const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

function listAt<Key, Value>(map: Map<Key, Value[]>, key: Key): Value[] {
  const known = map.get(key);
  if (known) return known;
  const list: Value[] = [];
  map.set(key, list);
  return list;
}
