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

const withdrawal =
  /^\[?\s*(?:withdrawn|retired|deleted|superseded|no longer used)\b[\s:.,–—-]*([^]*)$|^\[\s*(?:moved|split|merged|replaced|renumbered|incorporated|duplicate)\b([^\]]*)\]$/i;

/** What is said of where it went. */
const wentTo = (words: string): string | undefined => {
  const found = withdrawal.exec(words);
  return found ? (found[1] ?? found[2] ?? '') : undefined;
};

export function withdrawnIn(rows: readonly SheetRow[]): WithdrawnRows {
  const words = new Map<SheetRow, string>();
  for (const row of rows) {
    const { title = '', text = '' } = row.node;
    const rest = wentTo(text) ?? (text === '' ? wentTo(title) : undefined);
    if (rest !== undefined && row.node.id !== undefined && rest.length <= 300) words.set(row, rest);
  }
  if (words.size === 0) return { rows, retired: new Map(), remarks: [] };
  const left = rows.filter((row) => !words.has(row));
  const ids = new Set(left.flatMap(({ node }) => node.id ?? []));
  const { find } = identifierPattern([...ids, ...Array.from(words.keys(), ({ node }) => node.id ?? '')]);
  const retired = new Map<string, readonly string[]>();
  for (const [{ node }, rest] of words) {
    // `AC-2k` is point k of AC-2.
    const plain = rest.replace(/(\p{N}\)?)\p{Ll}(?=[.,;\]\s]|$)/gu, '$1');
    const whole = find(plain).map(({ id }) => id);
    const named = whole.length > 0 ? whole : byNumbers(plain, ids);
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

/** `4.1.3` where the IDs are called V4.1.3: those that have one prefix, and these numbers behind it. */
function byNumbers(words: string, ids: ReadonlySet<string>): readonly string[] {
  const known = new Map<string, string | undefined>();
  for (const id of ids) {
    const number = /^\p{L}{1,4}[ .-]?(\p{N}+(?:\.\p{N}+)+)$/u.exec(id)?.[1];
    if (number !== undefined) known.set(number, known.has(number) ? undefined : id);
  }
  return Array.from(words.matchAll(/\p{N}+(?:\.\p{N}+)+/gu)).flatMap(([number]) => known.get(number) ?? []);
}
