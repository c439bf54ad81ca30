/** Ratings as assessors write them: `Compliance Plus`, `C+`, `partial`. */
import type { Rating, Standard } from '../standard/standard';

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The rating that a cell names; undefined where it names none, or may name two. */
export function ratingIn({ ratings }: Pick<Standard, 'ratings'>, cell: string): Rating | undefined {
  const key = keyOf(cell);
  if (key === '' || cell.length > longest) return undefined;
  const own = ratings.find(({ id, title }) => keyOf(id) === key || keyOf(title) === key);
  if (own) return own;
  const short = ratings.filter(({ title }) => shortForms(title).has(key));
  if (short.length > 0) return short.length === 1 ? short[0] : undefined;
  const begun = ratings.filter(({ id, title }) =>
    [keyOf(id), keyOf(title)].some((name) => isBegun(key, name)),
  );
  return begun.length === 1 ? begun[0] : undefined;
}

/** Longer texts are remarks. */
const longest = 60;

/** `cp` and `cplus` of “Compliance plus”, `nc` of “Non-compliant”. */
function shortForms(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', ...others] = words;
  return new Set([words.map((word) => word.charAt(0)).join(''), first.charAt(0) + others.join('')]);
}

/** True where a cell names one of some ratings, whichever. */
export const isRating = (ratings: readonly Rating[], cell: string): boolean =>
  ratings.some((rating) => ratingIn({ ratings: [rating] }, cell) !== undefined);

/** Enough letters of a name that nobody means another word. */
const isBegun = (key: string, name: string): boolean =>
  key.length >= 5 && name.length >= 5 && (name.startsWith(key) || key.startsWith(name));
