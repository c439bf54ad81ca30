/** The elements for which a piece of evidence is the best there is: `strongest: [3.2.4]` in its front matter. */
import type { Lexicon } from '../standard/standard';
import { valueOf } from '../yaml/fields';
import { idsMeant } from './elementsMeant';
import type { EvidenceFile } from './evidence';

/** IDs as the file writes them; none where it says nothing of it, or nothing that can be read. */
export const strongestOf = ({ strongest }: EvidenceFile): readonly string[] =>
  (valueOf(strongest) ?? []).map(({ id }) => id);

/** @param id of an element of the standard; the file may name it by one of an earlier edition */
export const isStrongestFor = (standard: Lexicon, evidence: EvidenceFile, id: string): boolean =>
  strongestOf(evidence).some((named) => named === id || idsMeant(standard, named).includes(id));

/** Evidence for an element in the order in which it is read: what is said to be the strongest, then the rest as it was. */
export function strongestFirst(
  standard: Lexicon,
  id: string,
  evidence: readonly EvidenceFile[],
): readonly EvidenceFile[] {
  const strongest = evidence.filter((one) => isStrongestFor(standard, one, id));
  return strongest.length === 0
    ? evidence
    : [...strongest, ...evidence.filter((one) => !strongest.includes(one))];
}
