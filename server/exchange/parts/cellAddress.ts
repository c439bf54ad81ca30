/** `B7`: how a spreadsheet calls its cells. */

/** The column from 0, the row from 1; undefined where it is no address. */
export function cellAddress(text: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return undefined;
  const letters = match[1] ?? '';
  const column =
    Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, letter) => sum * 26 + letter, 0) -
    1;
  return { column, row: Number(match[2]) };
}

/** @param column from 0 */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
