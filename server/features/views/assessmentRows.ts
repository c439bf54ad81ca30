/** Ratings and the award as data for a view: parts of what `evidencePortfolio/coverage` answers. */
import type { AwardStanding, Rater } from '../../core/portfolio/assessment';
import {
  assessmentOf,
  assessmentWords,
  awardStanding,
  awardWords,
  hasRatings,
  neededWords,
  percentWords,
  ratingSummaryWords,
  summariseRatings,
} from '../../core/portfolio/assessment';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { StandardNode } from '../../core/standard/standard';

/** A rating of the standard. */
export interface RatingRow {
  readonly id: string;
  readonly title: string;
  /** What it means; empty where the standard does not say. */
  readonly description: string;
}

/** How an element is rated; ratings by their ids. */
export interface ElementRatingRow {
  readonly self?: string;
  readonly assessor?: string;
  readonly comment?: string;
  /** YYYY-MM-DD: when the assessor gave rating and comment. */
  readonly assessed?: string;
  /** All of it for people: `rated compliant`, `the assessor: partial, on 14 May 2026`, `“…”`. */
  readonly words: readonly string[];
}

/** The ratings of a group added up. */
export interface RatingCounts {
  /** By the rating's id, from best to worst. */
  readonly counts: readonly { readonly rating: string; readonly count: number }[];
  /** Applicable elements without a rating. */
  readonly unrated: number;
  /** `3 compliant, 1 not rated`. */
  readonly words: string;
}

/** One rater's ratings against the award. */
export interface AwardRow {
  /** The id of the rating that the award asks for, and for how many percent of the applicable elements. */
  readonly rating: string;
  readonly percent: number;
  readonly applicable: number;
  readonly reached: number;
  /** How many elements have to reach it. */
  readonly needed: number;
  /** `82 %`, rounded down. */
  readonly share: string;
  /** `46 of 56 applicable elements compliant or better: 82 %, the award asks for 80 %`. */
  readonly words: string;
  /** `2 more are needed`. */
  readonly neededWords: string;
  /** Elements below that rating, or unrated, in the order of the standard. */
  readonly between: readonly { readonly id: string; readonly rating?: string }[];
}

export interface Award {
  readonly self: AwardRow;
  /** Where the assessor has rated anything. */
  readonly assessor?: AwardRow;
}

/** Nothing where nothing is said of the element. */
export function elementRating(of: PortfolioStandard, id: string): { readonly rating?: ElementRatingRow } {
  const assessment = assessmentOf(of.standard, of.decision(id));
  const { self, assessor, comment, assessed } = assessment;
  const words = assessmentWords(assessment);
  if (words.length === 0) return {};
  return {
    rating: {
      ...(self ? { self: self.id } : {}),
      ...(assessor ? { assessor: assessor.id } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(assessed === undefined ? {} : { assessed }),
      words,
    },
  };
}

/** Nothing where nobody has rated anything against the standard. */
export function groupRatings(of: PortfolioStandard, node: StandardNode): { readonly ratings?: RatingCounts } {
  if (!hasRatings(of, 'self')) return {};
  return { ratings: ratingCounts(of, [node]) };
}

/** One's own ratings of the elements among nodes and below them. */
export function ratingCounts(of: PortfolioStandard, nodes: readonly StandardNode[]): RatingCounts {
  const summary = summariseRatings(of, nodes, 'self');
  const counts = summary.counts.map(({ rating, count }) => ({ rating: rating.id, count }));
  return { counts, unrated: summary.unrated, words: ratingSummaryWords(summary) };
}

/** Nothing where the standard has no award, or nobody has rated anything. */
export function awardOf(of: PortfolioStandard): { readonly award?: Award } {
  const row = (rater: Rater): AwardRow | undefined => {
    const standing = awardStanding(of, rater);
    return standing && awardRow(of, standing);
  };
  const [isOurs, isTheirs] = [hasRatings(of, 'self'), hasRatings(of, 'assessor')];
  const self = isOurs || isTheirs ? row('self') : undefined;
  const assessor = isTheirs ? row('assessor') : undefined;
  return self ? { award: { self, ...(assessor ? { assessor } : {}) } } : {};
}

const awardRow = ({ standard }: PortfolioStandard, standing: AwardStanding): AwardRow => ({
  rating: standing.rating.id,
  percent: standing.percent,
  applicable: standing.applicable,
  reached: standing.reached,
  needed: standing.needed,
  share: percentWords(standing.reached, standing.applicable, standing.percent),
  words: awardWords(standard, standing),
  neededWords: neededWords(standing),
  between: standing.between.map(({ element, rating }) => ({
    id: element.id,
    ...(rating ? { rating: rating.id } : {}),
  })),
});
