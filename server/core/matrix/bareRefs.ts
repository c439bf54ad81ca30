/** References without the letters that all elements of a standard have in common: `5.1` of a standard that says `A.5.1`. */
import type { Lexicon } from '../standard/standard';
import type { GridRow } from '../tables/grid';

/**
 * The rows with the letters added, where a column holds little else than such references; one alone may be anything.
 * @param notes gets a sentence for people where that was done
 */
export function withLetters(
  standard: Lexicon,
  rows: readonly GridRow[],
  notes: string[],
): readonly GridRow[] {
  const letters = lettersOf(standard);
  if (letters === undefined) return rows;
  const isBare = (cell: string): boolean =>
    /^\d+(?:[.-]\d+)+$/.test(cell) &&
    !standard.nodes.has(cell) &&
    standard.nodes.get(letters + cell)?.assessable === true;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const column = Array.from({ length: width }, (_, at) =>
    rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== ''),
  ).findIndex((cells) => {
    const bare = cells.filter(isBare);
    return new Set(bare).size >= 2 && bare.length >= cells.length * mostOf;
  });
  const example = rows.map(({ cells }) => cells[column] ?? '').find(isBare);
  if (example === undefined) return rows;
  const said = `References without “${letters}” were read as if it stood before them: ${example} as ${letters}${example}.`;
  if (!notes.includes(said)) notes.push(said);
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => (at === column && isBare(cell) ? letters + cell : cell)),
  }));
}

/** Beside headings and what has a mistake in it. */
const mostOf = 0.6;

const known = new WeakMap<Lexicon, string | undefined>();

/** Undefined where the elements do not all begin with the same letters. */
function lettersOf(standard: Lexicon): string | undefined {
  if (known.has(standard)) return known.get(standard);
  const starts = new Set<string | undefined>();
  for (const { id, assessable } of standard.nodes.values())
    if (assessable) starts.add(/^\p{L}+[.\- ]?(?=\d)/u.exec(id)?.[0]);
  const [only] = starts;
  const letters = starts.size === 1 ? only : undefined;
  known.set(standard, letters);
  return letters;
}
