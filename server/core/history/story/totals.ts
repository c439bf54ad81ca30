import type { Severity } from '../../text/span';
import { severities } from '../../text/span';
import { count } from '../../../words/counts';

const names: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** `1 error, 12 warnings`; empty where there is nothing to count. */
export const totalsInWords = (findings: readonly { readonly severity: Severity }[]): string =>
  severities
    .map(
      (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
    )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => count(number, ...names[severity]))
    .join(', ');
