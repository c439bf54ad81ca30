/** Writes what was on show, as one step that Undo takes back. */
import { FileType, Uri, commands as vscodeCommands, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { withoutIcons } from '../../server/words/asItStands';
import { revealCoverage } from '../host/commands';
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
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(shown.edit);
  // As a refactoring: of several files, those that nobody has open are saved, where the settings say so.
  if (edit === undefined || !(await workspace.applyEdit(edit, { isRefactoring: true }))) {
    void showWarning('The files could not be changed. Nothing was written.');
    return;
  }
  const [only, ...others] = shown.files;
  if (only !== undefined && others.length === 0)
    await window.showTextDocument(Uri.parse(only.uri), { preview: false });
  else await vscodeCommands.executeCommand(revealCoverage);
  window.setStatusBarMessage(`${withoutIcons(title)}: done. Undo takes it back.`, 8000);
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
