/** The findings of a check as the outputs for other systems need them: with places, paths and fingerprints. */
import { createHash } from 'node:crypto';
import { subjectOf } from '../../../core/history/findingIdentity';
import type { Severity } from '../../../core/text/span';
import { severities } from '../../../core/text/span';
import type { Position } from '../../output/position';
import { positionsIn } from '../../output/position';
import type { FolderReport, PortfolioReport } from '../../folder/portfolios';

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** The same for the same finding when lines move; no two findings of a report share one. */
  readonly fingerprint: string;
  /** What it is called in a list of tests: rule and subject, the same when lines move, once in a file. */
  readonly name: string;
  /** It was there at the base that `--since` names. */
  readonly isKnown: boolean;
}

/** @param prefix the path from the top of the repository to the folder that was given; empty where they are one */
export function findingsOf(
  report: FolderReport,
  { portfolio, files }: PortfolioReport,
  prefix: string,
): readonly ReportedFinding[] {
  const repeats = counter();
  const names = counter();
  return files.flatMap(({ uri, path, text, findings }) => {
    const position = positionsIn(text);
    const fromTop = joined(prefix, path);
    return findings.map((finding) => {
      const { rule, severity, message, span } = finding;
      const subject = subjectOf(finding, uri, text, portfolio.standard);
      const key = [rule, fromTop, subject].join('\0');
      const repeat = repeats(key);
      const name = subject === '' ? rule : `${rule} ${clipped(subject, longestName)}`;
      const again = names(`${fromTop}\0${name}`);
      return {
        rule,
        severity,
        message,
        path: fromTop,
        start: position(span.start),
        end: position(span.end),
        fingerprint: createHash('sha256').update(`${key}\0${repeat}`).digest('hex').slice(0, 32),
        name: again === 1 ? name : `${name} (${again})`,
        isKnown: report.since?.known.has(finding) ?? false,
      };
    });
  });
}

const longestName = 80;

/** Counts how often it has been asked for a key, this time included. */
function counter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

/** At most so many characters, a cut pair of surrogates not among them. */
export const clipped = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** The most severe first; findings of one severity stay in their order. */
export const bySeverity = (findings: readonly ReportedFinding[]): readonly ReportedFinding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** `a/b` and `../c.md` give `a/c.md`. */
export function joined(prefix: string, path: string): string {
  const segments = prefix === '' ? [] : prefix.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
