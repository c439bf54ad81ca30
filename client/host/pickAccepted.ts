/** What Enter means in a list whose rows we choose ourselves while the user types. */

/**
 * The row that Enter means: the one it stands on, or the first that can be chosen where VS Code has not said yet on
 * which of the newest rows it stands, because the user typed and pressed Enter at once. Undefined where there is none.
 */
export function acceptedRow<Row>(
  active: readonly Row[],
  shown: readonly Row[],
  canBeChosen: (row: Row) => boolean,
): Row | undefined {
  return active.find((row) => shown.includes(row)) ?? shown.find(canBeChosen);
}
