/** A page for people, in Markdown as GitHub and GitLab show it: a comment, a job summary. */
import type { PortfolioReport } from '../../folder/portfolios';
import { standardSummaries } from './text';
import { count } from '../../../words/counts';
import type { ReportedFinding } from './findings';
import { bySeverity, findingsOf } from './findings';
import {
  longList,
  markdownLink,
  markdownPart,
  markdownTable,
  markdownText,
} from '../../../core/history/story/markdownText';
import type { CheckResult, Output, OutputContext } from './output';
import { rulePageAddress } from '../../../core/rules/rulePages';
import { verdictOf } from './verdict';

/** Beyond this, a list is no longer read: GitHub takes 65,536 characters in a comment, a million in a summary. */
const maximumRows = 200;

export const markdown: Output = {
  about: 'A page for a comment or a summary: a verdict, then tables; long lists are folded.',
  write: (result, context) => {
    const { report } = result;
    if (report.portfolios.length === 0) return '**There is no evidence portfolio here.**\n';
    return report.portfolios.map((portfolio) => portfolioPart(result, portfolio, context)).join('\n');
  },
};

function portfolioPart(
  { report, failOn }: CheckResult,
  portfolioReport: PortfolioReport,
  context: OutputContext,
): string {
  const { portfolio } = portfolioReport;
  const findings = findingsOf(report, portfolioReport, context.prefix);
  const verdict = verdictOf(findings, failOn, report.since?.base);
  const news = bySeverity(findings.filter(({ isKnown }) => !isKnown));
  const known = bySeverity(findings.filter(({ isKnown }) => isKnown));
  const name = report.since ? 'New findings' : 'Findings';
  return [
    `## ${markdownText(portfolio.title)}`,
    `**${verdict.fails ? '❌' : '✅'} ${verdict.words}.** ${[count(portfolio.evidence.size, 'evidence file'), ...standardSummaries(portfolio).map(markdownText)].join('; ')}.`,
    ...(news.length > 0
      ? [markdownPart(`${name} (${news.length})`, table(news, context), news.length > longList)]
      : []),
    ...(known.length > 0
      ? [markdownPart(`Already there (${known.length})`, table(known, context), true)]
      : []),
    '',
  ].join('\n\n');
}

function table(findings: readonly ReportedFinding[], { addressOf }: OutputContext): string {
  const rows = findings
    .slice(0, maximumRows)
    .map(({ severity, message, rule, path, start }) => [
      severity,
      markdownLink(`${path}:${start.line}`, addressOf?.(path, start.line)),
      markdownText(message),
      `[${rule}](${rulePageAddress(rule)})`,
    ]);
  const more = findings.length - rows.length;
  const text = markdownTable({ head: ['Severity', 'Place', 'Finding', 'Rule'], rows });
  return more > 0 ? `${text}\n\nAnd ${more} more.` : text;
}
