/** How it is said that a value under `elements` is no ID alone. */
import { plainly } from '../text/hiddenCharacters';
import { hiddenWords } from '../text/hiddenWords';
import type { EvidenceFile } from '../evidence/evidence';
import type { IdentifiersInText } from '../standard/identifiersInText';
import { identifiersInText } from '../standard/identifiersInText';
import { isNamed } from '../standard/retired';
import type { Lexicon } from '../standard/standard';
import { writtenAlike } from '../standard/writtenIdentifiers';
import { listOf } from '../../words/counts';
import { oneLine } from '../../words/oneLine';

/** More than these are counted and not named. */
const maximumNamed = 6;

/** True for a text that names more than one. */
export const namesSeveral = ({ parts }: IdentifiersInText): boolean => parts.length > 1;

/** `3.2.4, 1.1.1 and 2.1.1`; many of them by the first and the last. */
export function idsInWords(ids: readonly string[]): string {
  if (ids.length <= maximumNamed) return listOf(ids);
  return `${ids.slice(0, 2).join(', ')} … ${ids.at(-1) ?? ''} (${ids.length} IDs)`;
}

/** Of a text with several IDs. */
export function severalMessage(id: string, reading: IdentifiersInText): string {
  const ids = idsInWords(reading.parts.map((part) => part.id));
  const counted = reading.isCertain ? '' : ' Until then, none of them counts.';
  return `“${shortened(id)}” stands for ${ids} in one text. Write each ID on its own: in square brackets with commas between them, or each on a line that starts with a dash.${counted}`;
}

/** Of a text with one ID; undefined where the text is the ID in another way of writing, which is for *did you mean*. */
export function insideMessage(id: string, { parts, text }: IdentifiersInText): string | undefined {
  const [only] = parts;
  if (!only) return undefined;
  if (plainly(id, true).trim() === only.id) return hiddenMessage(id, only.id);
  if (!text.includes(only.id)) return undefined;
  return `“${shortened(id)}” has more in it than an ID. Write ${only.id} alone.`;
}

/** Of a value that looks like what is wanted. */
export const hiddenMessage = (written: string, wanted: string): string =>
  `There is ${hiddenWords(written, true) || 'a blank'} in “${shortened(written)}”, which is easy to overlook. Write ${wanted}.`;

/** The ID in a file's list that another value of it says in another way, or with something around it. */
export function listedTwin(
  standard: Lexicon,
  evidence: EvidenceFile | undefined,
  id: string,
): string | undefined {
  if (!evidence || isNamed(standard, id)) return undefined;
  const { parts } = identifiersInText(standard, id);
  const [only] = parts;
  const meant = parts.length === 1 && only?.isKnown === true ? [only.id] : writtenAlike(standard, id);
  const [twin, ...others] = meant.filter((own) =>
    evidence.elements.some((reference) => reference.id === own),
  );
  return others.length === 0 ? twin : undefined;
}

const longest = 60;

const shortened = (id: string): string => {
  const line = oneLine(plainly(id));
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};
