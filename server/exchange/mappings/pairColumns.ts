/** Two columns of IDs in a table that says nothing of its columns: told by what stands in them. */
import type { GridRow } from '../../core/tables/grid';

export interface PairColumns {
  /** Number of rows above the first pair that are taken for headers. */
  readonly header: number;
  readonly from: number;
  readonly to: number;
}

/** How many rows say which columns hold IDs. */
const looked = 200;

/**
 * Undefined where no two columns mostly hold IDs: by themselves, or else each before words.
 * @param isId of either standard
 */
export const pairColumns = (
  rows: readonly GridRow[],
  isId: (text: string) => boolean,
): PairColumns | undefined =>
  columnsBy(rows, (cell) => idsAlone(cell, isId).some(isId)) ??
  columnsBy(rows, (cell) => idsInCell(cell, isId).some(isId));

function columnsBy(rows: readonly GridRow[], holdsId: (cell: string) => boolean): PairColumns | undefined {
  const known = rows.slice(0, looked).map(({ cells }) => cells.map(holdsId));
  const width = known.reduce((most, row) => Math.max(most, row.length), 0);
  const counts = Array.from({ length: width }, (_, at) => known.filter((row) => row[at]).length);
  const byCount = counts
    .map((number, at) => ({ number, at }))
    .sort((one, other) => other.number - one.number);
  const [first, second] = byCount;
  if (!first || !second || second.number === 0) return undefined;
  const [from, to] = first.at < second.at ? [first.at, second.at] : [second.at, first.at];
  const start = known.findIndex((row) => row[from] === true && row[to] === true);
  if (start < 0) return undefined;
  const body = known.slice(start).filter((row) => row.some(Boolean));
  const both = body.filter((row) => row[from] === true && row[to] === true).length;
  return both * 2 < body.length ? undefined : { header: start, from, to };
}

/** One ID or several, with words behind each or without: `5.1`, `5.1, 5.2 and 5.3`, `5.1 Policies`. */
export const idsInCell = (cell: string, isId: (text: string) => boolean): readonly string[] =>
  idsAlone(cell, isId).map((part) => {
    const [, first = ''] = /^(\S+?)[:.]?\s/.exec(part) ?? [];
    return !isId(part) && isId(first) ? first : part;
  });

/** One ID, which may have a comma or a space in it, or several. */
function idsAlone(cell: string, isId: (text: string) => boolean): readonly string[] {
  const parts = (text: string, mark: RegExp): readonly string[] =>
    text
      .split(mark)
      .map((id) => id.trim())
      .filter((id) => id !== '');
  return parts(cell, /[\n;]/).flatMap((part) => {
    if (isId(part)) return [part];
    return parts(part, /,/).flatMap((one) => {
      // These stand among words, too.
      const several = isId(one) ? [] : parts(one, /\s+(?:(?:and|&|\+|\/)\s+)?|[&+/]/);
      return several.length > 1 && several.every(isId) ? several : [one];
    });
  });
}
