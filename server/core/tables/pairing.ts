/** Which row of an import is which row of what is there: never by their order, and only where it is sure. */
import { bestAssignment } from './assignment';

export interface Likeness<Left, Right> {
  /** From 0, nothing in common, to 1, the same. */
  readonly likeness: (left: Left, right: Right) => number;
  /** Rows with one key say the same in every cell: it does not matter which of them is taken. */
  readonly leftKey: (left: Left) => string;
  readonly rightKey: (right: Right) => string;
}

export interface Pairing<Left, Right> {
  /** Sure pairs. */
  readonly pairs: ReadonlyMap<Left, Right>;
  /** Rows that are in no pair, and the one that each may be: somebody has to look. */
  readonly unsure: ReadonlyMap<Left, Right>;
}

/** A pair less alike than this is never sure. */
const sure = 0.7;
/** So much worse all pairs together must be without a pair, or another pairing is as likely. */
const margin = 0.09;
/** Less alike than this, two rows are two things. */
const near = 0.4;
/** More pairs than this are not compared one by one: nobody has so many rows about one thing. */
export const mostPairs = 40_000;

/**
 * The best pairing over all (not row by row); what is not sure is told and left alone. Beyond `mostPairs`, nothing is
 * paired: whoever asks has another way then.
 */
export function pairRows<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  how: Likeness<Left, Right>,
): Pairing<Left, Right> {
  if (left.length * right.length > mostPairs) return { pairs: new Map(), unsure: new Map() };
  // Whoever is asked twice answers the same; and with an order of its own, the order of the rows changes nothing.
  const lefts = sortedBy(left, how.leftKey);
  const rights = sortedBy(right, how.rightKey);
  const worths = lefts.map(({ row }) => rights.map((other) => how.likeness(row, other.row)));
  const worth = (one: number, other: number): number => worths[one]?.[other] ?? 0;
  const table: Table = {
    worth,
    isSameLeft: (one, other) => lefts[one]?.key === lefts[other]?.key,
    isSameRight: (one, other) => rights[one]?.key === rights[other]?.key,
    partners: bestAssignment(lefts.length, rights.length, worth),
    rights: rights.length,
  };
  const pairs = new Map<Left, Right>();
  const unsure = new Map<Left, Right>();
  for (const [at, { row }] of lefts.entries()) {
    const partner = table.partners[at];
    const isSure =
      partner !== undefined && worth(at, partner) >= sure && lossWithout(table, at, partner) >= margin;
    const other = isSure ? partner : nearestTo(table, at);
    const found = other === undefined ? undefined : rights[other];
    if (found) (isSure ? pairs : unsure).set(row, found.row);
  }
  return { pairs, unsure };
}

interface Table {
  readonly worth: (left: number, right: number) => number;
  readonly isSameLeft: (one: number, other: number) => boolean;
  readonly isSameRight: (one: number, other: number) => boolean;
  readonly partners: readonly (number | undefined)[];
  readonly rights: number;
}

/** What the whole pairing loses where one pair is taken apart and its rows go to others; rows that say the same are no others. */
function lossWithout(table: Table, left: number, right: number): number {
  const { worth, partners } = table;
  const own = worth(left, right);
  let loss = Infinity;
  const taken = new Map(partners.map((partner, at) => [partner, at]));
  for (let other = 0; other < table.rights; other++) {
    if (other === right || table.isSameRight(other, right)) continue;
    const holder = taken.get(other);
    const swapped =
      holder === undefined
        ? own - worth(left, other)
        : own + worth(holder, other) - worth(left, other) - worth(holder, right);
    if (holder === undefined || !table.isSameLeft(holder, left)) loss = Math.min(loss, swapped);
  }
  for (const [other, partner] of partners.entries())
    if (partner === undefined && !table.isSameLeft(other, left))
      loss = Math.min(loss, own - worth(other, right));
  return loss;
}

function nearestTo({ worth, rights }: Table, left: number): number | undefined {
  let best: number | undefined;
  for (let other = 0; other < rights; other++)
    if (worth(left, other) >= near && (best === undefined || worth(left, other) > worth(left, best)))
      best = other;
  return best;
}

function sortedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly { readonly row: Row; readonly key: string }[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
}
