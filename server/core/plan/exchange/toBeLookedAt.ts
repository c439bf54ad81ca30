/** What of an import needs a person: cells that cannot be read, and rows that may be another one of the plan. */
import type { NoValue } from '../../tables/noValue';
import { noValueOf } from '../../tables/noValue';
import type { ImportedPlan, ImportedRow, RowProblem } from './importPlan';
import { textOf } from './importRow';
import type { Match } from './matchedRows';
import { actionText, grouped } from './matchedRows';
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

/** Columns of an imported row whose cell cannot be read, where the plan has one that can: that one stays. */
function refusedIn(imported: ImportedPlan, row: ImportedRow, { table, action }: Match): readonly number[] {
  return columnIndexes(imported, table).flatMap((at, column) => {
    const cell = row.cells[column] ?? '';
    const here = at === undefined ? '' : (action.cells[at]?.text ?? '');
    if (cell === '' || here === '' || noValueOf(cell) === 'nothing') return [];
    return isRefused(imported.columns[column]?.role, here, cell) ? [column] : [];
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
  for (const [row, { table, action }] of matches)
    for (const column of refused.get(row) ?? []) {
      const { name = '', role } = imported.columns[column] ?? {};
      const [cell, here] = [
        row.cells[column],
        action.cells[columnIndexes(imported, table)[column] ?? -1]?.text,
      ];
      const reason = `“${textOf([cell ?? ''])}” under “${name}” ${saysNo(role, cell ?? '')}, so “${textOf([here ?? ''])}” stays.`;
      problems.push({ where: row.where, text: textOf(row.cells), reason, isLeftOut: false });
    }
  for (const [column, { name, role }] of imported.columns.entries()) {
    const isTold = (row: ImportedRow): boolean =>
      row.subject.kind === 'action' &&
      isUnread(role, row.cells[column] ?? '') &&
      refused.get(row)?.includes(column) !== true;
    const rows = grouped(imported.rows.filter(isTold), (row) => row.cells[column] ?? '');
    for (const [cell, [first, ...others]] of rows) {
      const text = others.length === 0 ? textOf(first?.cells ?? []) : `${others.length + 1} rows`;
      const reason = `“${textOf([cell])}” under “${name}” ${saysNo(role, cell)}.`;
      problems.push({ where: first?.where ?? '', text, reason, isLeftOut: false });
    }
  }
  return problems;
}

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
