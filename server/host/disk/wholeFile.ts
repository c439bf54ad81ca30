/**
 * The one writer of files. A file is written whole or not at all: into a draft beside it under a name that nobody can
 * guess, which then takes its place in one step. Who reads it meanwhile, or after a power cut, sees the old text or the
 * new one. No link is followed, so that nothing in a folder from elsewhere can lead the pen out of it.
 */
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { lockFolder } from './folderLock';
import { holdSignals } from './heldSignals';
import { randomName } from './randomName';
import { cannotWrite, WriteError } from './writeError';

/** All at once, or one stretch after the other. */
type Content = string | Uint8Array | Fill;

/** @throws whatever it cannot go on for; then nothing is written */
export type Fill = (write: (bytes: Uint8Array) => void) => void;

/** Makes a file, or replaces what is there. @throws WriteError, and then all is as it was */
export function writeWhole(file: string, content: Content): void {
  const place = resolve(file);
  putInPlace(file, content, (draft) => {
    moveOver(draft, place);
    return true;
  });
}

/** Makes a file that must not be there yet. @returns false where it is there @throws WriteError */
export function writeNew(file: string, content: Content): boolean {
  const place = resolve(file);
  return putInPlace(file, content, (draft) => tookFreePlace(draft, place));
}

/**
 * Writes a file of which somebody has read what it held. Programs of ours wait for one another; what others write is
 * seen by comparing once more at the last moment.
 * @param before its bytes as they were read; undefined: there was no file
 * @returns false where it holds something else by now: read it again, and apply the edit to that
 * @throws WriteError
 */
export async function writeUnlessChanged(
  file: string,
  before: Uint8Array | undefined,
  content: Content,
): Promise<boolean> {
  const place = resolve(file);
  const lock = await lockFolder(dirname(place)).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  try {
    return putInPlace(file, content, (draft) => {
      if (!lock.isHeld() || !holds(place, before)) return false;
      if (before === undefined) return tookFreePlace(draft, place);
      moveOver(draft, place);
      return true;
    });
  } finally {
    lock.release();
  }
}

/** The bytes of a file; undefined where there is none. @throws WriteError for a link, a folder, a device */
export function bytesToEdit(file: string): Uint8Array | undefined {
  const there = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!there) return undefined;
  ensurePlain(file, there);
  return fs.readFileSync(file);
}

/** Takes a file away that we have made, if it holds what we wrote. @throws WriteError */
export function removeUnlessChanged(file: string, bytes: Uint8Array): void {
  try {
    if (holds(resolve(file), bytes)) fs.rmSync(file);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** @param move puts the draft where it belongs; false: it does not belong there any more */
function putInPlace(file: string, content: Content, move: (draft: string) => boolean): boolean {
  const place = resolve(file);
  const draft = join(dirname(place), `.${randomName(12)}.part`);
  const held = holdSignals();
  try {
    const there = fs.lstatSync(place, { throwIfNoEntry: false });
    if (there) {
      ensurePlain(file, there);
      // The folder's rights alone would let us replace a file that is protected against it.
      fs.closeSync(fs.openSync(place, openForWriting));
    }
    writeDraft(draft, content, there);
    if (!move(draft)) return false;
    syncFolder(dirname(place));
    return true;
  } catch (error) {
    throw cannotWrite(file, error);
  } finally {
    fs.rmSync(draft, { force: true });
    held.release();
  }
}

// Windows knows none of the two; elsewhere a link or a pipe that is there all of a sudden is neither followed nor waited for.
const {
  O_WRONLY,
  O_NOFOLLOW = 0,
  O_NONBLOCK = 0,
} = fs.constants as Partial<typeof fs.constants> & {
  readonly O_WRONLY: number;
};
const openForWriting = O_WRONLY | O_NOFOLLOW | O_NONBLOCK;

function ensurePlain(file: string, there: fs.Stats): void {
  if (there.isFile()) return;
  const name = basename(file);
  if (there.isSymbolicLink())
    throw new WriteError(
      `${file} is a symbolic link, and links are not followed. Work in the folder that ${name} itself is in.`,
    );
  throw new WriteError(there.isDirectory() ? `${file} is a folder.` : `${file} is no ordinary file.`);
}

/** @param like the file that it is to replace */
function writeDraft(draft: string, content: Content, like: fs.Stats | undefined): void {
  // `wx`: whatever has this name already, a link too, is not opened.
  const descriptor = fs.openSync(draft, 'wx', like ? 0o600 : 0o666);
  try {
    if (typeof content === 'function') content((bytes) => writeAll(descriptor, bytes));
    else fs.writeFileSync(descriptor, content);
    if (like) giveTo(descriptor, like);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** A system may take a part only. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(descriptor, bytes, at);
}

/** Owner, group and rights as they were. Only an administrator may give a file away. */
export function giveTo(descriptor: number, { uid, gid, mode }: fs.Stats): void {
  const own = fs.fstatSync(descriptor);
  if (own.uid !== uid) attempted(() => fs.fchownSync(descriptor, uid, gid));
  else if (own.gid !== gid) attempted(() => fs.fchownSync(descriptor, uid, gid));
  const isOfGroup =
    fs.fstatSync(descriptor).gid === gid || attempted(() => fs.fchownSync(descriptor, -1, gid));
  // Where the group cannot be kept, another one must not be let in by it.
  const others = mode & 0o7;
  fs.fchmodSync(descriptor, isOfGroup ? mode & 0o7777 : (mode & 0o700) | (others << 3) | others);
}

function attempted(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** Whether a file holds these bytes still. */
function holds(place: string, bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return !fs.lstatSync(place, { throwIfNoEntry: false });
  return fs.existsSync(place) && Buffer.compare(fs.readFileSync(place), bytes) === 0;
}

/** Unlike a move, a second name is never given to a place that is taken. */
function tookFreePlace(draft: string, place: string): boolean {
  try {
    fs.linkSync(draft, place);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'].includes(code)) throw error;
  }
  // This drive knows no second names.
  if (fs.lstatSync(place, { throwIfNoEntry: false })) return false;
  moveOver(draft, place);
  return true;
}

/** On Windows, a virus scanner or an indexer may hold a file for a moment. */
function moveOver(draft: string, place: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      fs.renameSync(draft, place);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const isPassing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!isPassing || attempt === 10) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * attempt);
    }
  }
}

/** So that the new name outlives a power cut; not every system can do that. */
export function syncFolder(folder: string): void {
  attempted(() => {
    const descriptor = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  });
}
