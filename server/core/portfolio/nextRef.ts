/** The portfolio's own numbers for its evidence, such as ES 12: which one comes next. */
import { refKey } from '../citations/refKey';
import { valueOf } from '../yaml/fields';
import type { Uri } from '../text/span';
import type { Portfolio } from './portfolio';

/**
 * The ref after the highest one of its kind: `ES 12` where ES 11 is the last. Refs that are the same up to their
 * last number are of one kind, as are those that look so; leading zeros are kept.
 * @param like a ref of the kind that is wanted; without one, the kind that most files use
 * @param except a file whose own ref does not count: it is being typed
 * @returns undefined where there is no ref to go by
 */
export function nextRef(portfolio: Portfolio, like?: string, except?: Uri): string | undefined {
  const kinds = new Map<string, { count: number; last: string }>();
  for (const { uri, ref } of portfolio.evidence.values()) {
    if (uri === except) continue;
    const [, kind, number] = lastNumber.exec(refKey(valueOf(ref) ?? '')) ?? [];
    if (kind === undefined || number === undefined) continue;
    const known = kinds.get(kind);
    if (!known) kinds.set(kind, { count: 1, last: number });
    else {
      known.count++;
      if (Number(number) > Number(known.last)) known.last = number;
    }
  }
  const [mostUsed] = [...kinds].sort((left, right) => right[1].count - left[1].count);
  const kind =
    like === undefined ? mostUsed?.[0] : (lastNumber.exec(refKey(like))?.[1] ?? `${refKey(like)} `);
  if (kind === undefined) return undefined;
  // A ref without a number is followed by its number 2.
  const last = kinds.get(kind)?.last ?? '1';
  return kind + String(Number(last) + 1).padStart(last.length, '0');
}

/** More digits than these are no number that could be counted on. */
const lastNumber = /^(.*?)(\d{1,15})$/s;
