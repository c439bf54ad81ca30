/** The assignment problem: who is paired with whom, so that all together are as good as can be. */

/**
 * The pairs with the greatest sum of worth, each row and each column in one pair at most; pairs that are worth nothing
 * are left out. The Hungarian algorithm with potentials (Kuhn 1955; in the form of Jonker and Volgenant), in time
 * n² × m of the shorter and the longer side.
 * @param worth from 0; asked once for each row and column
 * @returns for each row its column, or undefined
 */
export function bestAssignment(
  rows: number,
  columns: number,
  worth: (row: number, column: number) => number,
): readonly (number | undefined)[] {
  const worths = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => worth(row, column)),
  );
  if (rows <= columns) {
    const columnOf = assigned(rows, columns, (row, column) => worths[row]?.[column] ?? 0);
    return columnOf.map((column, row) => ((worths[row]?.[column] ?? 0) > 0 ? column : undefined));
  }
  const rowOf = assigned(columns, rows, (column, row) => worths[row]?.[column] ?? 0);
  const result = Array<number | undefined>(rows).fill(undefined);
  for (const [column, row] of rowOf.entries()) if ((worths[row]?.[column] ?? 0) > 0) result[row] = column;
  return result;
}

/** For each of the fewer its partner among the more. Numbers from 1 inside: 0 stands for nobody. */
function assigned(
  fewer: number,
  more: number,
  worth: (one: number, other: number) => number,
): readonly number[] {
  const price = Array<number>(more + 1).fill(0);
  const claim = Array<number>(fewer + 1).fill(0);
  const holder = Array<number>(more + 1).fill(0);
  const from = Array<number>(more + 1).fill(0);
  for (let one = 1; one <= fewer; one++) {
    holder[0] = one;
    const slack = Array<number>(more + 1).fill(Infinity);
    const isDone = Array<boolean>(more + 1).fill(false);
    let at = 0;
    do {
      isDone[at] = true;
      const current = holder[at] ?? 0;
      let least = Infinity;
      let next = 0;
      for (let other = 1; other <= more; other++) {
        if (isDone[other]) continue;
        const cost = -worth(current - 1, other - 1) - (claim[current] ?? 0) - (price[other] ?? 0);
        if (cost < (slack[other] ?? Infinity)) {
          slack[other] = cost;
          from[other] = at;
        }
        if ((slack[other] ?? Infinity) < least) {
          least = slack[other] ?? Infinity;
          next = other;
        }
      }
      for (let other = 0; other <= more; other++)
        if (isDone[other]) {
          const owner = holder[other] ?? 0;
          claim[owner] = (claim[owner] ?? 0) + least;
          price[other] = (price[other] ?? 0) - least;
        } else slack[other] = (slack[other] ?? 0) - least;
      at = next;
    } while (holder[at] !== 0);
    while (at !== 0) {
      const before = from[at] ?? 0;
      holder[at] = holder[before] ?? 0;
      at = before;
    }
  }
  const result = Array<number>(fewer).fill(-1);
  for (const [other, one] of holder.entries()) if (other > 0 && one > 0) result[one - 1] = other - 1;
  return result;
}
