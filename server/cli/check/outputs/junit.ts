/**
 * JUnit's XML, as Jenkins, GitLab and Azure Pipelines read it: a suite per file with findings, a case per finding. What
 * does not fail the check is a case that has passed, with the message as its output. No line stands in the name of a
 * case: systems tell by it since when a test fails.
 */
import { fails } from '../../command/shared';
import type { FailOn } from '../../command/shared';
import type { ReportedFinding } from './findings';
import { findingsOf } from './findings';
import type { Output } from './output';
import { xmlText } from '../../output/xmlText';

export const junit: Output = {
  about:
    'JUnit’s XML, for Jenkins and others: a suite per file, a case per finding, called by its rule and what it is about, so that it stays the same case when lines move. What does not fail the check is a case that has passed.',
  write: ({ report, failOn }, { prefix }) => {
    const suites = report.portfolios.flatMap((portfolio) => {
      const findings = findingsOf(report, portfolio, prefix);
      const paths = [...new Set(findings.map(({ path }) => path))];
      return paths.length === 0
        ? [{ name: portfolio.portfolio.title, findings: [] }]
        : paths.map((name) => ({ name, findings: findings.filter(({ path }) => path === name) }));
    });
    const failures = suites.flatMap(({ findings }) =>
      findings.filter((finding) => isFailure(finding, failOn)),
    );
    const cases = suites.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="Evidence Portfolio" tests="${cases}" failures="${failures.length}" errors="0">`,
      ...suites.flatMap(({ name, findings }) => suite(name, findings, failOn)),
      '</testsuites>',
      '',
    ].join('\n');
  },
};

const isFailure = ({ severity, isKnown }: ReportedFinding, failOn: FailOn): boolean =>
  !isKnown && fails(severity, failOn);

function suite(name: string, findings: readonly ReportedFinding[], failOn: FailOn): readonly string[] {
  const failures = findings.filter((finding) => isFailure(finding, failOn)).length;
  const known = findings.filter(({ isKnown }) => isKnown).length;
  return [
    `  <testsuite name="${xmlText(name)}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="${known}">`,
    ...(findings.length === 0
      ? [`    <testcase name="Nothing to report" classname="${xmlText(name)}"/>`]
      : findings.flatMap((finding) => testcase(finding, failOn))),
    '  </testsuite>',
  ];
}

function testcase(finding: ReportedFinding, failOn: FailOn): readonly string[] {
  const { rule, name, severity, message, path, start, isKnown } = finding;
  const words = xmlText(`${path}:${start.line}:${start.column} ${severity}: ${message}`);
  return [
    `    <testcase name="${xmlText(name)}" classname="${xmlText(path)}">`,
    isKnown
      ? '      <skipped message="already there"/>'
      : isFailure(finding, failOn)
        ? `      <failure type="${rule}" message="${xmlText(message)}">${words}</failure>`
        : `      <system-out>${words}</system-out>`,
    '    </testcase>',
  ];
}
