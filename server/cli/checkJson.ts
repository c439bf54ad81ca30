/** The output of `check --format json`: a contract, described in docs/check-json.md. */
import type { Portfolio } from '../core/portfolio';
import type { Uri } from '../core/model';
import { relativePath } from '../core/uri';
import { placesIn } from './place';
import type { FileReport, FolderReport, PortfolioReport, Since } from './portfolios';
import { printableJson } from './terminal';

export function checkAsJson({ folder, portfolios, since }: FolderReport): string {
  return asJson(
    portfolios.map((report) => ({
      ...headOf(report.portfolio, folder),
      findings: report.files.flatMap((file) => findingsOf(file, since)),
      coverage: coverageAsData(report.portfolio, folder),
    })),
  );
}

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
  const place = placesIn(text);
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: path,
    start: place(finding.span.start),
    end: place(finding.span.end),
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
      { state: portfolio.coverage(id).state, evidence: files.map(({ uri }) => relativePath(folder, uri)) },
    ] as const;
  });
  return { ...portfolio.summary(), elements: Object.fromEntries(elements) };
}
