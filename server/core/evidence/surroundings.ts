import type { Surroundings } from '../standard/suggest';
import { charactersRead } from '../standard/suggest';
import type { EvidenceFile } from './evidence';

/** Where an ID in the front matter of evidence stands. */
export const surroundingsIn = ({ text, bodyStart, title, elements }: EvidenceFile): Surroundings => ({
  title: title.kind === 'valid' ? title.value : '',
  body: text.slice(bodyStart, bodyStart + charactersRead),
  listed: new Set(elements.map((reference) => reference.id)),
});
