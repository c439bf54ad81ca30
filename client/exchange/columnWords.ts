/** What the columns of a file that is imported may mean, for the list in which one says so. Nothing here knows VS Code. */
import type { ColumnChoice, FileColumn } from '../../server/lsp/protocol';

export interface Meaning {
  /** As the server names it; null: none of ours. */
  readonly role: string | null;
  readonly label: string;
  readonly detail: string;
}

/** What a column is taken for now: `Responsibility, by its header`. */
export function takenAs(meanings: readonly Meaning[], { role, because }: FileColumn): string {
  const label = meanings.find((meaning) => meaning.role === role)?.label ?? '';
  return because === '' ? label : `${label}, ${because}`;
}

/** What has been said of columns, with one thing more: a column means one thing, and one column means it. */
export const withChoice = (
  chosen: readonly ColumnChoice[],
  choice: ColumnChoice,
): readonly ColumnChoice[] => [
  ...chosen.filter(
    ({ name, role }) => name !== choice.name && (choice.role === null || role !== choice.role),
  ),
  choice,
];

/** Which column a meaning has now, but for the one that is asked about. */
export const holderOf = (
  columns: readonly FileColumn[],
  role: string | null,
  asked: string,
): string | undefined =>
  role === null ? undefined : columns.find((column) => column.role === role && column.name !== asked)?.name;
