/** What the rows of all sheets about a portfolio's standards share. */
import { headingText } from '../plan/newRows';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { StandardNode } from '../standard/standard';
import type { TableRow } from '../tables/sheet';

/** The heading of a standard's part, where the portfolio has names for its standards. */
export const standardRows = ({ heading }: PortfolioStandard): readonly TableRow[] =>
  heading === undefined ? [] : [{ kind: 'heading', depth: 1, cells: [heading] }];

/** The heading of a group. */
export const headingRow = (node: StandardNode): TableRow => ({
  kind: 'heading',
  depth: node.ancestors.length + (node.standard === undefined ? 1 : 2),
  cells: [headingText(node)],
});

/** What is out of scope is not asked for: it stands there where somebody has evidence for it all the same. */
export const isInSheet = (portfolio: Portfolio, node: StandardNode): boolean =>
  node.inScope ||
  portfolio.citations(node.id) > 0 ||
  node.children.some((child) => isInSheet(portfolio, child));

/** The ratings of all standards, each title once. */
export const ratingTitles = ({ standards }: Portfolio): readonly string[] => [
  ...new Set(standards.flatMap(({ standard }) => standard.ratings.map(({ title }) => title))),
];
