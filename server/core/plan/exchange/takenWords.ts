/** Which column of a file was taken for what, in words. */
import { becauseWords, linesOfTables } from '../../tables/takenTable';
import { columnTitles } from '../columns';
import { columnWords } from './columnsTold';
import type { TakenTable } from './imported';
import type { PlanColumnRole } from '../model';

/** Columns that a plan rarely lacks. */
const expected: readonly PlanColumnRole[] = ['action', 'responsibility', 'target', 'progress'];

/** Lines for people, plain text. */
export const takenLines = (taken: readonly TakenTable[]): readonly string[] => linesOfTables(taken, linesOf);

function linesOf({ columns, others }: TakenTable): readonly string[] {
  const missing = expected.filter((role) => !columns.some((column) => column.role === role));
  const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
  return [
    ...columns.map(
      ({ role, name, because }) =>
        `${columnTitles[role]} (${columnWords[role]}): “${name}”, ${becauseWords[because]}`,
    ),
    ...(missing.length > 0
      ? [`nothing for: ${missing.map((role) => `${columnTitles[role]} (${columnWords[role]})`).join(', ')}`]
      : []),
    ...(others.length > 0 ? [`kept as columns of your own: ${quoted(others)}`] : []),
  ];
}
