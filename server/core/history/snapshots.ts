/** All portfolios of an index at one time, each with the findings that are reported under it. */
import type { Uri } from '../text/span';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioIndex } from '../index/portfolioIndex';
import type { FileFindings, PortfolioSnapshot } from './snapshot';
import { snapshotOf } from './snapshot';

export function snapshotsOf(index: PortfolioIndex): readonly PortfolioSnapshot[] {
  const portfolios = index.portfolios();
  const findings = new Map(portfolios.map((portfolio) => [portfolio, new Map<Uri, FileFindings>()]));
  for (const uri of index.filesWithFindings()) {
    const reporter = reporterOf(uri, index, portfolios);
    if (reporter)
      findings.get(reporter)?.set(uri, { text: index.textOf(uri) ?? '', findings: index.findings(uri) });
  }
  return portfolios.map((portfolio) => snapshotOf(portfolio, findings.get(portfolio) ?? new Map()));
}

/**
 * The portfolio under which a file is reported: of a standard's file the first one that uses it, of other files the
 * one that they belong to, and the first one for what belongs to none.
 */
export function reporterOf(
  uri: Uri,
  index: PortfolioIndex,
  portfolios: readonly Portfolio[],
): Portfolio | undefined {
  const user = portfolios.find(({ source }) => 'uri' in source && source.uri === uri);
  return user ?? portfolios.find((portfolio) => portfolio === index.portfolioAt(uri)) ?? portfolios[0];
}
