/** A part of the story: a table under a heading. */
import type { Uri } from '../../text/span';
import { relativePath } from '../../text/uri';
import type { StoryContext } from './context';

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
export function fileCell({ folder, addressOf }: StoryContext, uri: Uri, text?: string, line?: number): Cell {
  const words = text ?? relativePath(folder, uri);
  const address = addressOf(uri, line);
  return address === undefined ? cell(words) : { text: words, address };
}

/** `a, b and 3 more`. */
export function listed(words: readonly string[], shown: number): string {
  const more = words.length - shown;
  return more > 0 ? `${words.slice(0, shown).join(', ')} and ${more} more` : words.join(', ');
}
