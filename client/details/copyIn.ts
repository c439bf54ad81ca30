/** Files from anywhere, copied into the portfolio: never over another one. */
import { Uri, workspace } from 'vscode';
import { exists } from '../edits/createFile';
import { freeName } from '../edits/newText';
import { isWithin, nameOf } from '../host/fileNames';
import { showError, showWarning } from '../host/notices';
import { copyWhole } from '../host/wholeFile';
import { writeReason } from '../../server/words/writeReason';

/**
 * The place of a file in the portfolio: where it is, if that is below `scope`, the folder (a URI) that attachments are
 * in; else that of a copy, in a folder that is made where it is not there. Undefined where the user leaves it, or it could
 * not be copied, which is said.
 */
export async function copyIn(source: Uri, folder: Uri, scope: string | undefined): Promise<Uri | undefined> {
  if (scope !== undefined && isWithin(scope, source)) return source;
  try {
    await workspace.fs.createDirectory(folder);
    const wanted = Uri.joinPath(folder, nameOf(source));
    const place = (await exists(wanted)) ? await placeBeside(source, wanted) : wanted;
    if (place === undefined || place.toString() === source.toString()) return place;
    if (!(await exists(place))) await copyWhole(workspace.fs, source, place);
    return place;
  } catch (error) {
    const reason = writeReason(error);
    void showError(`${nameOf(source)} could not be copied to ${workspace.asRelativePath(folder)}: ${reason}`);
    return undefined;
  }
}

/** Where another file of that name is there: it, if it is the same, or the user means it; else a name beside it. */
async function placeBeside(source: Uri, there: Uri): Promise<Uri | undefined> {
  const [mine, theirs] = await Promise.all([workspace.fs.readFile(source), workspace.fs.readFile(there)]);
  if (isSame(mine, theirs)) return there;
  const [, stem = '', extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(nameOf(there)) ?? [];
  const folder = Uri.joinPath(there, '..');
  const name = await freeName(stem, (candidate) => exists(Uri.joinPath(folder, candidate)), extension);
  const both = `Keep Both, as ${name}`;
  const that = 'Attach the One That Is There';
  const chosen = await showWarning(
    `Another file is called ${nameOf(there)} in ${workspace.asRelativePath(folder)} already. It is never written over.`,
    both,
    that,
  );
  return chosen === both ? Uri.joinPath(folder, name) : chosen === that ? there : undefined;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, at) => byte === other[at]);
