/** Which column of a file was taken for what, in words. */
import { becauseWords } from '../../tables/takenTable';
import { columnTitles } from '../columns';
import { columnWords } from './columnsTold';
import type { TakenTable } from './imported';
import type { PlanColumnRole } from '../model';

/** Columns that a plan rarely lacks. */
const expected: readonly PlanColumnRole[] = ['action', 'responsibility', 'target', 'progress'];

/** Lines for people, plain text; tables in which the same was taken for the same are told once. */
export function takenLines(taken: readonly TakenTable[]): readonly string[] {
  const tables = new Map<string, { readonly lines: readonly string[]; readonly where: string[] }>();
  for (const table of taken) {
    const lines = linesOf(table);
    const known = tables.get(lines.join('\n'));
    if (known) known.where.push(table.where ?? '');
    else tables.set(lines.join('\n'), { lines, where: [table.where ?? ''] });
  }
  if (tables.size < 2) return [...tables.values()].flatMap(({ lines }) => lines);
  return [...tables.values()].flatMap(({ lines, where }, at) => {
    const named = [...new Set(where.filter((name) => name !== ''))];
    const which = named.length > 0 ? named.join(', ') : `table ${at + 1}`;
    return lines.map((line) => `${which}: ${line}`);
  });
}

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
