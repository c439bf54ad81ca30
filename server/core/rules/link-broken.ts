import { brokenLinks } from '../portfolio/links';
import type { Problem } from '../text/span';
import { mayBePage } from '../portfolio/pageAddresses';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { brokenLink } from './missingPath';
import { evidenceRule } from './rule';

export const linkBroken = evidenceRule({
  code: 'link-broken',
  severity: 'warning',
  summary: 'A link in the text that leads to no file, or to none that anybody else can open.',
  check: broken,
  checkPlan: broken,
});

function broken(portfolio: Portfolio, file: PortfolioFile): readonly Problem[] {
  // Where all that could be a link leads somewhere, the text need not be parsed.
  if (!portfolio.misses(file.uri)) return [];
  const arePages = portfolio.manifest?.links === 'pages';
  return brokenLinks(file, portfolio.root, portfolio.exists)
    .filter((target) => !arePages || target.link.isUnread === true || !mayBePage(target))
    .map((target) => brokenLink(portfolio, target));
}
