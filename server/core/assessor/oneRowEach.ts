/** Sheets with several rows about an element, such as one for each piece of evidence: what they say together. */
import { grouped } from '../plan/exchange/matchedRows';
import type { Portfolio } from '../portfolio/portfolio';
import type { Assessed, Found } from './assessedRows';
import { ratingIn } from './ratingWords';

/**
 * One row for each element, in the order of the sheet. All comments count; of ratings, the first that can be read.
 * @param problems is told of ratings that say otherwise
 */
export function oneRowEach(
  portfolio: Portfolio,
  rows: readonly Assessed[],
  problems: Found['problems'],
): readonly Assessed[] {
  return [...grouped(rows, ({ id }) => id).values()].map((own) => {
    const all = own.reduce((before, row) => ({
      ...before,
      ...firstRating(portfolio, before, row, 'self', problems),
      ...firstRating(portfolio, before, row, 'assessor', problems),
      assessed: before.assessed ?? row.assessed,
    }));
    const comments = new Set(own.map(({ comment }) => comment).filter((comment) => comment !== ''));
    return { ...all, comment: [...comments].join(' ') };
  });
}

function firstRating(
  portfolio: Portfolio,
  before: Assessed,
  row: Assessed,
  rater: 'self' | 'assessor',
  problems: Found['problems'],
): Partial<Assessed> {
  const [first, second] = [before[rater], row[rater]];
  if (first === '' || second === '') return { [rater]: first + second };
  const { standard } = portfolio.standardOf(row.id);
  const [one, other] = [ratingIn(standard, first), ratingIn(standard, second)];
  const [taken, left] = one || !other ? [before, row] : [row, before];
  const whose = rater === 'self' ? 'your own rating' : 'the rating';
  if (one !== other)
    problems.push({
      where: left.where,
      text: left[rater],
      reason: `In ${taken.where} ${whose} of ${row.id} is “${taken[rater]}”, which was taken.`,
    });
  return { where: taken.where, [rater]: taken[rater] };
}
