/** What shows that a user has done something. Nothing here knows VS Code. */
import type { CoverageResult } from '../../server/lsp/protocol';
import { elementsOf } from '../portfolios/elements';

/** The steps of the walkthrough in package.json, by what is done in each. */
export const stepOf = {
  /** There is a portfolio in the window: the sample, or one's own. */
  opened: 'sample',
  /** An element, in a file that is edited here. */
  named: 'name',
  /** A finding has gone from a file that is edited here. */
  fixed: 'fix',
  /** Coverage has been on show. */
  looked: 'coverage',
  /** By the command line. */
  checked: 'check',
} as const;
export type Milestone = keyof typeof stepOf;

export const walkthroughId = 'firstSteps';

/** What is named where: an element and a file of evidence for it, each pair as one text. */
export function pairsIn({ portfolios }: CoverageResult): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const { portfolio, node } of elementsOf(portfolios))
    for (const { uri } of node.evidence) pairs.set(`${portfolio.root} ${node.id} ${uri}`, uri);
  return pairs;
}

/**
 * Whether a file that the user has touched names an element that it did not name before.
 * @param before undefined: nothing was known
 */
export const hasNamed = (
  before: ReadonlyMap<string, string> | undefined,
  now: ReadonlyMap<string, string>,
  touched: ReadonlySet<string>,
): boolean => [...now].some(([pair, uri]) => touched.has(uri) && before !== undefined && !before.has(pair));

/** A finding as far as it stays what it is when lines move. */
export interface FindingLike {
  readonly code: string;
  readonly message: string;
}

/** Whether one of the findings is there no longer, or not as often, whatever else has come. */
export function hasGone(before: readonly FindingLike[], now: readonly FindingLike[]): boolean {
  const left = now.map(textOf);
  return before.map(textOf).some((finding) => {
    const at = left.indexOf(finding);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const textOf = ({ code, message }: FindingLike): string => `${code} ${message}`;
