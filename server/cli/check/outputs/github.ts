/**
 * Workflow commands of GitHub Actions, which become annotations of the files. GitHub shows at most ten errors, ten
 * warnings and ten notices of one step; the job summary has the rest. The escapes are those of GitHub's own toolkit
 * (@actions/core, command.ts).
 */
import type { Severity } from '../../../core/text/span';
import { standardSummaries } from './text';
import { printable } from '../../output/terminal';
import { count } from '../../../words/counts';
import type { ReportedFinding } from './findings';
import { bySeverity, findingsOf } from './findings';
import type { Output } from './output';
import { verdictOf } from './verdict';

const shownPerKind = 10;

const kinds: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const github: Output = {
  about:
    'Annotations of GitHub Actions, the most severe first. GitHub shows ten errors, ten warnings and ten notices of a step; the job summary has all of them.',
  write: ({ report, failOn }, { prefix }) => {
    const findings = report.portfolios.flatMap((portfolio) => findingsOf(report, portfolio, prefix));
    const news = bySeverity(findings.filter(({ isKnown }) => !isKnown));
    const left = { error: shownPerKind, warning: shownPerKind, notice: shownPerKind };
    const shown = news.filter(({ severity }) => left[kinds[severity]]-- > 0);
    const more = news.length - shown.length;
    return [
      ...shown.map(annotation),
      ...(more > 0
        ? [`${count(more, 'more finding')}: GitHub shows ten of a kind. The job summary has them all.`]
        : []),
      ...report.portfolios.flatMap(({ portfolio }) =>
        standardSummaries(portfolio).map((words) => printable(`${portfolio.title}: ${words}.`)),
      ),
      ...(report.portfolios.length > 0 ? [`${verdictOf(findings, failOn, report.since?.base).words}.`] : []),
      '',
    ].join('\n');
  },
};

function annotation({ severity, rule, message, path, start, end }: ReportedFinding): string {
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only where a finding begins and ends in one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: rule,
  };
  const words = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${kinds[severity]} ${words.join(',')}::${data(message)}`;
}

const data = (text: string): string => printable(text).replaceAll('%', '%25');

/** A file's name must stay what it is, line ends too, so that GitHub finds the file. */
const property = (text: string): string =>
  text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, '\uFFFD');
