/** Rows of a spreadsheet that only say that an element was withdrawn: `[Withdrawn: Incorporated into AC-2.]`. */
import { identifierPattern } from '../../core/standard/identifiers';
import { someOf } from './ids';
import type { SheetRow } from './sheetTree';

export interface WithdrawnRows {
  /** Those that are left. */
  readonly rows: readonly SheetRow[];
  readonly retired: ReadonlyMap<string, readonly string[]>;
  readonly remarks: readonly string[];
}

const withdrawal = /^\[?\s*(?:withdrawn|retired|deleted|superseded|no longer used)\b[\s:.,–—-]*([^]*)$/i;

export function withdrawnIn(rows: readonly SheetRow[]): WithdrawnRows {
  const words = new Map<SheetRow, string>();
  for (const row of rows) {
    const { title = '', text = '' } = row.node;
    const rest = withdrawal.exec(text)?.[1] ?? (text === '' ? withdrawal.exec(title)?.[1] : undefined);
    if (rest !== undefined && row.node.id !== undefined && rest.length <= 300) words.set(row, rest);
  }
  if (words.size === 0) return { rows, retired: new Map(), remarks: [] };
  const left = rows.filter((row) => !words.has(row));
  const ids = new Set(left.flatMap(({ node }) => node.id ?? []));
  const { find } = identifierPattern([...ids, ...Array.from(words.keys(), ({ node }) => node.id ?? '')]);
  const retired = new Map<string, readonly string[]>();
  for (const [{ node }, rest] of words) {
    // `AC-2k` is point k of AC-2.
    const named = find(rest.replace(/(\p{N}\)?)\p{Ll}(?=[.,;\]\s]|$)/gu, '$1')).map(({ id }) => id);
    if (node.id !== undefined && !ids.has(node.id))
      retired.set(node.id, [...new Set(named.filter((id) => id !== node.id))]);
  }
  const none = [...retired].flatMap(([id, successors]) => (successors.length === 0 ? [id] : []));
  return {
    rows: left,
    retired,
    remarks:
      none.length > 0 ? [`Withdrawn, and nothing is said to have taken their place: ${someOf(none)}.`] : [],
  };
}
