/** Cells that say something by their colour alone, such as a traffic light without a word: nobody is to miss them. */
import type { GridNote } from '../../core/tables/grid';
import { count } from '../../words/counts';
import { withoutMarks } from '../parts/strike';
import { columnLetters } from '../parts/cellAddress';

export interface ColouredCell {
  /** From 0. */
  readonly column: number;
  readonly colour: string;
  readonly isBlank: boolean;
}

/** Shapes that say nothing by themselves, such as the dot of a traffic light. */
const dots = /^[\s•●⚫⬤■▪◼⬛◆♦▲▼★⏺]+$/u;

/** @param look of the cell: the colours behind its text, and of it; undefined: none */
export const colouredCell = (
  column: number,
  text: string,
  look: { readonly fill: string; readonly ink: string } | undefined,
): ColouredCell => {
  const isDot = dots.test(withoutMarks(text));
  return { column, colour: (isDot ? look?.ink : look?.fill) ?? '', isBlank: isDot || text === '' };
};

export interface ColouredRow {
  /** From 1. */
  readonly place: number;
  /** How many of its cells hold a text. */
  readonly texts: number;
  /** All of its cells that the file has. */
  readonly cells: readonly ColouredCell[];
}

/**
 * Of blank cells that have another colour than most of their row, in columns where they are not all alike. Colours of
 * whole rows, and of whole columns, are how a table looks.
 * @param rows those with a coloured cell @param all how many rows there are below the header; where it is not said, the
 * rows are all
 */
export function notesOnColours(
  rows: readonly ColouredRow[],
  all = rows.filter(({ texts }) => texts >= 2).length - 1,
): readonly GridNote[] {
  const entries = rows.filter(({ texts }) => texts >= 2);
  const byColumn = new Map<number, { readonly place: number; readonly colour: string }[]>();
  for (const { place, cells } of entries) {
    const usual = mostFrequent(cells.map(({ colour }) => colour));
    for (const { column, colour, isBlank } of cells) {
      if (!isBlank || colour === '' || colour === usual) continue;
      const own = byColumn.get(column);
      if (own) own.push({ place, colour });
      else byColumn.set(column, [{ place, colour }]);
    }
  }
  return [...byColumn].flatMap(([column, cells]): readonly GridNote[] => {
    const [first] = cells;
    const isMixed = cells.length < all || new Set(cells.map(({ colour }) => colour)).size > 1;
    if (!first || !isMixed) return [];
    const letters = columnLetters(column);
    const which = cells.length === 1 ? `Cell ${letters}${first.place} says` : `${count(cells.length, 'cell')} of column ${letters}, the first in row ${first.place}, say`; // prettier-ignore
    const reason = `${which} something by colour alone. Colours are not read: write what they mean as words, and import the file again.`;
    return [{ place: first.place, text: `${letters}${first.place}`, reason }];
  });
}

function mostFrequent(colours: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}
