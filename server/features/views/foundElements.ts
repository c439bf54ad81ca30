/** Elements that fit words or a text, as pickers and filters show them. */
import type { Portfolio } from '../../core/portfolio/portfolio';
import { findForText } from '../../core/search/elementsForText';
import { findElements } from '../../core/search/findElements';
import { textWithTitle } from '../../core/evidence/textWithTitle';
import type { Uri } from '../../core/text/span';

/** An element that was found. */
export interface FoundRow {
  readonly id: string;
  /** Words that led to it, as they were typed or stand in the text, those that say most first. */
  readonly because: readonly string[];
}

export interface FoundElements {
  /** found; nearest: none has these words, but words like them; all: nothing is near, and these are all there are. */
  readonly kind: 'found' | 'nearest' | 'all';
  /** Best first; of all, in the order of the standard. */
  readonly elements: readonly FoundRow[];
}

/** Words; or a text that may be evidence, with the address of its file. */
export type Wanted = { readonly words: string } | { readonly uri: Uri; readonly text: string };

export function foundElements({ standard }: Portfolio, wanted: Wanted): FoundElements {
  const found =
    'words' in wanted
      ? findElements(standard, wanted.words)
      : findForText(standard, textWithTitle(wanted.uri, wanted.text));
  if (found.kind === 'groups')
    return { kind: 'all', elements: standard.elements.map(({ id }) => ({ id, because: [] })) };
  return {
    kind: found.kind,
    elements: found.elements.map(({ element, because }) => ({ id: element.id, because })),
  };
}
