/** What the values under `elements` mean in a standard: an ID, one of an earlier edition, or a text with IDs in it. */
import type { EvidenceFile } from './evidence';
import type { ElementReference } from '../frontMatter/identifierList';
import type { IdentifiersInText } from '../standard/identifiersInText';
import { identifiersInText } from '../standard/identifiersInText';
import { isNamed, nodeNamed } from '../standard/retired';
import type { Lexicon } from '../standard/standard';
import { knownId } from '../standard/standard';

/** Texts of a file that are read closely; a file with more of them is no evidence that anybody wrote. */
const maximumTexts = 200;
/** IDs that one text may stand for and count. */
const maximumMeant = 100;

/** A value that is no ID, and what it has of them. */
export interface TextReference {
  readonly reference: ElementReference;
  readonly reading: IdentifiersInText;
}

/** The values that are no ID of the standard, and have at least one in them. */
export function textReferences(standard: Lexicon, { elements }: EvidenceFile): readonly TextReference[] {
  const found: TextReference[] = [];
  for (const reference of elements) {
    if (isNamed(standard, reference.id)) continue;
    if (found.length === maximumTexts) return found;
    const reading = identifiersInText(standard, reference.id);
    if (reading.parts.some(({ isKnown }) => isKnown)) found.push({ reference, reading });
  }
  return found;
}

/**
 * The IDs that a value stands for: itself; what has replaced it; those in a text of which nobody can doubt what is
 * meant, such as `3.2.4, 1.1.1` and `Element 3.2.4`. Anything else is an ID that the standard does not have.
 */
export function idsMeant(standard: Lexicon, id: string): readonly string[] {
  const node = nodeNamed(standard, id);
  if (node) return [node.id];
  if (isNamed(standard, id)) return [knownId(standard, id)];
  const { parts, isCertain } = identifiersInText(standard, id);
  if (!isCertain || parts.length > maximumMeant) return [id];
  return parts.map((part) => nodeNamed(standard, part.id)?.id ?? part.id);
}

/** Distinct IDs that evidence is given for, in the order of the file. */
export function citedBy(
  standard: Lexicon,
  { elements }: Pick<EvidenceFile, 'elements'>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  let texts = 0;
  for (const { id } of elements) {
    const node = standard.nodes.get(id);
    if (node) ids.add(node.id);
    else if (texts++ > maximumTexts) ids.add(id);
    else for (const meant of idsMeant(standard, id)) ids.add(meant);
  }
  return ids;
}
