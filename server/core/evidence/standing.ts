/** Whether evidence counts, by its status and its review date. */
import type { CivilDate } from '../text/civilDate';
import { valueOf } from '../yaml/fields';
import type { EvidenceFile } from './evidence';

/** How evidence counts towards coverage on a day. */
export type Standing = 'current' | 'overdue' | 'draft' | 'withdrawn';

export function standingOf(evidence: EvidenceFile, today: CivilDate): Standing {
  const status = valueOf(evidence.status);
  if (status === 'withdrawn') return 'withdrawn';
  // A status that nobody can read does not make evidence count.
  if (status === 'draft' || status === 'in-review' || evidence.status.kind === 'invalid') return 'draft';
  return isOverdue(evidence, today) ? 'overdue' : 'current';
}

/** The review date is the last good day. */
export function isOverdue(evidence: EvidenceFile, today: CivilDate): boolean {
  const reviewBy = valueOf(evidence.reviewBy);
  return reviewBy !== undefined && reviewBy < today;
}
