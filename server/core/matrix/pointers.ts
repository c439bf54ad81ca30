/** Rows that say where their evidence stands instead of naming it: `See 1.2.1`, `As 1.2.1 above`, `See ES 01`. */
import { oneLine } from '../../words/oneLine';
import { listOf } from '../../words/counts';
import { identifiersInText } from '../standard/identifiersInText';
import type { Lexicon } from '../standard/standard';
import type { MatrixRow, RowProblem } from './matrixRow';
import { refIn } from './refs';

export interface FollowedRows {
  readonly rows: readonly MatrixRow[];
  readonly problems: readonly RowProblem[];
  /** What was read otherwise than it is written. */
  readonly notes: readonly string[];
}

const pointer =
  /^(?:(?:please|also) )?(?:see|cf\.?|cross[- ]refer(?:ence)? to|as for|as per|as in|as at|as|refer to|same as for|same evidence as|same as|gweler|fel) (?:also )?(?:the )?(?:evidence (?:for|in|at|under|of) )?(?:(?:sections?|refs?\.?) )?(.+?)(?: (?:above|below|uchod|isod))?\.?$/i;

/** Longer texts are sentences. */
const longest = 80;
/** From element to element, so many are asked for what they point to. */
const mostElements = 1000;
/** A stranger's file may point from each row to all others. */
const mostRows = 20_000;

/** The evidence to which a row points, by however many others, is for the elements of that row, too. */
export function followPointers(standard: Lexicon, rows: readonly MatrixRow[]): FollowedRows {
  const read = rows.map((row) => ({ row, leadsTo: targetsOf(standard, row) }));
  const followed = read.flatMap(({ row, leadsTo }) => (leadsTo === undefined ? [row] : []));
  const open = read.flatMap(({ row, leadsTo }) => (leadsTo === undefined ? [] : [{ row, leadsTo }]));
  if (open.length === 0) return { rows: rows.map(byRefAlone), problems: [], notes: [] };
  const behind = evidenceBehind(followed, open);
  const problems: RowProblem[] = [];
  const notes: string[] = [];
  for (const { row, leadsTo } of open) {
    const room = mostRows - followed.length;
    const others = leadsTo.map((id) => behind(id));
    const isTooMuch = others.reduce((sum, { length }) => sum + length, 0) > room;
    const found = isTooMuch ? [] : others.map((rows) => notFor(row, rows));
    const taken = leadsTo.filter((_, at) => (found[at] ?? []).length > 0);
    followed.push(...[...new Set(found.flat())].map((one) => alsoFor(one, row)));
    const [where, text] = [row.where, oneLine(row.title)];
    if (taken.length > 0)
      notes.push(
        `“${text}” (${where}): the evidence of ${listOf(taken)} is taken for ${listOf(row.elements)}, too.`,
      );
    if (taken.length === 0 || taken.length < leadsTo.length) {
      const why = isTooMuch
        ? 'It points to more evidence than is read.'
        : whyNot(leadsTo.filter((id) => !taken.includes(id)));
      problems.push({ where, text, reason: `${why}${taken.length === 0 ? ' It was left out.' : ''}` });
    }
  }
  return { rows: followed.map(byRefAlone), problems, notes };
}

const notFor = ({ elements }: MatrixRow, rows: readonly MatrixRow[]): readonly MatrixRow[] =>
  rows.filter((one) => !one.elements.some((id) => elements.includes(id)));

const whyNot = (without: readonly string[]): string =>
  without.length === 0
    ? 'It points to itself.'
    : `It points to ${listOf(without)}, for which the file names no evidence.`;

interface Pointer {
  readonly row: MatrixRow;
  readonly leadsTo: readonly string[];
}

/** The rows that name evidence for an element, and for those to which its other rows point, and so on. */
function evidenceBehind(
  named: readonly MatrixRow[],
  pointers: readonly Pointer[],
): (id: string) => readonly MatrixRow[] {
  const rowsOf = byElement(named.map((row) => [row, row.elements]));
  const next = byElement(pointers.map(({ row, leadsTo }) => [leadsTo, row.elements]));
  const known = new Map<string, readonly MatrixRow[]>();
  const find = (id: string): readonly MatrixRow[] => {
    const reached = new Set([id]);
    for (const one of reached)
      for (const other of next.get(one)?.flat() ?? []) if (reached.size < mostElements) reached.add(other);
    return [...new Set([...reached].flatMap((one) => rowsOf.get(one) ?? []))].slice(0, mostRows);
  };
  return (id) => {
    const own = known.get(id) ?? find(id);
    known.set(id, own);
    return own;
  };
}

/** Elements of the standard to which a row points, others than its own; undefined where it names evidence. */
function targetsOf(
  standard: Lexicon,
  { title, ref, attachments, elements }: MatrixRow,
): readonly string[] | undefined {
  const rest = ref === undefined && attachments.length === 0 ? restOf(title) : undefined;
  if (rest === undefined) return undefined;
  // The Welsh “and” is a letter to the English.
  const { parts, isCertain } = identifiersInText(standard, rest.replace(/ a (?=\S*\d)/g, ' and '));
  const ids = parts.map(({ id }) => id);
  if (!isCertain || !ids.every((id) => standard.nodes.get(id)?.assessable === true)) return undefined;
  return ids.filter((id) => !elements.includes(id));
}

const restOf = (title: string): string | undefined =>
  title.length > longest ? undefined : pointer.exec(oneLine(title).replace(/^[([](.*)[)\]]$/, '$1'))?.[1];

/** `See ES 01` names the evidence of that number. */
function byRefAlone(row: MatrixRow): MatrixRow {
  const found = row.ref === undefined ? refIn(restOf(row.title) ?? '') : undefined;
  return found?.rest === '' ? { ...row, title: '', ref: found.ref } : row;
}

function byElement<Value>(
  all: readonly (readonly [Value, elements: readonly string[]])[],
): ReadonlyMap<string, readonly Value[]> {
  const known = new Map<string, Value[]>();
  for (const [value, elements] of all)
    for (const id of elements) {
      const own = known.get(id);
      if (own) own.push(value);
      else known.set(id, [value]);
    }
  return known;
}

/** @param from the row that points there; what it says itself goes before */
const alsoFor = (row: MatrixRow, from: MatrixRow): MatrixRow => ({
  ...row,
  where: from.where,
  elements: from.elements,
  isStrongest: from.isStrongest,
  owner: from.owner === '' ? row.owner : from.owner,
  status: from.status ?? row.status,
  date: from.date ?? row.date,
  reviewBy: from.reviewBy ?? row.reviewBy,
  notes: from.notes,
});
