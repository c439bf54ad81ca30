/** Evidence that has just been made: its text is on show, and the view This File beside it. */
import { Range, Selection, commands as vscodeCommands, window, type Uri } from 'vscode';
import { bodyStart } from '../edits/newText';
import { views } from '../host/commands';

/** Shows a file with the cursor in its text, and never in the block above that: the view This File has what stands there. */
export async function showText(file: Uri): Promise<void> {
  const editor = await window.showTextDocument(file, { preview: false });
  const { document } = editor;
  const text = document.getText();
  const start = bodyStart(text);
  if (document.offsetAt(editor.selection.active) < start) {
    const first = start + text.slice(start).length - text.slice(start).trimStart().length;
    const place = document.positionAt(first);
    editor.selection = new Selection(place, place);
    editor.revealRange(new Range(place, place));
  }
  await showThisFile();
}

/** Opens the view This File, and leaves the keyboard where it is. */
export async function showThisFile(): Promise<void> {
  await vscodeCommands.executeCommand(`${views.thisFile}.focus`, { preserveFocus: true });
}
