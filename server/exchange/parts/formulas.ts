/** Formulas in files of other programs: their results are read, and where there is none, it is said. */
import type { GridNote } from '../../core/tables/grid';

/**
 * Programs that write workbooks without counting leave formulas without results.
 * @param count of such cells @param first address of the first one @param place of its row, from 1
 */
export function withoutResults(count: number, first: string, place: number): GridNote {
  const which =
    count === 1 ? `The formula in ${first} has` : `${count} formulas, the first in ${first}, have`;
  const reason = `${which} no result in the file, so nothing was read there. Open the file in Excel or LibreOffice, save it, and import it again.`;
  return { place, text: first, reason };
}

/**
 * Where a formula leads that is a link, `HYPERLINK("https://example.org/a.pdf", "Survey")`, as Google Sheets and people who
 * type them write links; undefined for all others, and where the address is counted.
 */
export function linkedBy(formula: string): string | undefined {
  const [, address] =
    /^(?:of:)?=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*(?:[,;].*)?\)$/is.exec(formula.trim()) ?? [];
  return address?.replaceAll('""', '"');
}
