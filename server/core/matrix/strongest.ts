/** The elements for which a piece of evidence is the best there is: `strongest: [3.2.4]` in its front matter. */
import type { EvidenceFile } from '../evidence/evidence';
import { readField, readTexts, valueOf } from '../yaml/fields';

/** IDs of elements; none where the file says nothing of it, or nothing that can be read. */
export const strongestOf = ({ entries }: EvidenceFile): readonly string[] =>
  (
    valueOf(
      readField(
        entries.find(({ key }) => key.text === 'strongest'),
        readTexts,
      ),
    ) ?? []
  ).map(({ text }) => text);
