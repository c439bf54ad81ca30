/** Where the rows of an import go in a plan: in the standard's order, below the headings of their groups. */
import { lineAround } from '../../text/lines';
import type { Lexicon, StandardNode } from '../../standard/standard';
import type { Edit } from '../../text/edit';
import { insertion } from '../../text/edit';
import type { ImportedPlan, ImportedRow } from './importPlan';
import { delimiterOf, lineStart } from '../lines';
import type { ActionPlan, PlanTable } from '../model';
import { headingText } from '../newRows';
import { groupsIn, ranksIn, ranksOfRows } from '../order';
import { rowMarkdown } from '../print';
import { columnIndexes } from './columnPlaces';
import { subjectNode } from './imported';

interface Line {
  readonly table: PlanTable;
  /** Number of the row that it goes behind; -1: at the top. */
  readonly behind: number;
  readonly place: number;
  readonly cells: readonly string[];
}

export function insertRows(
  standard: Lexicon,
  plan: ActionPlan,
  imported: ImportedPlan,
  added: readonly ImportedRow[],
): readonly Edit[] {
  const placeOf = placesOfImport(standard, imported);
  const spots = spotsIn(standard, plan);
  const headings = headingsIn(standard, plan);
  const lines: Line[] = [];
  for (const row of added) {
    const place = placeOf.get(row) ?? -1;
    const spot = spotFor(spots, plan, place, true);
    if (!spot) continue;
    for (const group of headings.missing(subjectNode(standard, row))) {
      const at = ranksIn(standard).get(group.id) ?? place;
      const above = spotFor(spots, plan, at, false) ?? spot;
      lines.push({ ...above, place: at, cells: headingCells(above.table, group) });
    }
    lines.push({ ...spot, place, cells: cellsFor(imported, spot.table, row) });
  }
  // Sorting is stable: rows of one place stay in the order of the import.
  lines.sort((left, right) => left.place - right.place);
  return lines.map(({ table, behind, cells }) => {
    const { end } = table.rows[behind]?.span ?? delimiterOf(plan, table);
    return insertion(lineAround(plan.text, end).end, lineStart(plan, table) + rowMarkdown(cells));
  });
}

/** The table that a row would go to. */
export function tableFor(
  standard: Lexicon,
  plan: ActionPlan,
  imported: ImportedPlan,
): (row: ImportedRow) => PlanTable | undefined {
  const placeOf = placesOfImport(standard, imported);
  const spots = spotsIn(standard, plan);
  return (row) => spotFor(spots, plan, placeOf.get(row) ?? -1, true)?.table;
}

/** What is about no element of the standard has the place of the row before it. */
function placesOfImport(standard: Lexicon, { rows }: ImportedPlan): ReadonlyMap<ImportedRow, number> {
  const places = ranksIn(standard);
  let last = -1;
  return new Map(
    rows.map((row) => {
      last = places.get(subjectNode(standard, row)?.id ?? '') ?? last;
      return [row, last];
    }),
  );
}

type Spot = Pick<Line, 'table' | 'behind' | 'place'>;

/** Every row of the plan, by its place in the standard and then by where it stands. */
const spotsIn = (standard: Lexicon, { tables }: ActionPlan): readonly Spot[] =>
  tables
    .flatMap((table) => ranksOfRows(standard, table).map((place, behind) => ({ table, behind, place })))
    .sort((left, right) => left.place - right.place);

/** Behind the last row whose place is before a place, or is that place too. */
function spotFor(
  spots: readonly Spot[],
  { tables }: ActionPlan,
  place: number,
  orSame: boolean,
): Spot | undefined {
  let low = 0;
  let high = spots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = spots[middle]?.place ?? Infinity;
    if (orSame ? other <= place : other < place) low = middle + 1;
    else high = middle;
  }
  const [table] = tables;
  return spots[low - 1] ?? (table && { table, behind: -1, place });
}

/** Headings that a row needs and the plan lacks, of those levels at which the plan has any; each is asked for once. */
function headingsIn(
  standard: Lexicon,
  { tables }: ActionPlan,
): { readonly missing: (node: StandardNode | undefined) => readonly StandardNode[] } {
  const groups = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === 'heading' ? groupsIn(standard, row) : [])),
  );
  const isEmpty = tables.every(({ rows }) => rows.length === 0);
  const depths = new Set(groups.map(({ ancestors }) => ancestors.length));
  const named = new Set(groups.map(({ id }) => id));
  return {
    missing: (node) =>
      (node?.ancestors ?? []).filter((group) => {
        if (named.has(group.id) || !(isEmpty || depths.has(group.ancestors.length))) return false;
        named.add(group.id);
        return true;
      }),
  };
}

function headingCells(table: PlanTable, group: StandardNode): readonly string[] {
  return table.columns.map(({ role }) => (role === 'ref' ? headingText(group) : ''));
}

function cellsFor(imported: ImportedPlan, table: PlanTable, row: ImportedRow): readonly string[] {
  const cells = Array<string>(table.columns.length).fill('');
  for (const [column, at] of columnIndexes(imported, table).entries()) {
    const cell = row.cells[column] ?? '';
    if (at === undefined || cell === '') continue;
    while (cells.length < at) cells.push('');
    cells[at] = cell;
  }
  return cells;
}
