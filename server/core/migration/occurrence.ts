/** A place in a portfolio's files that names an ID of which an edition says that it has moved. */
import type { Span, Uri } from '../text/span';

export type OccurrenceKind =
  'elements' | 'heading' | 'link' | 'action' | 'group' | 'decision' | 'assignment' | 'pair' | 'text';

export interface Occurrence {
  /** As it stands there. */
  readonly id: string;
  readonly uri: Uri;
  readonly span: Span;
  readonly kind: OccurrenceKind;
  /** Written anew; undefined where it stays as it is, and somebody has to look. */
  readonly to: readonly string[] | undefined;
  /** Why it stays, where the ID alone does not tell. */
  readonly because?: string;
}
