/** The output of `check --format json`: a contract, described in docs/check-json.md. */
import type { Rater } from '../../../core/portfolio/assessment';
import { assessmentOf, awardStanding, hasRatings } from '../../../core/portfolio/assessment';
import { displayTitle } from '../../../core/evidence/titleAndStanding';
import { attachmentWords } from '../../../core/portfolio/attachmentWords';
import type { Portfolio } from '../../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../../core/portfolio/portfolioStandard';
import type { StandardNode } from '../../../core/standard/standard';
import { counterpartsOf, evidenceOfCounterpart } from '../../../core/portfolio/counterparts';
import { attachmentTarget, leadsTo } from '../../../core/portfolio/targets';
import { compareNaturally } from '../../../core/text/naturalOrder';
import type { Uri } from '../../../core/text/span';
import { relativePath } from '../../../core/text/uri';
import { valueOf } from '../../../core/yaml/fields';
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
        ...coveragesOf(report.portfolio, folder),
      })),
    ),
};

/** The same without findings, and with what the files say of themselves: what `coverage --format json` prints. */
export function coverageAsJson({ folder, portfolios }: FolderReport): string {
  return asJson(
    portfolios.map(({ portfolio }: PortfolioReport) => ({
      ...headOf(portfolio, folder),
      ...coveragesOf(portfolio, folder),
      evidence: evidenceAsData(portfolio, folder),
    })),
  );
}

const evidenceAsData = (portfolio: Portfolio, folder: Uri): readonly object[] =>
  [...portfolio.evidence.values()]
    .sort((left, right) => compareNaturally(left.uri, right.uri))
    .map((evidence) => ({
      file: relativePath(folder, evidence.uri),
      title: displayTitle(evidence),
      ref: valueOf(evidence.ref) ?? null,
      owner: valueOf(evidence.owner) ?? null,
      status: valueOf(evidence.status) ?? (evidence.status.kind === 'invalid' ? null : 'approved'),
      date: valueOf(evidence.date) ?? null,
      reviewBy: valueOf(evidence.reviewBy) ?? null,
      attachments: (valueOf(evidence.attachments) ?? []).map(({ text, span }, at) => {
        const target = attachmentTarget(evidence.uri, text, span);
        const meant = target && leadsTo(target, portfolio.exists);
        return {
          target: text,
          words: attachmentWords(evidence, portfolio.exists)[at] ?? text,
          ...(meant ? { file: relativePath(folder, meant.uri) } : {}),
        };
      }),
    }));

const asJson = (portfolios: readonly object[]): string => `${printableJson({ version: 1, portfolios })}\n`;

const headOf = (portfolio: Portfolio, folder: Uri): object => ({
  root: relativePath(folder, portfolio.root),
  title: portfolio.title,
  standard: portfolio.standards[0].standard.id,
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

/** `coverage` is that of the first standard; where there are several, each has its own. */
const coveragesOf = (portfolio: Portfolio, folder: Uri): object => ({
  coverage: coverageAsData(portfolio, portfolio.standards[0], folder),
  ...(portfolio.standards[0].name === undefined
    ? {}
    : {
        standards: portfolio.standards.map((of) => ({
          name: of.name,
          id: of.standard.id,
          coverage: coverageAsData(portfolio, of, folder),
        })),
      }),
});

function coverageAsData(portfolio: Portfolio, of: PortfolioStandard, folder: Uri): object {
  const all = Array.from(of.standard.nodes.values()).filter(({ assessable }) => assessable);
  const elements = all.map((node) => {
    const { id, ownId } = node;
    const files = of
      .evidenceFor(id)
      .filter(({ status }) => status.kind !== 'valid' || status.value !== 'withdrawn');
    return [
      ownId,
      {
        state: of.coverage(id).state,
        evidence: files.map(({ uri }) => relativePath(folder, uri)),
        ...assessmentAsData(of, id),
        ...counterpartsAsData(portfolio, node, folder),
      },
    ] as const;
  });
  return { ...of.summary(), elements: Object.fromEntries(elements), ...awardAsData(of) };
}

/** Nothing where no mapping speaks of an element. What stands for a counterpart is not counted here. */
function counterpartsAsData(portfolio: Portfolio, element: StandardNode, folder: Uri): object {
  const counterparts = counterpartsOf(portfolio, element).map(({ node, relation, note }) => ({
    standard: node.standard,
    id: node.ownId,
    relation,
    ...(note === '' ? {} : { note }),
    evidence: evidenceOfCounterpart(portfolio, node).map(({ uri }) => relativePath(folder, uri)),
  }));
  return counterparts.length > 0 ? { counterparts } : {};
}

/** Nothing where nothing is said of an element's rating. */
function assessmentAsData(of: PortfolioStandard, id: string): object {
  const { self, assessor, comment, assessed } = assessmentOf(of.standard, of.decision(id));
  const assessment = { self: self?.id, assessor: assessor?.id, comment, assessed };
  return Object.values(assessment).some((value) => value !== undefined) ? { assessment } : {};
}

/** Nothing where the standard has no award, or nothing is rated. */
function awardAsData(of: PortfolioStandard): object {
  const one = (rater: Rater): object | undefined => {
    const standing = hasRatings(of, rater) ? awardStanding(of, rater) : undefined;
    if (!standing) return undefined;
    const { rating, percent, applicable, reached, needed, between } = standing;
    return {
      rating: rating.id, percent, applicable, reached, needed,
      between: between.map(({ element }) => element.ownId),
    }; // prettier-ignore
  };
  const award = { self: one('self'), assessor: one('assessor') };
  return award.self || award.assessor ? { award } : {};
}
