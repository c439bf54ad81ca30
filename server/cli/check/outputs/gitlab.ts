/** A code quality report for GitLab CI: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import type { Severity } from '../../../core/text/span';
import { printable, printableJson } from '../../output/terminal';
import { findingsOf } from './findings';
import type { Output } from './output';

const severity: Readonly<Record<Severity, 'info' | 'minor' | 'major'>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** GitLab itself compares the report with the target branch's, by fingerprint: what was there is in it too. */
export const gitlab: Output = {
  about:
    'A code quality report for GitLab CI. GitLab takes it from a file: `--output gitlab=gl-code-quality-report.json`, named under `artifacts:reports`.',
  write: ({ report }, { prefix }) => {
    const issues = report.portfolios
      .flatMap((portfolio) => findingsOf(report, portfolio, prefix))
      .map((finding) => ({
        description: printable(finding.message),
        check_name: finding.rule,
        fingerprint: finding.fingerprint,
        severity: severity[finding.severity],
        location: { path: finding.path, lines: { begin: finding.start.line } },
      }));
    return `${printableJson(issues)}\n`;
  },
};
