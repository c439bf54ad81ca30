/**
 * Logging commands of Azure Pipelines, which become issues of the run. The escapes are those of Microsoft's own
 * library for tasks (azure-pipelines-task-lib, taskcommand.ts).
 */
import { standardSummaries } from './text';
import { printable } from '../../output/terminal';
import { count } from '../../../words/counts';
import type { ReportedFinding } from './findings';
import { bySeverity, findingsOf } from './findings';
import type { Output } from './output';
import { verdictOf } from './verdict';

export const azure: Output = {
  about:
    'Issues of Azure Pipelines. Azure knows errors and warnings; information and hints are counted. Where the check fails, the task ends as failed and says why.',
  write: ({ report, failOn }, { prefix }) => {
    const findings = report.portfolios.flatMap((portfolio) => findingsOf(report, portfolio, prefix));
    const news = bySeverity(findings.filter(({ isKnown }) => !isKnown));
    // Azure knows errors and warnings only.
    const issues = news.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const others = news.length - issues.length;
    const verdict = verdictOf(findings, failOn, report.since?.base);
    return [
      ...issues.map(issue),
      ...(others > 0 ? [`Besides: ${count(others, 'finding')} of the severities information and hint.`] : []),
      ...report.portfolios.flatMap(({ portfolio }) =>
        standardSummaries(portfolio).map((words) => printable(`${portfolio.title}: ${words}.`)),
      ),
      ...(report.portfolios.length > 0 ? [`${verdict.words}.`] : []),
      ...(verdict.fails ? [`##vso[task.complete result=Failed;]${data(verdict.words)}.`] : []),
      '',
    ].join('\n');
  },
};

function issue({ severity, path, start, rule, message }: ReportedFinding): string {
  const properties = {
    type: severity,
    sourcepath: path,
    linenumber: start.line,
    columnnumber: start.column,
    code: rule,
  };
  const words = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))};`);
  return `##vso[task.logissue ${words.join('')}]${data(message)}`;
}

const data = (text: string): string => printable(text).replaceAll('%', '%AZP25');

const property = (text: string): string =>
  text
    .replaceAll('%', '%AZP25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(']', '%5D')
    .replaceAll(';', '%3B')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, '\uFFFD');
