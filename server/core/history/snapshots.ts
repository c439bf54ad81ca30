/** All portfolios of an index at one time, each with the findings that are reported under it. */
import type { Uri } from '../text/span';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioIndex } from '../index/portfolioIndex';
import type { FileFindings, PortfolioSnapshot } from './snapshot';
import { snapshotOf } from './snapshot';
import { namedFilesOf } from '../portfolio/filesOf';

export function snapshotsOf(index: PortfolioIndex): readonly PortfolioSnapshot[] {
  const portfolios = index.portfolios();
  const findings = new Map(portfolios.map((portfolio) => [portfolio, new Map<Uri, FileFindings>()]));
  const reporterOf = reportersIn(index, portfolios);
  for (const uri of index.filesWithFindings()) {
    const reporter = reporterOf(uri);
    if (reporter) findings.get(reporter)?.set(uri, findingsIn(index, uri));
  }
  return portfolios.map((portfolio) => snapshotOf(portfolio, findings.get(portfolio) ?? new Map()));
}

/** Of evidence, which stays what it is, the text is taken out of what is stored when somebody asks for it. */
function findingsIn(index: PortfolioIndex, uri: Uri): FileFindings {
  const findings = index.findings(uri);
  const file = index.evidenceAt(uri);
  if (!file) return { text: index.textOf(uri) ?? '', findings };
  return {
    get text() {
      return file.text;
    },
    findings,
  };
}

/**
 * Which portfolio a file is reported under: of a standard's file, or a mapping's, the first one that uses it, of other files the one
 * that they belong to, and the first one for what belongs to none.
 * @param portfolios those of the index, in its order
 */
export function reportersIn(
  index: PortfolioIndex,
  portfolios: readonly Portfolio[],
): (uri: Uri) => Portfolio | undefined {
  const users = new Map<Uri, Portfolio>();
  for (const portfolio of portfolios) {
    for (const uri of namedFilesOf(portfolio)) if (!users.has(uri)) users.set(uri, portfolio);
  }
  const active = new Set(portfolios);
  return (uri) => {
    const user = users.get(uri);
    if (user) return user;
    const home = index.portfolioAt(uri);
    return home && active.has(home) ? home : portfolios[0];
  };
}
