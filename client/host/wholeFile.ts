/** Files and folders that are there whole or not at all: under another name first, which then takes their place. */
import type { FileSystem, Uri } from 'vscode';

/** What it takes of VS Code's `workspace.fs`. */
export interface WholeFiles extends Pick<FileSystem, 'writeFile' | 'copy' | 'rename' | 'delete'> {
  readonly stat: (uri: Uri) => Thenable<{ readonly type: number }>;
}

/** VS Code’s `FileType.SymbolicLink`. */
const symbolicLink = 64;

/** @throws what the file system throws; a file that was there is as it was then, and nothing else is left */
export async function writeWhole(files: WholeFiles, target: Uri, bytes: Uint8Array): Promise<void> {
  const before = await typeOf(files, target);
  // Somebody has put the file elsewhere, and a link in its place, which has to stay one.
  if (before !== undefined && (before & symbolicLink) !== 0) return files.writeFile(target, bytes);
  await inPlaceOf(files, target, before !== undefined, (draft) => files.writeFile(draft, bytes));
}

/** Never over another file. @throws what the file system throws; nothing is left then */
export const copyWhole = (files: WholeFiles, source: Uri, target: Uri): Promise<void> =>
  inPlaceOf(files, target, false, (draft) => files.copy(source, draft, { overwrite: false }));

/** A folder that is being made. */
export interface WholeFolder {
  /** Where it is made. */
  readonly draft: Uri;
  /** Writes a file in it. @param path in the folder, with `/` */
  readonly put: (path: string, bytes: Uint8Array) => Promise<void>;
  /** All of it is there. @throws what the file system throws, also where another one is there meanwhile */
  readonly end: () => Promise<void>;
  /** Nothing of it stays. */
  readonly drop: () => Promise<void>;
}

export function wholeFolder(
  files: Pick<WholeFiles, 'writeFile' | 'rename' | 'delete'>,
  target: Uri,
): WholeFolder {
  const draft = draftOf(target);
  return {
    draft,
    put: async (path, bytes) => files.writeFile(draft.with({ path: `${draft.path}/${path}` }), bytes),
    end: async () => files.rename(draft, target, { overwrite: false }),
    // It may never have been begun.
    drop: () =>
      Promise.resolve(files.delete(draft, { recursive: true, useTrash: false })).catch(() => undefined),
  };
}

/** Removes a folder in which nothing is left. @throws what the file system throws, also where something has come into it */
export const removeEmptyFolder = async (files: Pick<WholeFiles, 'delete'>, folder: Uri): Promise<void> =>
  files.delete(folder, { recursive: false, useTrash: false });

/** A short name, as that of the file may be as long as a name can be. */
const draftOf = (target: Uri): Uri =>
  target.with({ path: target.path.replace(/[^/]*$/, `.${Date.now().toString(36)}.part`) });

async function inPlaceOf(
  files: WholeFiles,
  target: Uri,
  overwrite: boolean,
  make: (draft: Uri) => Thenable<void>,
): Promise<void> {
  const draft = draftOf(target);
  try {
    await make(draft);
    await files.rename(draft, target, { overwrite });
  } catch (error) {
    // VS Code takes the old file away before it gives its name to the new one: what is whole is never the one to go.
    const isLost = overwrite && (await typeOf(files, target)) === undefined;
    if (!isLost) await Promise.resolve(files.delete(draft, { useTrash: false })).catch(() => undefined);
    throw error;
  }
}

const typeOf = (files: WholeFiles, uri: Uri): Promise<number | undefined> =>
  Promise.resolve(files.stat(uri)).then(
    ({ type }) => type,
    () => undefined,
  );
