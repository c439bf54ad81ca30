/** The output of `check` for people. */
import { asOfWords } from '../../../words/dates';
import type { Days } from '../../../core/text/civilDate';
import type { CoverageSummary } from '../../../words/states';
import type { Severity, Uri } from '../../../core/text/span';
import type { Finding } from '../../../core/rules/finding';
import { severities } from '../../../core/text/span';
import type { Portfolio } from '../../../core/portfolio/portfolio';
import { nextSteps } from './nextSteps';
import type { Output } from './output';
import { positionsIn } from '../../output/position';
import type { FileReport, PortfolioReport, Since } from '../../folder/portfolios';
import type { Terminal } from '../../output/terminal';
import { printable, terminal } from '../../output/terminal';
import { count } from '../../../words/counts';

export const text: Output = {
  about: 'For people. The default, but for the systems below.',
  write: ({ report: { folder, portfolios, since } }, { isTerminal }) => {
    const out = terminal(isTerminal);
    return portfolios.map((report) => portfolioAsText(folder, report, since, out)).join('\n');
  },
};

function portfolioAsText(
  folder: Uri,
  report: PortfolioReport,
  since: Since | undefined,
  out: Terminal,
): string {
  const { portfolio, files } = report;
  const steps = nextSteps(folder, report);
  const fresh = filesWhere(files, (finding) => !since?.known.has(finding));
  const known = filesWhere(files, (finding) => since?.known.has(finding) ?? false);
  const knownTotal = known.reduce((sum, { findings }) => sum + findings.length, 0);
  return [
    out.style('strong', printable(portfolio.title)),
    '',
    ...(knownTotal > 0
      ? [
          out.style(
            'strong',
            printable(`Already there at ${since?.base ?? ''}: ${count(knownTotal, 'finding')}`),
          ),
          '',
          ...known.flatMap((file) => [...fileAsText(file, out), '']),
        ]
      : []),
    ...(since ? [out.style('strong', printable(`New since ${since.base}`)), ''] : []),
    ...fresh.flatMap((file) => [...fileAsText(file, out), '']),
    ...summaryLines(portfolio),
    `${totals(fresh, out)}${since ? ', since then' : ''}.`,
    ...(steps.length > 0
      ? [
          '',
          out.style('strong', 'What to do next'),
          ...steps.map((step, at) => `  ${at + 1}. ${printable(step)}`),
        ]
      : []),
    '',
  ].join('\n');
}

/** One line of all; where there are several standards, a line for each. */
function summaryLines(portfolio: Portfolio): readonly string[] {
  const files = `${count(portfolio.evidence.size, 'evidence file')}.`;
  const summaries = standardSummaries(portfolio).map((words) => printable(`${words}.`));
  return summaries.length === 1 ? [[files, ...summaries].join(' ')] : [files, ...summaries];
}

const filesWhere = (
  files: readonly FileReport[],
  isMeant: (finding: Finding) => boolean,
): readonly FileReport[] =>
  files
    .map((file) => ({ ...file, findings: file.findings.filter(isMeant) }))
    .filter(({ findings }) => findings.length > 0);

function fileAsText({ path, text, findings }: FileReport, out: Terminal): readonly string[] {
  const position = positionsIn(text);
  const rows = findings.map((finding) => {
    const { line, column } = position(finding.span.start);
    return { ...finding, place: `${line}:${column}` };
  });
  const width = rows.reduce((widest, { place }) => Math.max(widest, place.length), 0);
  return [
    out.style('strong', printable(path)),
    ...rows.map(
      ({ place, severity, message, rule }) =>
        `  ${place.padStart(width)}  ${out.style(severity, severity.padEnd(11))}  ${printable(message)}  ${out.style('faint', rule)}`,
    ),
  ];
}

/** How each standard of a portfolio is covered; where there are several, its name stands before. */
export const standardSummaries = ({ standards, days }: Portfolio): readonly string[] =>
  standards.map((of) =>
    [...(of.heading === undefined ? [] : [of.heading]), summaryAsOf(of.summary(), days)].join(': '),
  );

/** 57 elements as of 12 May 2027: 44 evidenced, 9 missing. The day where somebody has set one. */
export function summaryAsOf(summary: CoverageSummary, days: Days): string {
  const day = asOfWords(days);
  const words = summaryInWords(summary);
  return day === undefined ? words : words.replace(':', ` ${day}:`);
}

/** 57 elements: 44 evidenced, 9 missing. */
export function summaryInWords({
  total,
  evidenced,
  overdue,
  draft,
  missing,
  notApplicable,
  outOfScope = 0,
}: CoverageSummary): string {
  const parts = [
    `${evidenced} evidenced`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(draft > 0 ? [`${draft} draft only`] : []),
    `${missing} missing`,
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
    ...(outOfScope > 0 ? [`${outOfScope} out of scope`] : []),
  ];
  return `${count(total, 'element')}: ${parts.join(', ')}`;
}

const names: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

function totals(files: readonly FileReport[], out: Terminal): string {
  const findings = files.flatMap((file) => file.findings);
  if (findings.length === 0) return out.style('good', 'Nothing to report');
  return severities
    .map((severity) => ({
      severity,
      number: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => out.style(severity, count(number, ...names[severity])))
    .join(', ');
}
