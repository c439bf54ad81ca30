import type { Location } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { toRange } from '../text/range';

/** The place where a file says what it is: its `ref`, else its title, else the key `elements`. */
export function evidenceLocation({ uri, text, ref, title, elementsKey }: EvidenceFile): Location {
  const span = ref.kind === 'valid' ? ref.span : title.kind === 'valid' ? title.span : elementsKey;
  return { uri, range: toRange(text, span) };
}
