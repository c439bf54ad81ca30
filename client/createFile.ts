import { Selection, Uri, WorkspaceEdit, window, workspace, type TextDocument } from 'vscode';

/** Whether there is a file or folder at a URI. */
export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/**
 * Creates a file as one step that the editor's Undo takes back, opens it, and puts the cursor at its end. An existing
 * file is never touched. Undefined, after a message, when the file could not be created.
 */
export async function createAndOpen(
  uri: Uri,
  text: string,
  label: string,
): Promise<TextDocument | undefined> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) }, { label, needsConfirmation: false });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(
      `${workspace.asRelativePath(uri)} could not be created. Check that you may write in this folder, and that there is no file of this name yet.`,
    );
    return undefined;
  }
  const document = await workspace.openTextDocument(uri);
  const end = document.lineAt(document.lineCount - 1).range.end;
  await window.showTextDocument(document, { selection: new Selection(end, end), preview: false });
  return document;
}
