/** The text of an open document, as the editor's edits leave it. */
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * What `TextDocuments` asks for: documents that take an edit anywhere. The library's own keep the lines of a text where an
 * edit begins or ends behind its last line wrong from then on, so that everything later is understood in another place.
 * The protocol has such positions mean the end of the text.
 */
export const openText = {
  create: TextDocument.create,
  update: (
    document: TextDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): TextDocument => {
    // Each edit is of the text that those before it have left.
    for (const change of changes) TextDocument.update(document, [inside(document, change)], version);
    return TextDocument.update(document, [], version);
  },
};

function inside(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const { start, end } = change.range;
  if (Math.max(start.line, end.line) < document.lineCount) return change;
  const range: Range = {
    start: document.positionAt(document.offsetAt(start)),
    end: document.positionAt(document.offsetAt(end)),
  };
  return { ...change, range };
}
