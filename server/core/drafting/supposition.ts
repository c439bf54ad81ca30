/** What somebody supposes of a portfolio: looked up, or refused in words for people. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Rater } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import { ratingRefused, ratingNamed } from '../portfolio/ratingEdits';
import { ambiguityOf } from '../standard/ambiguous';
import { nodeNamed } from '../standard/retired';
import type { Rating, StandardNode } from '../standard/standard';
import type { CivilDate } from '../text/civilDate';
import type { Uri } from '../text/span';

/** As it was said. */
export interface SupposedWords {
  /** Addresses of evidence files that are withdrawn. */
  readonly withdrawn?: readonly Uri[];
  readonly rated?: readonly {
    /** An element's ID, one of an earlier edition too. */
    readonly element: string;
    /** A rating's id or title. */
    readonly rating: string;
  }[];
  /** Whose ratings they are; `self` where it is left out. */
  readonly rater?: Rater;
  /** The day to judge by; `assessment`: that of the manifest. */
  readonly day?: CivilDate | undefined;
}

export interface Supposition {
  readonly withdrawn: readonly EvidenceFile[];
  /** Of two ratings of one element, the last. */
  readonly rated: readonly { readonly element: StandardNode; readonly rating: Rating }[];
  readonly rater: Rater;
  /** Undefined: the same as now. */
  readonly day: CivilDate | undefined;
}

export type ReadSupposition =
  | { readonly kind: 'supposed'; readonly supposition: Supposition }
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): ReadSupposition => ({ kind: 'refused', message });

export function readSupposition(
  portfolio: Portfolio,
  { withdrawn = [], rated = [], rater = 'self', day }: SupposedWords,
): ReadSupposition {
  const files: EvidenceFile[] = [];
  for (const uri of new Set(withdrawn)) {
    const file = portfolio.evidence.get(uri);
    if (!file) return refused(`${portfolio.path(uri)} is not a file of evidence of ${portfolio.title}.`);
    files.push(file);
  }
  const ratings = new Map<StandardNode, Rating>();
  for (const one of rated) {
    const element = nodeNamed(portfolio.standard, one.element);
    const id = element?.id ?? one.element;
    const ambiguity = element ? undefined : ambiguityOf(portfolio.standard, one.element)?.message;
    const rating = ratingNamed(portfolio.standardOf(id).standard, one.rating);
    const reason = ambiguity ?? ratingRefused(portfolio, id, one.rating);
    if (reason !== undefined || !element || !rating) return refused(reason ?? `${id} cannot be rated.`);
    ratings.set(element, rating);
  }
  const assessment = portfolio.manifest?.assessmentDate;
  if (day === 'assessment' && assessment === undefined)
    return refused(
      `${portfolio.title} has no assessment date. Give a day, or write assessment-date into portfolio.yaml.`,
    );
  return {
    kind: 'supposed',
    supposition: {
      withdrawn: files,
      rated: Array.from(ratings, ([element, rating]) => ({ element, rating })),
      rater,
      day: day === 'assessment' ? assessment : day,
    },
  };
}
