/** Which rows of a plan an import speaks of, and what it says that they do not. */
import type { Standard } from '../standard';
import { cellText } from './cellContent';
import type { ImportedPlan, ImportedRow } from './importPlan';
import { pairs } from './matching';
import { actionKey, mergedCell } from './mergeCells';
import type { ActionPlan, PlanRow, PlanAction, PlanTable } from './model';
import { normalCell } from './print';
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

/** Remarks that the plan has already, each as often as it has it, with or without the marks of its Markdown. */
export function remarksOf({ tables }: ActionPlan, imported: ImportedPlan): ReadonlySet<ImportedRow> {
  const known = new Map<string, PlanRow[]>();
  for (const table of tables) {
    const places = columnPlaces(imported, table);
    for (const row of table.rows) {
      if (row.kind !== 'heading') continue;
      const cells = places.map((at) => (at === undefined ? '' : (row.cells[at]?.text ?? '')));
      for (const key of new Set([keyOf(cells), keyOf(cells.map((cell) => normalCell(cellText(cell))))]))
        if (known.get(key)?.push(row) === undefined) known.set(key, [row]);
    }
  }
  const taken = new Set<PlanRow>();
  const takeOneOf = (rows: PlanRow[]): boolean => {
    for (let row = rows.pop(); row; row = rows.pop()) {
      if (taken.has(row)) continue;
      taken.add(row);
      return true;
    }
    return false;
  };
  const take = (cells: readonly string[]): boolean =>
    [keyOf(cells), keyOf(cells.map(cellText))].some((key) => takeOneOf(known.get(key) ?? []));
  return new Set(imported.rows.filter(({ subject, cells }) => subject.kind === 'remark' && take(cells)));
}

const keyOf = (cells: readonly string[]): string => JSON.stringify(trimmed(cells));

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
