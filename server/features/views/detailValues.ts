/** What stands under a key of evidence, as a form or a picker shows it. */
import { idsMeant } from '../../core/evidence/elementsMeant';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { textsOf } from '../../core/evidence/valueTexts';
import type { FrontMatterKey } from '../../core/frontMatter/keys';
import type { Portfolio } from '../../core/portfolio/portfolio';

/** Texts and paths as the file has them; of what is chosen among the file's elements, the IDs that these are shown with. */
export function detailValues(
  { standard }: Portfolio,
  evidence: EvidenceFile,
  key: FrontMatterKey,
): readonly string[] {
  const texts = textsOf(evidence, key) ?? [];
  return key === 'strongest' ? [...new Set(texts.flatMap((id) => idsMeant(standard, id)))] : texts;
}
