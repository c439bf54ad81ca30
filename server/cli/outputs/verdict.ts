/** One line that says how a check went. */
import type { Severity } from '../../core/model';
import { severities } from '../../core/model';
import type { FailOn } from '../arguments';
import { fails } from '../failing';
import { count } from '../terminal';

const names: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

interface Judged {
  readonly severity: Severity;
  readonly isKnown?: boolean;
}

/** `1 error, 12 warnings`; empty where there is nothing to count. */
export const totalsInWords = (findings: readonly Judged[]): string =>
  severities
    .map(
      (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
    )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => count(number, ...names[severity]))
    .join(', ');

export interface Verdict {
  readonly fails: boolean;
  readonly words: string;
}

/** @param since the base, where only what is new counts */
export function verdictOf(findings: readonly Judged[], failOn: FailOn, since?: string): Verdict {
  const fresh = findings.filter(({ isKnown }) => !isKnown);
  const known = findings.length - fresh.length;
  const news = since === undefined ? '' : ' new since the base';
  const others = known > 0 ? ` (${count(known, 'finding')} already there)` : '';
  const totals = totalsInWords(fresh);
  return {
    fails: fresh.some(({ severity }) => fails(severity, failOn)),
    words: totals === '' ? `Nothing${news} to report${others}` : `${totals}${news}${others}`,
  };
}
