/** Writes what was on show, and offers to take all of it back. */
import { FileType, Uri, WorkspaceEdit, commands as vscodeCommands, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { revealCoverage } from '../host/commands';
import { offerToTakeBack, remember } from '../edits/takeBack';
import { showWarning } from '../host/notices';
import type { Change, Shown } from './change';

export async function makeChange(client: BaseLanguageClient, { title }: Change, shown: Shown): Promise<void> {
  const linked = await linkOnTheWay(shown);
  if (linked !== undefined) {
    void showWarning(
      `${workspace.asRelativePath(linked)} is a link to another folder, so nothing was written there. Replace it by a folder, and try again.`,
    );
    return;
  }
  const memory = await remember(
    shown.files.map(({ uri, isNew, text }) => ({ uri: Uri.parse(uri), isNew, text })),
  );
  const edit = await editOf(client, shown);
  const unsaved = new Set(workspace.textDocuments.filter((one) => one.isDirty).map(({ uri }) => String(uri)));
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) {
    void showWarning('The files could not be changed. Nothing was written.');
    return;
  }
  const written = new Set(shown.files.map(({ uri }) => String(Uri.parse(uri))));
  for (const document of workspace.textDocuments) {
    const uri = String(document.uri);
    // Where somebody is writing, they say when it is to be saved.
    if (written.has(uri) && !unsaved.has(uri)) await document.save();
  }
  const [only, ...others] = shown.files;
  if (only !== undefined && others.length === 0)
    await window.showTextDocument(Uri.parse(only.uri), { preview: false });
  else await vscodeCommands.executeCommand(revealCoverage);
  void offerToTakeBack(title, memory);
}

/** New files come with what is in them: else each would be opened, and wait to be saved. */
async function editOf(client: BaseLanguageClient, { edit: told, files }: Shown): Promise<WorkspaceEdit> {
  const created = new Set(files.filter(({ isNew }) => isNew).map(({ uri }) => uri));
  const others = (told?.documentChanges ?? []).filter((change) =>
    'textDocument' in change
      ? !created.has(change.textDocument.uri)
      : !('uri' in change && created.has(change.uri)),
  );
  const edit =
    told?.documentChanges === undefined
      ? await client.protocol2CodeConverter.asWorkspaceEdit(told)
      : await client.protocol2CodeConverter.asWorkspaceEdit({ documentChanges: others });
  const all = edit ?? new WorkspaceEdit();
  for (const { uri, isNew, text } of files)
    if (isNew) all.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(text) });
  return all;
}

/** A folder on the way to a new file that is a link: it may lead anywhere. */
async function linkOnTheWay({ files }: Shown): Promise<Uri | undefined> {
  const folders = new Map<string, Uri>();
  for (const { uri, isNew } of files) {
    if (!isNew) continue;
    const file = Uri.parse(uri);
    const top = workspace.getWorkspaceFolder(file)?.uri.path;
    for (let place = Uri.joinPath(file, '..'); ; place = Uri.joinPath(place, '..')) {
      if (top === undefined || place.path.length <= top.length || folders.has(place.path)) break;
      folders.set(place.path, place);
    }
  }
  for (const folder of folders.values()) {
    const type = await workspace.fs.stat(folder).then(
      (found) => found.type,
      () => FileType.Directory,
    );
    if ((type & FileType.SymbolicLink) !== 0) return folder;
  }
  return undefined;
}
