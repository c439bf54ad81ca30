import { brokenLinks } from '../portfolio/links';
import type { Problem } from '../text/span';
import { mayBePage } from '../portfolio/pageAddresses';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { brokenLink } from './missingPath';
import { linkProposals } from './pathRemedies';
import type { Remedy } from './remedy';
import { bySuggestions } from './remedy';
import { evidenceRule } from './rule';

const remedy: Remedy<PortfolioFile> = {
  care: 'choice',
  least: 'plain',
  careOf: () => bySuggestions,
  proposals: linkProposals,
  together: (_, __, problems) =>
    problems.flatMap(({ span, suggestions: [suggestion] = [] }) =>
      suggestion ? [{ span, newText: suggestion.replacement }] : [],
    ),
};

export const linkBroken = evidenceRule({
  code: 'link-broken',
  severity: 'warning',
  summary: 'A link in the text that leads to no file, or to none that anybody else can open.',
  asksForLinks: true,
  check: broken,
  checkPlan: broken,
  remedy,
  planRemedy: remedy,
});

function broken(portfolio: Portfolio, file: PortfolioFile): readonly Problem[] {
  // Where all that could be a link leads somewhere, the text need not be parsed.
  if (!portfolio.misses(file.uri)) return [];
  const arePages = portfolio.manifest?.links === 'pages';
  return brokenLinks(file, portfolio.scopeOf(file.uri), portfolio.exists)
    .filter((target) => !arePages || target.link.isUnread === true || !mayBePage(target))
    .map((target) => brokenLink(portfolio, target));
}
