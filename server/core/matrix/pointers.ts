/** Rows that say where their evidence stands instead of naming it: `See 1.2.1`, `As 1.2.1 above`, `See ES 01`. */
import { oneLine } from '../../words/oneLine';
import { listOf } from '../../words/counts';
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
  /^(?:please )?(?:see|as for|as per|as in|as at|as|refer to|same as for|same evidence as|same as|gweler|fel) (?:also )?(?:the )?(?:evidence (?:for|in|at|under|of) )?(?:(?:elements?|criterion|criteria|sections?|refs?\.?) )?(.+?)(?: (?:above|below|uchod|isod))?\.?$/i;

/** Longer texts are sentences. */
const longest = 80;
/** A chain of them is followed so far. */
const mostSteps = 5;
/** A stranger's file may point from each row to all others. */
const mostRows = 20_000;

/** The evidence to which a row points is for the elements of that row, too. */
export function followPointers(standard: Lexicon, rows: readonly MatrixRow[]): FollowedRows {
  const read = rows.map((row) => ({ row, leadsTo: targetsOf(standard, row) }));
  const followed: MatrixRow[] = read.flatMap(({ row, leadsTo }) => (leadsTo === undefined ? [row] : []));
  let open = read.flatMap(({ row, leadsTo }) => (leadsTo === undefined ? [] : [{ row, leadsTo }]));
  if (open.length === 0) return { rows: rows.map(byRefAlone), problems: [], notes: [] };
  const notes: string[] = [];
  for (let step = 0; step < mostSteps && open.length > 0; step++) {
    const known = byElement(followed);
    const waiting = new Set(step + 1 < mostSteps ? open.flatMap(({ row }) => row.elements) : []);
    open = open.filter(({ row, leadsTo }) => {
      const found = leadsTo.flatMap((id) => known.get(id) ?? []);
      if (leadsTo.some((id) => waiting.has(id))) return true;
      if (found.length === 0 || followed.length + found.length > mostRows) return true;
      followed.push(...found.map((one) => alsoFor(one, row)));
      notes.push(
        `“${oneLine(row.title)}” (${row.where}): the evidence of ${listOf(leadsTo)} is taken for ${listOf(row.elements)}, too.`,
      );
      return false;
    });
  }
  const problems = open.map(({ row, leadsTo }): RowProblem => ({
    where: row.where,
    text: oneLine(row.title),
    reason: `It points to ${listOf(leadsTo)}, for which the file names no evidence. It was left out.`,
  }));
  return { rows: followed.map(byRefAlone), problems, notes };
}

/** Elements of the standard to which a row points, others than its own; undefined where it names evidence. */
function targetsOf(
  standard: Lexicon,
  { title, ref, attachments, elements }: MatrixRow,
): readonly string[] | undefined {
  const rest = ref === undefined && attachments.length === 0 ? restOf(title) : undefined;
  if (rest === undefined) return undefined;
  const ids = rest.split(/\s*(?:,|;|&|\/|\band\b|\ba\b)\s*/).filter((id) => id !== '');
  if (ids.length === 0 || !ids.every((id) => standard.nodes.get(id)?.assessable === true)) return undefined;
  return ids.filter((id) => !elements.includes(id));
}

const restOf = (title: string): string | undefined =>
  title.length > longest ? undefined : pointer.exec(oneLine(title))?.[1];

/** `See ES 01` names the evidence of that number. */
function byRefAlone(row: MatrixRow): MatrixRow {
  const found = row.ref === undefined ? refIn(restOf(row.title) ?? '') : undefined;
  return found?.rest === '' ? { ...row, title: '', ref: found.ref } : row;
}

function byElement(rows: readonly MatrixRow[]): ReadonlyMap<string, readonly MatrixRow[]> {
  const known = new Map<string, MatrixRow[]>();
  for (const row of rows)
    for (const id of row.elements) {
      const own = known.get(id);
      if (own) own.push(row);
      else known.set(id, [row]);
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
