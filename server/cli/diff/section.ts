/** A part of the story: a table under a heading. */
import type { Uri } from '../../core/model';
import { relativePath } from '../../core/uri';
import type { DiffResult } from './result';

export interface Section {
  /** Words of our own. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** True where the table is worth a look only for who asks. */
  readonly isMinor?: boolean;
  /** True where each cell says by itself what it is. */
  readonly isPlain?: boolean;
}

/** A text from a file or of ours: it is never markup. */
export interface Cell {
  readonly text: string;
  /** Where a click leads, where the forge is known. */
  readonly address?: string;
}

export const cell = (text: string): Cell => ({ text });

/** A file that stands at the head. @param line from 1 */
export function fileCell(
  { folder, addressOf, prefix }: DiffResult,
  uri: Uri,
  text?: string,
  line?: number,
): Cell {
  const path = relativePath(folder, uri);
  const words = text ?? path;
  // What lies outside the folder has no path from the top of the repository that we know of.
  if (!addressOf || path.startsWith('../')) return cell(words);
  return { text: words, address: addressOf(prefix === '' ? path : `${prefix}/${path}`, line) };
}

/** `a, b and 3 more`. */
export function listed(words: readonly string[], shown: number): string {
  const more = words.length - shown;
  return more > 0 ? `${words.slice(0, shown).join(', ')} and ${more} more` : words.join(', ');
}
