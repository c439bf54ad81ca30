/** Edits of files, before anybody makes them. */
import type { Uri } from './span';
import type { Edit } from './edit';
import { applyEdits } from './edit';

export type FileEdit = EditedFile | CreatedFile | RenamedFile;

export interface EditedFile {
  readonly kind: 'edit';
  readonly uri: Uri;
  /** The text that the edits are of. */
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A file where none stands yet. */
export interface CreatedFile {
  readonly kind: 'create';
  readonly uri: Uri;
  readonly text: string;
}

export interface RenamedFile {
  readonly kind: 'rename';
  readonly uri: Uri;
  /** Its new address, where no file stands yet. */
  readonly to: Uri;
}

/** False where the text after the edits is the one before. */
export const altersText = ({ text, edits }: EditedFile): boolean =>
  edits.length > 0 && applyEdits(text, edits) !== text;
