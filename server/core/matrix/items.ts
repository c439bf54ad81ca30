/** The distinct items of a matrix: rows about the same one are taken together. */
import { lettersOf } from '../plan/wording';
import type { Lexicon } from '../standard/standard';
import { compareInStandard } from '../standard/standard';
import type { MatrixRow, RowProblem } from './matrixRow';
import { refKey } from './refs';

export interface MatrixItem extends Omit<MatrixRow, 'isStrongest' | 'columnKind'> {
  /** Those of its elements for which it is marked as the best. */
  readonly strongest: readonly string[];
  /** A column says which kind it is; else it follows from whether the item is shown or told. */
  readonly isKindSaid: boolean;
}

/** Equal for titles that say the same. */
export const titleKey = (title: string): string => lettersOf(title) || title;

/** Items in the order of the file; `problems` says where rows about one item differ. */
export function itemsOf(
  standard: Lexicon,
  rows: readonly MatrixRow[],
): { readonly items: readonly MatrixItem[]; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const groups = groupsOf(rows);
  const items = groups.map((own): MatrixItem => {
    const [first] = own;
    const pick = <Value extends string>(
      what: string,
      of: (row: MatrixRow) => Value | undefined,
    ): Value | undefined => picked(own, what, of, problems);
    const title = pick('title', ({ title: said }) => (said === '' ? undefined : said));
    const kind = pick('kind', (row) => row.kind);
    const ref = own.find((row) => row.ref !== undefined)?.ref;
    return {
      where: first?.where ?? '',
      title: title ?? ref ?? '',
      ref,
      elements: inOrder(standard, own),
      strongest: inOrder(
        standard,
        own.filter(({ isStrongest }) => isStrongest),
      ),
      kind: kind ?? own.find(({ columnKind }) => columnKind !== undefined)?.columnKind,
      isKindSaid: kind !== undefined,
      owner: pick('owner', ({ owner }) => (owner === '' ? undefined : owner)) ?? '',
      status: pick('status', ({ status }) => status),
      date: pick('date', ({ date }) => date),
      reviewBy: pick('review date', ({ reviewBy }) => reviewBy),
      attachments: [...new Set(own.flatMap(({ attachments }) => attachments))],
      notes: [...new Set(own.flatMap(({ notes }) => notes))],
    };
  });
  return { items, problems };
}

/** By ref, else by title; an item without a ref is one that has the title and a ref elsewhere. */
function groupsOf(rows: readonly MatrixRow[]): readonly (readonly MatrixRow[])[] {
  const byRef = new Map<string, MatrixRow[]>();
  const byTitle = new Map<string, MatrixRow[]>();
  const groups: MatrixRow[][] = [];
  const begin = (row: MatrixRow): MatrixRow[] => {
    const group = [row];
    groups.push(group);
    return group;
  };
  const later: MatrixRow[] = [];
  for (const row of rows) {
    if (row.ref === undefined) {
      later.push(row);
      continue;
    }
    const key = refKey(row.ref);
    const known = byRef.get(key);
    if (known) known.push(row);
    else byRef.set(key, begin(row));
    const group = byRef.get(key);
    if (group && row.title !== '' && !byTitle.has(titleKey(row.title)))
      byTitle.set(titleKey(row.title), group);
  }
  for (const row of later) {
    const key = titleKey(row.title);
    const known = byTitle.get(key);
    if (known) known.push(row);
    else byTitle.set(key, begin(row));
  }
  const places = new Map(rows.map((row, at) => [row, at]));
  const placeOf = (group: readonly MatrixRow[]): number =>
    Math.min(...group.map((row) => places.get(row) ?? 0));
  return groups
    .map((group) => [...group].sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0)))
    .sort((left, right) => placeOf(left) - placeOf(right));
}

/** The first value that a row has; where another row says otherwise, somebody has to look. */
function picked<Value extends string>(
  rows: readonly MatrixRow[],
  what: string,
  of: (row: MatrixRow) => Value | undefined,
  problems: RowProblem[],
): Value | undefined {
  const first = rows.map(of).find((value) => value !== undefined);
  for (const row of rows) {
    const other = of(row);
    if (first === undefined || other === undefined || titleKey(other) === titleKey(first)) continue;
    problems.push({
      where: row.where,
      text: other,
      reason: `The same evidence has another ${what} in ${rows[0]?.where ?? 'the file'}: “${first}”, which was taken.`,
    });
  }
  return first;
}

const inOrder = (standard: Lexicon, rows: readonly MatrixRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ elements }) => elements))].sort(compareInStandard(standard));
