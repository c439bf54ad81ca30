/** Renaming: of a `ref` wherever it is cited, and of files that evidence leads to. */
import type { RenameFilesParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Uri } from '../../core/text/span';
import { normaliseUri } from '../../core/text/uri';
import type { FileEdits } from '../../features/navigation/fileRename';
import { prepareRename, renameRef } from '../../features/navigation/rename';
import { nextTurn } from '../../host/files/nextTurn';
import type { Service } from './service';

export const renameService: Service = {
  capabilities: { renameProvider: { prepareProvider: true } },
  serve: ({ connection, session, guard }) => {
    connection.onPrepareRename(
      guard.request('prepareRename', null, ({ textDocument, position }) => {
        const found = session.cursorAt(textDocument.uri, position);
        if (!found?.portfolio.isActive) return null;
        const answer = prepareRename(found.portfolio, found.cursor);
        return 'refusal' in answer ? refused(answer.refusal) : answer;
      }),
    );
    connection.onRenameRequest(
      guard.request('rename', null, ({ textDocument, position, newName }) => {
        const found = session.cursorAt(textDocument.uri, position);
        if (!found?.portfolio.isActive) return null;
        const answer = renameRef(found.portfolio, found.cursor, newName);
        return 'refusal' in answer ? refused(answer.refusal) : workspaceEdit(answer.edits);
      }),
    );
    const willRename = guard.request('willRenameFiles', null, async ({ files }: RenameFilesParams) => {
      const { fileRenameEdits } = await import('../../features/navigation/fileRename');
      const moves = files.map(({ oldUri, newUri }) => ({
        from: normaliseUri(oldUri),
        to: normaliseUri(newUri),
      }));
      const edits = await inTurns(fileRenameEdits(session.index.portfolios(), moves));
      return edits.size > 0 ? workspaceEdit(edits) : null;
    });
    // The protocol allows an error here, the library's type forgot it.
    connection.workspace.onWillRenameFiles(
      async (params, token) => (await willRename(params, token)) as WorkspaceEdit | null,
    );
  },
};

/** Milliseconds after which other requests get their turn. */
const turn = 20;

async function inTurns(steps: Iterable<FileEdits | undefined>): Promise<ReadonlyMap<Uri, TextEdit[]>> {
  const edits = new Map<Uri, TextEdit[]>();
  let since = Date.now();
  for (const step of steps) {
    if (step) edits.set(...step);
    if (Date.now() - since < turn) continue;
    await nextTurn();
    since = Date.now();
  }
  return edits;
}

/** Editors show the words of an error. */
const refused = (words: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, words);

const workspaceEdit = (edits: ReadonlyMap<Uri, TextEdit[]>): WorkspaceEdit => ({
  changes: Object.fromEntries(edits),
});
