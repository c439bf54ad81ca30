/**
 * Takes back what was done to several files. VS Code's own Undo takes back an edit of many files only from an editor that
 * shows one of them; whoever has imported a matrix has none of its files open.
 */
import { FileType, Range, Uri, WorkspaceEdit, workspace, type TextDocument } from 'vscode';
import { showDone, showInformation, showWarning } from '../host/notices';
import { differenceOf } from './newText';

export interface Snapshot {
  readonly document: TextDocument;
  readonly text: string;
  readonly wasDirty: boolean;
}

export async function snapshot(uri: Uri): Promise<Snapshot> {
  const document = await workspace.openTextDocument(uri);
  return { document, text: document.getText(), wasDirty: document.isDirty };
}

/** A file as a change leaves it. */
export interface WrittenFile {
  readonly uri: Uri;
  /** There was no such file before. */
  readonly isNew: boolean;
  readonly text: string;
}

/** What files were like before a change. */
export interface Memory {
  readonly created: readonly WrittenFile[];
  readonly before: readonly Snapshot[];
  /** Folders that are not there yet, the deepest first. */
  readonly folders: readonly Uri[];
}

/** To be asked for before the change is made. */
export async function remember(files: readonly WrittenFile[]): Promise<Memory> {
  const created = files.filter(({ isNew }) => isNew);
  const before = await Promise.all(files.filter(({ isNew }) => !isNew).map(({ uri }) => snapshot(uri)));
  return { created, before, folders: await missingFolders(created.map(({ uri }) => uri)) };
}

/** Says that it is done, and offers to take it back. @param title of the change: `Import of plan.xlsx` */
export async function offerToTakeBack(title: string, memory: Memory): Promise<void> {
  const after = memory.before.map(({ document }) => document.getText());
  const undo = 'Undo';
  if ((await showInformation(`${title}: done.`, undo)) !== undo) return;
  const changed = await changedSince(memory, after);
  if (changed !== undefined)
    void showWarning(
      `${workspace.asRelativePath(changed)} has been changed again in the meantime, so nothing was taken back.`,
    );
  else if (await restore(memory)) showDone(`${title}: taken back.`, 8000);
  else void showWarning('The files could not be changed. Nothing was taken back.');
}

async function changedSince({ created, before }: Memory, after: readonly string[]): Promise<Uri | undefined> {
  for (const [at, { document }] of before.entries())
    if ((await workspace.openTextDocument(document.uri)).getText() !== after[at]) return document.uri;
  for (const { uri, text } of created) if ((await textAt(uri)) !== text) return uri;
  return undefined;
}

/** As it is in the editor, where it is open; undefined where it is not there. */
async function textAt(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open?.isDirty === true) return open.getText();
  return workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    () => undefined,
  );
}

async function restore({ created, before, folders }: Memory): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri } of created) edit.deleteFile(uri, { ignoreIfNotExists: true });
  for (const { document, text } of before) {
    const { start, end, text: was } = differenceOf(document.getText(), text);
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), was);
  }
  if (!(await workspace.applyEdit(edit))) return false;
  // It says again what the disk said.
  for (const { document, wasDirty } of before) if (!wasDirty) await document.save();
  for (const folder of folders) await removeIfEmpty(folder);
  return true;
}

async function removeIfEmpty(folder: Uri): Promise<void> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found.length,
    () => 1,
  );
  // Without `recursive`, what comes into it meanwhile stays.
  if (entries === 0) await workspace.fs.delete(folder, { recursive: false, useTrash: false });
}

async function missingFolders(files: readonly Uri[]): Promise<readonly Uri[]> {
  const folders = new Map<string, Uri>();
  for (const file of files) {
    const top = workspace.getWorkspaceFolder(file)?.uri.path;
    for (let place = Uri.joinPath(file, '..'); ; place = Uri.joinPath(place, '..')) {
      if (top === undefined || place.path.length <= top.length || folders.has(place.path)) break;
      folders.set(place.path, place);
    }
  }
  const isThere = async (folder: Uri): Promise<boolean> =>
    workspace.fs.stat(folder).then(
      ({ type }) => (type & FileType.Directory) !== 0,
      () => false,
    );
  const all = await Promise.all(
    [...folders.values()].map(async (uri) => ({ uri, there: await isThere(uri) })),
  );
  return all
    .filter(({ there }) => !there)
    .map(({ uri }) => uri)
    .sort((left, right) => right.path.length - left.path.length);
}
