/** The self-assessment and the assessor's: ratings of elements, and how far they are from the standard's award. */
import type { CivilDate } from '../text/civilDate';
import { formatDate } from '../../words/dates';
import type { EvidenceFile } from '../evidence/evidence';
import { standingOf } from '../evidence/titleAndStanding';
import { valueOf } from '../yaml/fields';
import type { Decision } from '../manifest/manifest';
import type { Portfolio } from './portfolio';
import type { PortfolioStandard } from './portfolioStandard';
import type { Rating, Standard, StandardNode } from '../standard/standard';
import { count } from '../../words/counts';

/** Who rates; also the key of the rating in portfolio.yaml. */
export type Rater = 'self' | 'assessor';

/** How one element is rated. What is not given, or is no rating of the standard, is undefined. */
export interface ElementAssessment {
  readonly self: Rating | undefined;
  readonly assessor: Rating | undefined;
  readonly comment: string | undefined;
  /** When the assessor gave rating and comment. */
  readonly assessed: CivilDate | undefined;
}

/** @param decision what portfolio.yaml says of the element; undefined: nothing */
export function assessmentOf({ ratings }: Standard, decision: Decision | undefined): ElementAssessment {
  const comment = decision && valueOf(decision.comment);
  const rating = (rater: Rater): Rating | undefined => {
    const word = decision && valueOf(decision[rater]);
    return ratings.find(({ id }) => id === word);
  };
  return {
    self: rating('self'),
    assessor: rating('assessor'),
    comment: comment === '' ? undefined : comment,
    assessed: decision && valueOf(decision.assessed),
  };
}

/** Ratings of the elements of a group, added up. */
export interface RatingSummary {
  readonly total: number;
  readonly notApplicable: number;
  /** Applicable elements without a rating. */
  readonly unrated: number;
  /** Applicable elements with each rating of the standard, from best to worst; none is left out. */
  readonly counts: readonly { readonly rating: Rating; readonly count: number }[];
}

/** Adds up one rater's ratings of the assessable nodes among `nodes` and below them. */
export function summariseRatings(
  of: PortfolioStandard,
  nodes: readonly StandardNode[],
  rater: Rater,
): RatingSummary {
  const { standard } = of;
  const counts = new Map(standard.ratings.map((rating) => [rating.id, 0]));
  let [total, notApplicable, unrated] = [0, 0, 0];
  const add = (node: StandardNode): void => {
    if (node.assessable && node.inScope) {
      total++;
      const decision = of.decision(node.id);
      const rating = assessmentOf(standard, decision)[rater];
      if (decision?.applicable === false) notApplicable++;
      else if (rating) counts.set(rating.id, (counts.get(rating.id) ?? 0) + 1);
      else unrated++;
    }
    node.children.forEach(add);
  };
  nodes.forEach(add);
  return {
    total,
    notApplicable,
    unrated,
    counts: standard.ratings.map((rating) => ({ rating, count: counts.get(rating.id) ?? 0 })),
  };
}

/** How one rater's ratings stand against the standard's award. */
export interface AwardStanding {
  readonly rater: Rater;
  /** The rating that the award asks for. */
  readonly rating: Rating;
  /** How many percent of the applicable elements must reach it. */
  readonly percent: number;
  readonly applicable: number;
  /** Applicable elements with that rating or a better one; what is not rated has not reached it. */
  readonly reached: number;
  /** How many have to reach it. */
  readonly needed: number;
  /** How many are rated, well or not. */
  readonly rated: number;
  /** What stands between the portfolio and the award: elements below its rating or unrated, in the standard's order. */
  readonly between: readonly { readonly element: StandardNode; readonly rating: Rating | undefined }[];
}

/** Undefined where the standard has no award, or no element applies. */
export function awardStanding(of: PortfolioStandard, rater: Rater): AwardStanding | undefined {
  const { standard } = of;
  const { award } = standard;
  const wanted = standard.ratings.find(({ id }) => id === award?.rating);
  const elements = standard.elements.filter(({ id }) => of.decision(id)?.applicable !== false);
  if (!award || !wanted || elements.length === 0) return undefined;
  const rated = elements.map((element) => ({
    element,
    rating: assessmentOf(standard, of.decision(element.id))[rater],
  }));
  const between = rated.filter(({ rating }) => !rating || !isAtLeast(standard, rating.id, wanted.id));
  return {
    rater,
    rating: wanted,
    percent: award.percent,
    applicable: elements.length,
    reached: elements.length - between.length,
    // What multiplying fractions of a percent leaves behind is no element.
    needed: Math.ceil((award.percent * elements.length) / 100 - 1e-9),
    rated: rated.filter(({ rating }) => rating !== undefined).length,
    between,
  };
}

/** True where a rating is as good as another or better; ratings stand from best to worst. Unknown ones are not. */
export function isAtLeast({ ratings }: Standard, rating: string, wanted: string): boolean {
  const at = ratings.findIndex(({ id }) => id === rating);
  return at >= 0 && at <= ratings.findIndex(({ id }) => id === wanted);
}

/**
 * A share in percent for people, rounded down: 79.9 is never said to be 80. It has as many decimal places as the
 * percentage that it is held against.
 */
export function percentWords(part: number, whole: number, asked: number): string {
  const scale = 10 ** Math.min(/\.(\d+)/.exec(String(asked))?.[1]?.length ?? 0, 6);
  return `${Math.floor((part * 100 * scale) / whole) / scale} %`;
}

/** `46 of 56 applicable elements compliant or better: 82 %, the award asks for 80 %`. */
export function awardWords(standard: Standard, award: AwardStanding): string {
  const { rater, applicable, reached, percent, rated } = award;
  // An assessor goes through the elements little by little: a low share would look like a verdict.
  const soFar = rater === 'assessor' && rated < applicable ? ` (${rated} rated so far)` : '';
  const share = percentWords(reached, applicable, percent);
  return `${reached} of ${count(applicable, 'applicable element')} ${ratingOrBetter(standard, award)}${soFar}: ${share}, the award asks for ${percent} %`;
}

/**
 * What stands between, as it is worth listing: of one's own ratings everything, of the assessor's what they have rated,
 * and the number of the rest.
 */
export function gapsOf({ rater, between }: AwardStanding): {
  readonly named: AwardStanding['between'];
  readonly unnamed: number;
} {
  const named = rater === 'self' ? between : between.filter(({ rating }) => rating !== undefined);
  return { named, unnamed: between.length - named.length };
}

/** What is still to do for the award: `2 more are needed`, `enough, with 1 to spare`. */
export function neededWords({ reached, needed }: AwardStanding): string {
  if (reached < needed) return `${count(needed - reached, 'more is', 'more are')} needed`;
  return reached === needed ? 'just enough' : `enough, with ${reached - needed} to spare`;
}

/** `compliant or better`; the best rating alone has no better. */
const ratingOrBetter = ({ ratings }: Standard, { rating }: AwardStanding): string =>
  `${ratingWords(rating)}${rating.id === ratings[0]?.id ? '' : ' or better'}`;

/** A rating inside a sentence: `compliance plus`; a title such as AA stays as it is. */
export const ratingWords = ({ title }: Rating): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** `3 compliance plus, 40 compliant, 3 partial, 9 unrated`: what is nought is left out. */
export const ratingSummaryWords = ({ counts, unrated, notApplicable }: RatingSummary): string =>
  [
    ...counts.flatMap(({ rating, count }) => (count > 0 ? [`${count} ${ratingWords(rating)}`] : [])),
    ...(unrated > 0 ? [`${unrated} not rated`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
  ].join(', ');

/**
 * Evidence for an element that is dated after the day on which the assessor looked, the newest first. Drafts and what
 * is withdrawn are no evidence yet or any longer. None where that day is not known, or the element does not apply.
 */
export function newerEvidence(
  portfolio: Portfolio,
  { id, applicable, assessed }: Decision,
): readonly { readonly evidence: EvidenceFile; readonly date: CivilDate }[] {
  const day = valueOf(assessed);
  if (day === undefined || !applicable || !portfolio.standard.nodes.get(id)?.assessable) return [];
  return portfolio
    .evidenceFor(id)
    .flatMap((evidence) => {
      const date = valueOf(evidence.date);
      const standing = standingOf(evidence, portfolio.today);
      const counts = standing === 'current' || standing === 'overdue';
      return counts && date !== undefined && date > day ? [{ evidence, date }] : [];
    })
    .sort((left, right) => (left.date < right.date ? 1 : left.date > right.date ? -1 : 0));
}

/** Whether one rater has rated anything: where nobody has, nothing is said of ratings. */
export const hasRatings = ({ standard, decisions }: PortfolioStandard, rater: Rater): boolean =>
  decisions.some((decision) => assessmentOf(standard, decision)[rater] !== undefined);

/** What is said of an element's rating, each a sentence's part: `rated compliant`, `the assessor: partial, on 14 May 2026`. */
export function assessmentWords({ self, assessor, comment, assessed }: ElementAssessment): readonly string[] {
  const day = assessed === undefined ? '' : `on ${formatDate(assessed)}`;
  const theirs = [assessor ? ratingWords(assessor) : '', day].filter((part) => part !== '').join(', ');
  return [
    ...(self ? [`rated ${ratingWords(self)}`] : []),
    ...(theirs === '' ? [] : [`the assessor: ${theirs}`]),
    ...(comment === undefined ? [] : [`“${comment}”`]),
  ];
}
