/** What evidence is called. */
import { firstHeading } from '../markdown/headings';
import { valueOf } from '../yaml/fields';
import type { EvidenceFile } from './evidence';

/** What a file is called: its title, else its first heading, else undefined. */
export function titleOf(evidence: EvidenceFile): string | undefined {
  const title = valueOf(evidence.title);
  if (title) return title;
  return firstHeading(evidence.text, evidence.bodyStart);
}
