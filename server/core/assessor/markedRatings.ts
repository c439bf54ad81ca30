/** Ratings that are said by a mark in one of several columns: `Compliance Plus | Compliant | Partial | Not`. */
import type { Rating } from '../standard/standard';
import { noValueOf } from '../tables/noValue';
import { oneLine } from '../../words/oneLine';
import { listOf } from '../../words/counts';
import { ratingIn } from './ratingWords';

export type MarkedColumns = readonly {
  /** From 0. */
  readonly column: number;
  readonly rating: Rating;
  readonly rater: 'self' | 'assessor';
}[];

/** The columns that are called after ratings, at least two of them; in a sheet of an assessor, they are the assessor's unless they say otherwise. */
export function markedColumns(ratings: readonly Rating[], names: readonly string[]): MarkedColumns {
  const found = names.flatMap((name, column): MarkedColumns => {
    const rating = ratingAtEnd(ratings, name);
    return rating ? [{ column, rating, rater: own.test(name) ? 'self' : 'assessor' }] : [];
  });
  return found.filter(({ rater, rating, column }) => {
    const group = found.filter((other) => other.rater === rater);
    const isFirst = group.find((other) => other.rating === rating)?.column === column;
    return isFirst && new Set(group.map((other) => other.rating)).size > 1;
  });
}

const own = /\bself\b|\bown\b|\bapplicant\b|\borgani[sz]ation\b/i;

/** What stands above several columns is a part of what each is called: `Assessor’s rating Partial`. */
function ratingAtEnd(ratings: readonly Rating[], name: string): Rating | undefined {
  const words = oneLine(name).split(' ');
  for (let from = 0; from < Math.min(words.length, 8); from++) {
    const rating = ratingIn({ ratings }, words.slice(from).join(' ')) ?? short(ratings, words.slice(from));
    if (rating) return rating;
  }
  return undefined;
}

/** `Not` beside the others is the one that denies. */
function short(ratings: readonly Rating[], words: readonly string[]): Rating | undefined {
  if (words.length > 1 || !/^(?:not|none|no|non)$/i.test(words[0] ?? '')) return undefined;
  const [one, ...others] = ratings.filter(({ title }) => /^(?:not|non)\b/i.test(title));
  return others.length === 0 ? one : undefined;
}

/** What says that a column is not the one. */
const denial = /^(?:no|n|0|false|☐|□|○|◯|✗|✘|❌)$/iu;
/** What says that it is, and no more. A cross marks here; `ü`, `P` and `R` are ticks in the fonts of symbols. */
const mark = /^(?:[x✓✔✅☑☒⊠•●■⬤√✕✖×*üPR]\uFE0F?|yes|y|1|true)$/iu;

interface Marks {
  readonly self: string | undefined;
  readonly assessor: string | undefined;
  /** What is said there besides. */
  readonly words: readonly string[];
  /** Why nothing was taken, in whole sentences. */
  readonly fault: string | undefined;
}

/** What the marks of a row say. */
export function markedIn(columns: MarkedColumns, cells: readonly string[]): Marks {
  const said = columns.flatMap((one) => {
    const cell = oneLine(cells[one.column] ?? '');
    return noValueOf(cell) === undefined && !denial.test(cell) ? [{ ...one, cell }] : [];
  });
  const titles = (rater: 'self' | 'assessor'): readonly string[] =>
    said.filter((one) => one.rater === rater).map(({ rating }) => rating.title);
  const fault = (['assessor', 'self'] as const).flatMap((rater) => {
    const all = titles(rater);
    return all.length > 1 ? [`${listOf(all)} are marked at once. What portfolio.yaml says of it stays.`] : [];
  });
  const only = (rater: 'self' | 'assessor'): string | undefined =>
    titles(rater).length === 1 ? titles(rater)[0] : undefined;
  return {
    self: only('self'),
    assessor: only('assessor'),
    words: said.flatMap(({ rater, rating, cell }) =>
      rater === 'assessor' && !mark.test(cell) && ratingIn({ ratings: [rating] }, cell) === undefined
        ? [cell]
        : [],
    ),
    fault: fault[0],
  };
}
