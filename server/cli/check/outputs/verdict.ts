/** One line that says how a check went. */
import type { Severity } from '../../../core/text/span';
import { totalsInWords } from '../../../core/history/story/totals';
import type { FailOn } from '../../command/shared';
import { fails } from '../../command/shared';
import { count } from '../../../words/counts';

interface Judged {
  readonly severity: Severity;
  readonly isKnown?: boolean;
}

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
