/** Texts with a cursor in them: `elements: [3.2$0.4]`. */
import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface AtCursor {
  /** Without the mark. */
  readonly text: string;
  /** Where the mark stood. */
  readonly offset: number;
}

export function atCursor(source: string): AtCursor {
  const offset = source.indexOf('$0');
  assert.notEqual(offset, -1, 'There is no $0 in the text.');
  return { text: source.slice(0, offset) + source.slice(offset + 2), offset };
}

/** The text after edits, which an editor would make all at once. */
export const edited = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), [...edits]);
