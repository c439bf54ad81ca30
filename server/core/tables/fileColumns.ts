/** The columns of a file that is imported, for whoever wants to say what one of them means. */
import { oneLine } from '../../words/oneLine';
import type { TakenTable } from './takenTable';
import { becauseWords } from './takenTable';

export interface FileColumn<Role extends string = string> {
  /** As its header says it; `column C` where it has none, or behind a header that an earlier column has, too. */
  readonly name: string;
  /** What it is taken for; null: none of what was looked for. A plan keeps such a column as its writer's own. */
  readonly role: Role | null;
  /** Why, in words that follow a comma: `by its header`; empty for a column of the writer's own. */
  readonly because: string;
}

/** In the order of the file, each once: what is said of a column is said of all tables that have it. */
export function fileColumns<Role extends string>(
  tables: readonly TakenTable<Role>[],
): readonly FileColumn<Role>[] {
  const found = new Map<string, FileColumn<Role>>();
  for (const { names, columns } of tables)
    for (const name of names) {
      const taken = columns.find((column) => column.name === name);
      // In one table it may mean something, in another one nothing.
      if (found.get(name)?.role) continue;
      found.set(
        name,
        taken
          ? { name, role: taken.role, because: becauseWords[taken.because] }
          : { name, role: null, because: '' },
      );
    }
  return [...found.values()];
}

/** More names than these nobody reads in a message. */
const mostNamed = 30;

/** Which columns a file has that was not understood, as a whole sentence; empty where it has none. */
export function columnsSaid(columns: readonly FileColumn[]): string {
  if (columns.length === 0) return '';
  const names = columns.slice(0, mostNamed).map(({ name }) => `“${oneLine(name)}”`);
  const more = columns.length > mostNamed ? ` and ${columns.length - mostNamed} more` : '';
  return ` The columns of the file: ${names.join(', ')}${more}.`;
}
