/**
 * Folders that are written whole or not at all: under a name beside that nobody can guess, which takes its place when
 * all of it is there. What stood there before stays until then.
 */
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { holdSignals } from './heldSignals';
import { randomName } from './randomName';
import { giveTo, syncFolder, writeAll } from './wholeFile';
import { cannotWrite, WriteError } from './writeError';

/** @param path below the folder, with `/`; it leads nowhere else */
export type Put = (path: string, chunks: Iterable<Uint8Array>) => void;

/**
 * Makes a folder, or replaces the one that is there with all that is in it; owner and rights stay.
 * @throws WriteError, and then all is as it was, unless it says otherwise
 */
export function writeWholeFolder(folder: string, fill: (put: Put) => void): void {
  const place = resolve(folder);
  const nameBeside = (ending: string): string => join(dirname(place), `.${randomName(12)}.${ending}`);
  const [draft, before] = [nameBeside('part'), nameBeside('old')];
  const held = holdSignals();
  try {
    const like = folderAt(place);
    fs.mkdirSync(draft, like ? 0o700 : 0o777);
    fill(putIn(draft));
    if (like) makeLike(draft, like);
    const there = folderAt(place);
    if (there) fs.renameSync(place, before);
    try {
      fs.renameSync(draft, place);
    } catch (error) {
      if (there) fs.renameSync(before, place);
      throw error;
    }
    if (there) remove(before, folder);
    syncFolder(dirname(place));
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
    held.release();
  }
}

/** What is to be replaced, if anything is there. @throws where it is no folder, or one that may not be changed */
function folderAt(place: string): fs.Stats | undefined {
  const there = fs.lstatSync(place, { throwIfNoEntry: false });
  if (!there) return undefined;
  if (!there.isDirectory()) throw new WriteError(`${basename(place)} is no folder, and is left alone.`);
  // The rights of the folder that it is in would be enough to move it away.
  fs.accessSync(place, fs.constants.W_OK);
  return there;
}

function putIn(draft: string): Put {
  const made = new Set([draft]);
  return (path, chunks) => {
    const parts = path.split('/');
    if (parts.some((part) => /^\.{0,2}$|[\\\0]/.test(part)))
      throw new WriteError(`${path} is no name for a file.`);
    const file = join(draft, ...parts);
    if (!made.has(dirname(file))) fs.mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    // `wx`: whatever has this name already, a link too, is not opened.
    const descriptor = fs.openSync(file, 'wx');
    try {
      for (const chunk of chunks) writeAll(descriptor, chunk);
    } finally {
      fs.closeSync(descriptor);
    }
  };
}

/** Windows opens no folders, and knows none of these rights. */
function makeLike(folder: string, like: fs.Stats): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    giveTo(descriptor, like);
  } finally {
    fs.closeSync(descriptor);
  }
}

function remove(before: string, folder: string): void {
  try {
    fs.rmSync(before, { recursive: true, force: true });
  } catch {
    throw new WriteError(
      `${folder} is written, but not all of what stood there before could be removed: the rest is in ${before}.`,
    );
  }
}
