/** What comes of a command that edits: the edits, or why there are none. */
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import type { FileEdit } from '../../core/text/fileEdit';
import type { Uri } from '../../core/text/span';

/** Edits to apply, or what to tell whoever asked for them. */
export type Outcome =
  | { readonly kind: 'edits'; readonly edits: readonly FileEdit[] }
  | { readonly kind: 'refused'; readonly message: string };

/** A file's newest text. */
export interface FileText {
  readonly uri: Uri;
  readonly text: string;
}

export const refused = (message: string): Extract<Outcome, { readonly kind: 'refused' }> => ({
  kind: 'refused',
  message,
});

/** The element of an ID; undefined where it is none, or a heading above elements. */
export function assessable({ standard }: Portfolio, element: string): StandardNode | undefined {
  const node = standard.nodes.get(element);
  return node?.assessable ? node : undefined;
}

export const noElement = ({ standard }: Portfolio, element: string): Outcome =>
  refused(`${element} is not an element of ${standard.title}.`);
