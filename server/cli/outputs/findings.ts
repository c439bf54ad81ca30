/** The findings of a check as the outputs for other systems need them: with places, paths and fingerprints. */
import { createHash } from 'node:crypto';
import { subjectOf } from '../../core/findingIdentity';
import type { Severity } from '../../core/model';
import { severities } from '../../core/model';
import type { Place } from '../place';
import { placesIn } from '../place';
import type { FolderReport, PortfolioReport } from '../portfolios';

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  readonly start: Place;
  readonly end: Place;
  /** The same for the same finding when lines move; no two findings of a report share one. */
  readonly fingerprint: string;
  /** It was there at the base that `--since` names. */
  readonly isKnown: boolean;
}

/** @param prefix the path from the top of the repository to the folder that was given; empty where they are one */
export function findingsOf(
  report: FolderReport,
  { portfolio, files }: PortfolioReport,
  prefix: string,
): readonly ReportedFinding[] {
  const repeats = new Map<string, number>();
  return files.flatMap(({ uri, path, text, findings }) => {
    const place = placesIn(text);
    const fromTop = joined(prefix, path);
    return findings.map((finding) => {
      const { rule, severity, message, span } = finding;
      const key = [rule, fromTop, subjectOf(finding, uri, text, portfolio.standard)].join('\0');
      const repeat = (repeats.get(key) ?? 0) + 1;
      repeats.set(key, repeat);
      return {
        rule,
        severity,
        message,
        path: fromTop,
        start: place(span.start),
        end: place(span.end),
        fingerprint: createHash('sha256').update(`${key}\0${repeat}`).digest('hex').slice(0, 32),
        isKnown: report.since?.known.has(finding) ?? false,
      };
    });
  });
}

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
