/** What shows that a user has done something. Nothing here knows VS Code. */
import type { CoverageResult } from '../../server/lsp/protocol';
import { elementsOf } from '../portfolios/elements';
import type { ElementsByRoot } from '../portfolios/evidenceSource';

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

/** The elements that have more evidence than before, by the roots of their portfolios; none where nothing was known. */
export function grown(before: CoverageResult | undefined, now: CoverageResult): ElementsByRoot {
  if (before === undefined) return new Map();
  const items = new Map(
    elementsOf(before.portfolios).map(({ portfolio, node }) => [`${portfolio.root} ${node.id}`, node.items]),
  );
  const more = now.portfolios.map((portfolio) => {
    const elements = elementsOf([portfolio]).filter(
      ({ node }) => (node.items ?? 0) > (items.get(`${portfolio.root} ${node.id}`) ?? 0),
    );
    return [portfolio.root, new Set(elements.map(({ node }) => node.id))] as const;
  });
  return new Map(more.filter(([, elements]) => elements.size > 0));
}

/** Whether some elements of some portfolios are among others. */
export const haveInCommon = (some: ElementsByRoot, others: ElementsByRoot): boolean =>
  [...some].some(([root, ids]) => [...ids].some((id) => others.get(root)?.has(id)));

/** Whether a line in a terminal runs the check, by the command's name or by its file. */
export const runsCheck = (line: string): boolean =>
  /(?:^|[\s/\\"'])(?:evidence-portfolio(?:\.cmd)?|cli\.js)["']?\s+(?:\S+\s+)*?check(?:\s|$)/.test(
    line.slice(0, 2000),
  );

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
