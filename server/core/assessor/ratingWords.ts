/** Ratings as assessors write them: `Compliance Plus`, `C+`, `partial`. */
import type { Rating, Standard } from '../standard/standard';
import { inEither, plainLetters } from '../tables/welsh';

/** What the words of ratings are in Welsh; mutations of the first letter are of the language. */
const inEnglish = (text: string): string =>
  plainLetters(text.toLowerCase())
    .replace(/^yn\s+(?=[cg]h?ydymffurfio)/, '')
    .replace(
      /^(?:ddim|dim|nid yw) yn (cydymffurfio)$|^(?:heb|diffyg) (?:g|ch|c)ydymffurfio$/,
      'non-compliant',
    )
    .replace(
      /^cydymffurfio'n rhannol$|^cydymffurfio yn rhannol$|^cydymffurfiaeth rannol$|^yn rhannol$|^rhannol$/,
      'partial',
    )
    .replace(
      /^(?:cydymffurfio|cydymffurfiaeth) (?:a mwy|plws)$|^(?:cydymffurfio|cydymffurfiaeth)\s*\+$/,
      'compliance plus',
    )
    .replace(/^cydymffurfi(?:o|aeth)(?: ?(?:'n|yn) llawn| lawn)?$/, 'compliant');

/** `Not compliant` and `Non-compliance` are one. */
const keyOf = (text: string): string =>
  inEnglish(text.trim())
    .replaceAll('+', 'plus')
    .replace(/^\s*not\b/, 'non')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\p{L}{4})an(?:ce|t)$/u, 'an');

/**
 * The rating that a cell names, in the language that is shown or in another one of its standard; undefined where it names
 * none, or may name two.
 */
export const ratingIn = (standard: Pick<Standard, 'ratings'>, cell: string): Rating | undefined =>
  inEither(cell, (text) => ratingCalled(standard, text));

function ratingCalled({ ratings }: Pick<Standard, 'ratings'>, cell: string): Rating | undefined {
  const key = keyOf(cell);
  if (key === '' || cell.length > longest) return undefined;
  const shown = ({ title }: Rating): readonly string[] => [title];
  return (
    called(ratings, key, shown) ??
    only(ratings, (rating) => titlesOf(rating).some((title) => keyOf(title) === key)) ??
    byForm(ratings, key, shown) ??
    byForm(ratings, key, titlesOf)
  );
}

type Titles = (rating: Rating) => readonly string[];

const titlesOf: Titles = ({ title, titles = [title] }) => titles;

const called = (ratings: readonly Rating[], key: string, titles: Titles): Rating | undefined =>
  ratings.find((rating) => [rating.id, ...titles(rating)].some((name) => keyOf(name) === key));

/** By its first letters, or by the beginning of its name. */
function byForm(ratings: readonly Rating[], key: string, titles: Titles): Rating | undefined {
  const short = ratings.filter((rating) => titles(rating).some((title) => shortForms(title).has(key)));
  if (short.length > 0) return short.length === 1 ? short[0] : undefined;
  return only(ratings, (rating) => [rating.id, ...titles(rating)].some((name) => isBegun(key, keyOf(name))));
}

function only(ratings: readonly Rating[], test: (rating: Rating) => boolean): Rating | undefined {
  const [first, ...others] = ratings.filter(test);
  return others.length === 0 ? first : undefined;
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
