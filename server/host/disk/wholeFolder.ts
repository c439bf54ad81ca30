/**
 * Folders and large files that are written whole or not at all: under a name beside that nobody can guess, which takes
 * its place when all of it is there. What stood there before stays until then.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { holdSignals } from './heldSignals';
import { cannotWrite, WriteError } from './writeError';

/** @param path below the folder, with `/`; it leads nowhere else */
export type Put = (path: string, chunks: Iterable<Uint8Array>) => void;

/** Makes a folder, or replaces the one that is there with all that is in it. @throws WriteError, and then all is as it was */
export function writeWholeFolder(folder: string, fill: (put: Put) => void): void {
  inPlaceOf(folder, (draft) => {
    fs.mkdirSync(draft);
    const made = new Set([draft]);
    fill((path, chunks) => {
      const parts = path.split('/');
      if (parts.some((part) => /^\.{0,2}$|[\\\0]/.test(part)))
        throw new WriteError(`${path} is no name for a file.`);
      const file = join(draft, ...parts);
      if (!made.has(dirname(file))) fs.mkdirSync(dirname(file), { recursive: true });
      made.add(dirname(file));
      writeNew(file, (write) => {
        for (const chunk of chunks) write(chunk);
      });
    });
  });
}

/** The same of one file, whose bytes come one stretch after the other. @throws WriteError */
export const writeWholeStream = (file: string, fill: (write: (bytes: Uint8Array) => void) => void): void =>
  inPlaceOf(file, (draft) => writeNew(draft, fill));

function writeNew(file: string, fill: (write: (bytes: Uint8Array) => void) => void): void {
  // `wx`: whatever has this name already, a link too, is not opened.
  const descriptor = fs.openSync(file, 'wx');
  try {
    fill((bytes) => {
      for (let at = 0; at < bytes.length;) at += fs.writeSync(descriptor, bytes, at);
    });
  } finally {
    fs.closeSync(descriptor);
  }
}

function inPlaceOf(wanted: string, make: (draft: string) => void): void {
  const place = resolve(wanted);
  const nameBeside = (ending: string): string =>
    join(dirname(place), `.${randomBytes(12).toString('hex')}.${ending}`);
  const [draft, before] = [nameBeside('part'), nameBeside('old')];
  const held = holdSignals();
  try {
    make(draft);
    const there = fs.lstatSync(place, { throwIfNoEntry: false });
    if (there && !there.isFile() && !there.isDirectory())
      throw new WriteError(`${basename(place)} is a symbolic link or a device, and is left alone.`);
    if (there) fs.renameSync(place, before);
    try {
      fs.renameSync(draft, place);
    } catch (error) {
      if (there) fs.renameSync(before, place);
      throw error;
    }
    fs.rmSync(before, { recursive: true, force: true });
  } catch (error) {
    throw cannotWrite(wanted, error);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
    held.release();
  }
}
