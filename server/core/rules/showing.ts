/** Evidence that a finding asks somebody to look at. */
import type { EvidenceFile } from '../evidence/evidence';
import { displayTitle } from '../evidence/titleAndStanding';
import type { ShowProposal } from './remedy';

/** Evidence offered at one place. */
export const maximumShown = 3;

/** @param more what is said of it beside its title */
export const opening = (evidence: EvidenceFile, more: string): ShowProposal => ({
  kind: 'show',
  title: `Open “${displayTitle(evidence)}”${more}`,
  uri: evidence.uri,
});
