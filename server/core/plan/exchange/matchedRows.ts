/** Which rows of a plan an import speaks of, and what it says that they do not. */
import { nodeNamed } from '../../standard/retired';
import type { Lexicon, StandardNode } from '../../standard/standard';
import { mostPairs, pairRows } from '../../tables/pairing';
import type { ActionFacets } from './actionLikeness';
import { actionLikeness, isUntouched } from './actionLikeness';
import { cellText } from '../cellContent';
import type { ImportedPlan, ImportedRow } from './importPlan';
import { pairs } from './matching';
import { actionKey, mergedCell } from './mergeCells';
import type { ActionPlan, PlanAction, PlanColumnRole, PlanRow, PlanTable } from '../model';
import { normalCell } from '../print';
import { columnIndexes } from './columnPlaces';
import { addsNothing } from './tableColumns';

export interface Match {
  readonly table: PlanTable;
  readonly action: PlanAction;
}

export interface Matches {
  /** In the order of the import. */
  readonly matches: ReadonlyMap<ImportedRow, Match>;
  /** Rows that are added, and the action that each may be, which is left alone. */
  readonly unsure: ReadonlyMap<ImportedRow, Match>;
}

/** Which action of the plan an imported one is, of those about its element: by what they say, never by their order. */
export function matchedActions(standard: Lexicon, { tables }: ActionPlan, imported: ImportedPlan): Matches {
  const idOf = (id: string): string => nodeNamed(standard, id)?.id ?? id;
  const here = new Map<string, Match[]>();
  for (const table of tables)
    for (const action of table.rows)
      if (action.kind === 'action') listAt(here, idOf(action.id)).push({ table, action });
  const coming = new Map<string, ImportedRow[]>();
  for (const row of imported.rows)
    if (row.subject.kind === 'action') listAt(coming, idOf(row.subject.id)).push(row);

  const matches = new Map<ImportedRow, Match>();
  const unsure = new Map<ImportedRow, Match>();
  for (const [id, rows] of coming) {
    const group = { standard, imported, element: standard.nodes.get(id), rows, there: here.get(id) ?? [] };
    for (const [row, match] of said(group) ?? likest(group, unsure)) matches.set(row, match);
  }
  return {
    matches: new Map(
      imported.rows.flatMap((row) => {
        const match = matches.get(row);
        return match ? [[row, match] as const] : [];
      }),
    ),
    unsure,
  };
}

/** What is about one element. */
interface Group {
  readonly standard: Lexicon;
  readonly imported: ImportedPlan;
  readonly element: StandardNode | undefined;
  readonly rows: readonly ImportedRow[];
  readonly there: readonly Match[];
}

/**
 * Where the plan says already all that the import says, each row by another action, that is how they are paired:
 * nothing changes, and a second import of a file never does.
 */
function said({ standard, imported, rows, there }: Group): ReadonlyMap<ImportedRow, Match> | undefined {
  if (rows.length > there.length) return undefined;
  const found = pairs(rows, there, (row, match) => isSaid(standard, imported, row, match));
  return found.size === rows.length ? found : undefined;
}

function likest(
  { imported, element, rows, there }: Group,
  unsure: Map<ImportedRow, Match>,
): ReadonlyMap<ImportedRow, Match> {
  if (rows.length * there.length > mostPairs) return alike({ imported, element, rows, there });
  const sides = rows.map((row) => ({ row, facets: facetsOf(imported, row) }));
  const cellsOf = ({ action }: Match): string => JSON.stringify(action.cells.map(({ text }) => text));
  const found = pairRows(sides, there, {
    likeness: ({ facets }, { action }) => actionLikeness(facets, facetsOfAction(action), element),
    leftKey: ({ row }) => keyOf(row.cells),
    rightKey: cellsOf,
  });
  const matches = new Map(Array.from(found.pairs, ([{ row }, match]) => [row, match]));
  const taken = new Set(matches.values());
  const free = there.filter((match) => !taken.has(match) && isUntouched(match.action, element));
  for (const [{ row }, match] of found.unsure) unsure.set(row, match);
  const left = rows
    .filter((row) => !matches.has(row) && !unsure.has(row))
    .sort((one, other) => compare(JSON.stringify(one.cells), JSON.stringify(other.cells)));
  for (const [at, row] of left.entries()) {
    const match = free[at];
    if (match) matches.set(row, match);
  }
  return matches;
}

/** Of groups too large to compare each with each: rows that are the same, then those of which only one has a text. */
function alike({ imported, element, rows, there }: Omit<Group, 'standard'>): ReadonlyMap<ImportedRow, Match> {
  const matches = new Map<ImportedRow, Match>();
  const projected = ({ table, action }: Match): string =>
    keyOf(columnIndexes(imported, table).map((at) => textAt(action, at)));
  const same = new Map<string, Match[]>();
  for (const match of there) listAt(same, projected(match)).push(match);
  for (const row of rows) {
    const match = same.get(keyOf(row.cells))?.shift();
    if (match) matches.set(row, match);
  }
  const taken = new Set(matches.values());
  const keyed = (text: string): string => actionKey(text, element);
  const left = grouped(
    rows.filter((row) => !matches.has(row)),
    (row) => keyed(actionText(imported, row)),
  );
  const free = grouped(
    there.filter((match) => !taken.has(match)),
    ({ action }) => keyed(action.action?.text ?? ''),
  );
  for (const [key, [row, ...others]] of left) {
    const [match, ...rivals] = free.get(key) ?? [];
    if (match && others.length + rivals.length === 0) matches.set(row, match);
  }
  return matches;
}

/** Values by a key, both in the order in which they come. */
export function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly [Value, ...Value[]]> {
  const groups = new Map<string, [Value, ...Value[]]>();
  for (const value of values) {
    const known = groups.get(keyOf(value));
    if (known) known.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function facetsOf({ columns }: ImportedPlan, { cells }: ImportedRow): ActionFacets {
  const at = (role: PlanColumnRole): string =>
    cells[columns.findIndex((column) => column.role === role)] ?? '';
  return { action: at('action'), responsibility: at('responsibility'), target: at('target') };
}

const facetsOfAction = ({ action, responsibility, target }: PlanAction): ActionFacets => ({
  action: action?.text ?? '',
  responsibility: responsibility?.text ?? '',
  target: target?.text ?? '',
});

/** Remarks that the plan has already, each as often as it has it, with or without the marks of its Markdown. */
export function remarksOf({ tables }: ActionPlan, imported: ImportedPlan): ReadonlySet<ImportedRow> {
  const known = new Map<string, PlanRow[]>();
  for (const table of tables) {
    const places = columnIndexes(imported, table);
    for (const row of table.rows) {
      if (row.kind !== 'heading') continue;
      const cells = places.map((at) => textAt(row, at));
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

/** @param at number of the column; undefined where the table does not have it */
export const textAt = ({ cells }: PlanRow, at: number | undefined): string =>
  at === undefined ? '' : (cells[at]?.text ?? '');

/** True where the import would change nothing of a row. */
function isSaid(
  standard: Lexicon,
  imported: ImportedPlan,
  row: ImportedRow,
  { table, action }: Match,
): boolean {
  const places = columnIndexes(imported, table);
  return (
    row.cells.every((cell, column) => addsNothing(imported, cell, column) || places[column] !== undefined) &&
    changedCells(standard, imported, row, table, action).size === 0
  );
}

export function changedCells(
  standard: Lexicon,
  imported: ImportedPlan,
  row: ImportedRow,
  table: PlanTable,
  action: PlanAction,
): ReadonlyMap<number, string> {
  const changed = new Map<number, string>();
  for (const [column, at] of columnIndexes(imported, table).entries()) {
    if (at === undefined) continue;
    const before = textAt(action, at);
    const role = imported.columns[column]?.role;
    const after = mergedCell(role, before, row.cells[column] ?? '', nodeNamed(standard, action.id));
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
