/** Columns that somebody has settled: `--column owner="Lead officer"`, or in an editor's list of the file's columns. */
import { nearestWord } from '../../text/editDistance';
import { headerKey } from '../../tables/columns';
import { planColumnsWanted } from '../columns';
import type { PlanColumnRole } from '../model';

/** For each meaning the header of its column, its letter or its number; undefined: the file has no such column. */
export type ColumnsTold = ReadonlyMap<PlanColumnRole, string | undefined>;

/** The headers, letters or numbers of columns that are to stay the writer's own, whatever they look like. */
export type OwnColumns = readonly string[];

/** What people call the meanings; what we show first. */
export const columnWords: Readonly<Record<PlanColumnRole, string>> = {
  ref: 'ref',
  action: 'action',
  responsibility: 'owner',
  target: 'due',
  progress: 'status',
  comments: 'comments',
};

/** The meaning that a word names: one of ours, or any name that such a column has. `near`: what may have been meant. */
export function columnRole(
  word: string,
): { readonly role: PlanColumnRole } | { readonly role: undefined; readonly near: string | undefined } {
  const key = headerKey(word);
  const found =
    planColumnsWanted.find(({ role }) => key === role || key === columnWords[role]) ??
    planColumnsWanted.find(({ names, lesser }) => names.includes(key) || lesser.includes(key));
  if (found) return { role: found.role };
  return {
    role: undefined,
    near: nearestWord(word, [...Object.values(columnWords), ...planColumnsWanted.map(({ role }) => role)]),
  };
}
