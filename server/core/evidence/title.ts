/** What evidence is called. */
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
