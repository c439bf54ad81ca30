/**
 * Takes back what was done to several files. VS Code's own Undo takes back an edit of many files only from an editor that
 * shows one of them; whoever has imported a matrix has none of its files open.
 */
import { FileType, Range, Uri, WorkspaceEdit, workspace, type TextDocument } from 'vscode';
import { showDone, showInformation, showWarning } from '../host/notices';
import { removeEmptyFolder } from '../host/wholeFile';
import { differenceOf } from './newText';

/** A file as it is before a change. */
export interface Snapshot {
  readonly uri: Uri;
  readonly text: string;
  readonly wasDirty: boolean;
}

/** One after the other: of many that are opened at once, VS Code closes the first before it has given them. */
export async function snapshots(uris: readonly Uri[]): Promise<readonly Snapshot[]> {
  const found: Snapshot[] = [];
  for (const uri of uris) {
    const document = await workspace.openTextDocument(uri);
    found.push({ uri, text: document.getText(), wasDirty: document.isDirty });
  }
  return found;
}

/**
 * A file as it is now, in the editor or on the disk; undefined where it is not there. To be used at once: VS Code closes
 * what no tab shows, after minutes or when it has opened 50 others, and a closed document knows of no change and cannot be
 * saved.
 */
export const documentAt = (uri: Uri): Promise<TextDocument | undefined> =>
  Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);

/** The texts of files as they are now, in this order; undefined of one that is not there. */
export async function textsNow(files: readonly Snapshot[]): Promise<readonly (string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for (const { uri } of files) texts.push((await documentAt(uri))?.getText());
  return texts;
}

/** Adds to an edit what makes the texts what they were, and makes it. */
export async function putBack(before: readonly Snapshot[], edit = new WorkspaceEdit()): Promise<boolean> {
  const changed: Snapshot[] = [];
  for (const one of before) {
    const document = await documentAt(one.uri);
    if (document === undefined || document.getText() === one.text) continue;
    const { start, end, text } = differenceOf(document.getText(), one.text);
    edit.replace(one.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
    changed.push(one);
  }
  if (!(await workspace.applyEdit(edit))) return false;
  // It says again what the disk said.
  for (const { uri, wasDirty } of changed) if (!wasDirty) await (await documentAt(uri))?.save();
  return true;
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
  const before = await snapshots(files.filter(({ isNew }) => !isNew).map(({ uri }) => uri));
  return { created, before, folders: await missingFolders(created.map(({ uri }) => uri)) };
}

/** Says that it is done, and offers to take it back. @param title of the change: `Import of plan.xlsx` */
export async function offerToTakeBack(title: string, memory: Memory): Promise<void> {
  const after = await textsNow(memory.before);
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

async function changedSince(
  { created, before }: Memory,
  after: readonly (string | undefined)[],
): Promise<Uri | undefined> {
  const now = await textsNow(before);
  const at = now.findIndex((text, index) => text === undefined || text !== after[index]);
  if (at >= 0) return before[at]?.uri;
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
  if (!(await putBack(before, edit))) return false;
  for (const folder of folders) await removeIfEmpty(folder);
  return true;
}

async function removeIfEmpty(folder: Uri): Promise<void> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found.length,
    () => 1,
  );
  // What comes into it meanwhile stays.
  if (entries === 0) await removeEmptyFolder(workspace.fs, folder);
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
