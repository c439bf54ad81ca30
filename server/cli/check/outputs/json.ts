/** The output of `check --format json`: a contract, described in docs/check-json.md. */
import type { Rater } from '../../../core/portfolio/assessment';
import { assessmentOf, awardStanding, hasRatings } from '../../../core/portfolio/assessment';
import type { Portfolio } from '../../../core/portfolio/portfolio';
import type { Uri } from '../../../core/text/span';
import { relativePath } from '../../../core/text/uri';
import { positionsIn } from '../../output/position';
import type { FileReport, FolderReport, PortfolioReport, Since } from '../../folder/portfolios';
import { printableJson } from '../../output/terminal';
import type { Output } from './output';

export const json: Output = {
  about: 'Data for other programs: [a contract](check-json.md).',
  write: ({ report: { folder, portfolios, since } }) =>
    asJson(
      portfolios.map((report) => ({
        ...headOf(report.portfolio, folder),
        findings: report.files.flatMap((file) => findingsOf(file, since)),
        coverage: coverageAsData(report.portfolio, folder),
      })),
    ),
};

/** The same without findings: what `coverage --format json` prints. */
export function coverageAsJson({ folder, portfolios }: FolderReport): string {
  return asJson(
    portfolios.map(({ portfolio }: PortfolioReport) => ({
      ...headOf(portfolio, folder),
      coverage: coverageAsData(portfolio, folder),
    })),
  );
}

const asJson = (portfolios: readonly object[]): string => `${printableJson({ version: 1, portfolios })}\n`;

const headOf = (portfolio: Portfolio, folder: Uri): object => ({
  root: relativePath(folder, portfolio.root),
  title: portfolio.title,
  standard: portfolio.standard.id,
  files: portfolio.evidence.size,
});

/** Lines and columns start at 1; columns count UTF-16 units. */
function findingsOf({ path, text, findings }: FileReport, since: Since | undefined): readonly object[] {
  const position = positionsIn(text);
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: path,
    start: position(finding.span.start),
    end: position(finding.span.end),
    ...(since ? { known: since.known.has(finding) } : {}),
  }));
}

function coverageAsData(portfolio: Portfolio, folder: Uri): object {
  const elements = portfolio.standard.elements.map(({ id }) => {
    const files = portfolio
      .evidenceFor(id)
      .filter(({ status }) => status.kind !== 'valid' || status.value !== 'withdrawn');
    return [
      id,
      {
        state: portfolio.coverage(id).state,
        evidence: files.map(({ uri }) => relativePath(folder, uri)),
        ...assessmentAsData(portfolio, id),
      },
    ] as const;
  });
  return { ...portfolio.summary(), elements: Object.fromEntries(elements), ...awardAsData(portfolio) };
}

/** Nothing where nothing is said of an element's rating. */
function assessmentAsData(portfolio: Portfolio, id: string): object {
  const { self, assessor, comment, assessed } = assessmentOf(portfolio.standard, portfolio.decision(id));
  const assessment = { self: self?.id, assessor: assessor?.id, comment, assessed };
  return Object.values(assessment).some((value) => value !== undefined) ? { assessment } : {};
}

/** Nothing where the standard has no award, or nothing is rated. */
function awardAsData(portfolio: Portfolio): object {
  const one = (rater: Rater): object | undefined => {
    const standing = hasRatings(portfolio, rater) ? awardStanding(portfolio, rater) : undefined;
    if (!standing) return undefined;
    const { rating, percent, applicable, reached, needed, between } = standing;
    return {
      rating: rating.id, percent, applicable, reached, needed,
      between: between.map(({ element }) => element.id),
    }; // prettier-ignore
  };
  const award = { self: one('self'), assessor: one('assessor') };
  return award.self || award.assessor ? { award } : {};
}
