/** What of an import needs a person: cells that cannot be read, and rows that may be another one of the plan. */
import type { NoValue } from '../../tables/noValue';
import { noValueOf } from '../../tables/noValue';
import type { ImportedColumn, ImportedPlan, ImportedRow, RowProblem } from './importPlan';
import { textOf } from './importRow';
import type { Match } from './matchedRows';
import { actionText, grouped, textAt } from './matchedRows';
import { isReadable, isRefused } from './mergeCells';
import type { PlanColumnRole } from '../model';
import { columnIndexes } from './columnPlaces';

/** An imported row that was added because nobody can be sure that it is the action it looks like. */
export const unsureProblem = (imported: ImportedPlan, row: ImportedRow, { action }: Match): RowProblem => {
  const said = [action.action, action.responsibility, action.ref].find((cell) => cell?.text)?.text ?? '';
  const own = textOf([said]);
  const text = actionText(imported, row);
  const subject = text === '' ? 'It' : `“${textOf([text])}”`;
  return {
    where: row.where,
    text: textOf(row.cells),
    reason: `${subject} may be the action “${own}” of the plan, and may be another one. It was added; if it is the same, take one of the two out of the plan.`,
    isLeftOut: false,
  };
};

/** Cells of an imported row that cannot be read, where the plan has something that can: that one stays. */
function refusedIn(
  imported: ImportedPlan,
  row: ImportedRow,
  { table, action }: Match,
): readonly { readonly column: ImportedColumn; readonly cell: string; readonly here: string }[] {
  const places = columnIndexes(imported, table);
  return imported.columns.flatMap((column, at) => {
    const cell = row.cells[at] ?? '';
    const here = textAt(action, places[at]);
    if (here === '' || noValueOf(cell) === 'nothing') return [];
    return isRefused(column.role, here, cell) ? [{ column, cell, here }] : [];
  });
}

/**
 * What is told of cells of the file that hold no date, no progress or no name where there should be one: one by one
 * where the plan has something that stays, else once for each text.
 */
export function unreadCells(
  imported: ImportedPlan,
  matches: ReadonlyMap<ImportedRow, Match>,
): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  const refused = new Map([...matches].map(([row, match]) => [row, refusedIn(imported, row, match)]));
  for (const [row, cells] of refused)
    for (const { column, cell, here } of cells) {
      const reason = `${unreadWords(column, cell)}, so “${textOf([here])}” stays.`;
      problems.push({ where: row.where, text: textOf(row.cells), reason, isLeftOut: false });
    }
  for (const [at, column] of imported.columns.entries()) {
    const isTold = (row: ImportedRow): boolean =>
      row.subject.kind === 'action' &&
      isUnread(column.role, row.cells[at] ?? '') &&
      !refused.get(row)?.some((one) => one.column === column);
    const rows = grouped(imported.rows.filter(isTold), (row) => row.cells[at] ?? '');
    for (const [cell, [first, ...others]] of rows) {
      const text = others.length === 0 ? textOf(first.cells) : `${others.length + 1} rows`;
      problems.push({ where: first.where, text, reason: `${unreadWords(column, cell)}.`, isLeftOut: false });
    }
  }
  return problems;
}

const unreadWords = ({ name, role }: ImportedColumn, cell: string): string =>
  `“${textOf([cell])}” under “${name}” ${saysNo(role, cell)}`;

/** Dates and progress are told where they cannot be read; all else only where it says nothing that stands for itself. */
function isUnread(role: PlanColumnRole | undefined, cell: string): boolean {
  const kind = noValueOf(cell);
  if (kind !== undefined) return told[kind] || (kind === 'open' && role === 'target');
  return (role === 'target' || role === 'progress') && !isReadable(role, cell);
}

/** That there is nothing, or nobody yet, is said plainly enough. */
const told: Readonly<Record<NoValue, boolean>> = {
  nothing: false,
  none: false,
  open: false,
  fault: true,
  elsewhere: true,
};

function saysNo(role: PlanColumnRole | undefined, cell: string): string {
  const kind = noValueOf(cell);
  if (kind === 'fault') return 'is what a spreadsheet shows where it has no value';
  if (kind === 'elsewhere') return 'speaks of another cell';
  if (kind !== undefined) return 'names nothing';
  if (role === 'target') return 'is no date that can be read';
  return role === 'progress' ? 'is no progress that can be read' : 'names nobody';
}
