import { Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { showError } from '../host/notices';

/** Whether there is a file or folder at a URI. */
export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/**
 * Creates a file as one step that the editor's Undo takes back, opens it, and puts the cursor at an offset of the text,
 * or at its end. An existing file is never touched. Where the file could not be created, a message says so.
 */
export async function createAndOpen(
  uri: Uri,
  text: string,
  label: string,
  cursor = text.length,
): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) }, { label, needsConfirmation: false });
  if (!(await workspace.applyEdit(edit))) {
    void showError(
      `${workspace.asRelativePath(uri)} could not be created. Check that you may write in this folder, and that there is no file of this name yet.`,
    );
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const position = document.positionAt(cursor);
  await window.showTextDocument(document, { selection: new Selection(position, position), preview: false });
}
