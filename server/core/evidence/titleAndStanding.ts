/** What lists and coverage ask of evidence: what it is called, and whether it counts. */
import type { CivilDate } from '../text/civilDate';
import { fileName } from '../text/uri';
import { valueOf } from '../yaml/fields';
import type { EvidenceFile } from './evidence';

/** What a file is called: its title, else its first heading, else undefined. */
export function titleOf(evidence: EvidenceFile): string | undefined {
  const title = valueOf(evidence.title);
  if (title) return title;
  return evidence.heading();
}

/** What an evidence file is called, its file's name where nothing else does. */
export const displayTitle = (evidence: EvidenceFile): string => titleOf(evidence) ?? fileName(evidence.uri);

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
