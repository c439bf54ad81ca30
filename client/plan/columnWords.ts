/** What the columns of a file that is imported may mean, in words for the list in which one says so. */
import type { FileColumn, PlanColumnChoice, PlanColumnRole } from '../../server/lsp/protocol';

export interface Meaning {
  /** Null: none of ours. */
  readonly role: PlanColumnRole | null;
  readonly label: string;
  readonly detail: string;
}

/** As they stand in the list. */
export const meanings: readonly Meaning[] = [
  { role: 'ref', label: 'Reference', detail: 'Which element of the standard the action is for: 1.1.2' },
  { role: 'action', label: 'Action', detail: 'What is to be done' },
  { role: 'responsibility', label: 'Responsibility', detail: 'Who does it: a role or a person' },
  { role: 'target', label: 'Target date', detail: 'When it is to be done' },
  { role: 'progress', label: 'Progress', detail: 'How far it is: not started, in progress, complete, 50%' },
  { role: 'comments', label: 'Comments', detail: 'Anything else that is said about it' },
  { role: null, label: 'A column of our own', detail: 'It is kept as it is, under its own name' },
];

/** What a column is taken for now: `Responsibility, by its header`. */
export function takenAs({ role, because }: FileColumn): string {
  const label = meanings.find((meaning) => meaning.role === role)?.label ?? '';
  return because === '' ? label : `${label}, ${because}`;
}

/** What has been said of columns, with one thing more: a column means one thing, and one column means it. */
export const withChoice = (
  chosen: readonly PlanColumnChoice[],
  choice: PlanColumnChoice,
): readonly PlanColumnChoice[] => [
  ...chosen.filter(
    ({ name, role }) => name !== choice.name && (choice.role === null || role !== choice.role),
  ),
  choice,
];

/** Which column a meaning has now, but for the one that is asked about. */
export const holderOf = (
  columns: readonly FileColumn[],
  role: PlanColumnRole | null,
  asked: string,
): string | undefined =>
  role === null ? undefined : columns.find((column) => column.role === role && column.name !== asked)?.name;
