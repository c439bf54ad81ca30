/** The assignment problem: who is paired with whom, so that all together are as good as can be. */

/**
 * The pairs with the greatest sum of worth, each row and each column in one pair at most; pairs that are worth nothing
 * are left out. The Hungarian algorithm with potentials (Kuhn 1955; in the form of Jonker and Volgenant), in time
 * n² × m of the shorter and the longer side.
 * @param worth from 0; asked so often that it has to be looked up, not worked out
 * @returns for each row its column, or undefined
 */
export function bestAssignment(
  rows: number,
  columns: number,
  worth: (row: number, column: number) => number,
): readonly (number | undefined)[] {
  const result = Array<number | undefined>(rows).fill(undefined);
  const take = (row: number, column: number): void => {
    if (worth(row, column) > 0) result[row] = column;
  };
  if (rows <= columns) assign(rows, columns, worth, take);
  else
    assign(
      columns,
      rows,
      (column, row) => worth(row, column),
      (column, row) => take(row, column),
    );
  return result;
}

/** One of the fewer, who each get a partner. */
interface Seeker {
  readonly at: number;
  claim: number;
}

/** One of the more. */
interface Partner {
  readonly at: number;
  price: number;
  holder: Seeker | undefined;
  /** What is lacking until it is reached, and from whom it would be: undefined for the place where a search begins. */
  slack: number;
  from: Partner | undefined;
  isReached: boolean;
}

type Worth = (seeker: number, partner: number) => number;

/** @param take is told of each of the fewer, and of its partner among the more */
function assign(
  fewer: number,
  more: number,
  worth: Worth,
  take: (seeker: number, partner: number) => void,
): void {
  const partners = Array.from({ length: more }, (_, at) => partnerAt(at));
  for (let at = 0; at < fewer; at++) find({ at, claim: 0 }, partners, worth);
  for (const { at, holder } of partners) if (holder) take(holder.at, at);
}

const partnerAt = (at: number, holder?: Seeker): Partner => ({
  at,
  price: 0,
  holder,
  slack: Infinity,
  from: undefined,
  isReached: false,
});

/** Finds a partner for one more, where others may have to change theirs. */
function find(seeker: Seeker, partners: readonly Partner[], worth: Worth): void {
  for (const partner of partners) {
    partner.slack = Infinity;
    partner.isReached = false;
  }
  const start = partnerAt(-1, seeker);
  const asked: Seeker[] = [];
  let last = start;
  for (let holder: Seeker | undefined = seeker; holder; holder = last.holder) {
    last.isReached = true;
    asked.push(holder);
    let next = start;
    for (const partner of partners) {
      if (partner.isReached) continue;
      const cost = -worth(holder.at, partner.at) - holder.claim - partner.price;
      if (cost < partner.slack) {
        partner.slack = cost;
        partner.from = last;
      }
      if (partner.slack < next.slack) next = partner;
    }
    const least = next.slack;
    for (const one of asked) one.claim += least;
    for (const partner of partners)
      if (partner.isReached) partner.price -= least;
      else partner.slack -= least;
    last = next;
  }
  for (let before = last.from; before; before = last.from) {
    last.holder = before.holder;
    last = before;
  }
}
