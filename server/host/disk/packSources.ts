/** Files on the disk that are to be copied into a pack: looked at first, and read in stretches. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Look } from '../../core/pack/sources';
import { largestCopy } from '../../core/pack/sources';
import type { Uri } from '../../core/text/span';
import { diskPath } from './diskPath';
import { lfsPointer } from './lfsPointer';
import { followerWithin } from './linksWithin';

export interface PackSources {
  readonly look: (uri: Uri) => Look;
  /** The bytes of a file that was looked at, one stretch after the other. @throws where it is not there any more */
  readonly read: (uri: Uri) => Iterable<Uint8Array>;
}

const leftOut = (why: string): Look => ({ kind: 'left out', why });

/**
 * @param boundary a folder: nothing outside of it is looked at, whichever way a path or a link leads there
 * @param output where the pack is written: what is there already is no part of the next one
 */
export function packSourcesIn(boundary: string, output: string): PackSources {
  const follow = followerWithin(boundary);
  const place = (uri: Uri): { readonly place: string } | { readonly why: string } => {
    const written = diskPath(uri);
    const led = written === undefined ? undefined : follow(written);
    if (written === undefined || !led) return { why: 'its address leads to no file' };
    if (led.kind === 'outside') return { why: 'it is outside of the repository' };
    if (led.kind === 'absent')
      return { why: led.dangling ? 'it is a symbolic link that leads to nothing' : 'there is no such file' };
    if (led.place.split(path.sep).some((name) => name.toLowerCase() === '.git'))
      return { why: 'it belongs to git itself' };
    const below = path.relative(output, led.place);
    return below === '' || (!below.startsWith('..') && !path.isAbsolute(below))
      ? { why: 'it is a part of the pack itself' }
      : { place: led.place };
  };
  return {
    look: (uri) => {
      const found = place(uri);
      return 'why' in found ? leftOut(found.why) : lookAt(found.place);
    },
    read: (uri) => {
      const found = place(uri);
      if ('why' in found) throw new Error(found.why);
      return stretchesOf(found.place);
    },
  };
}

// A pipe would be waited for, and a link that is there all of a sudden followed. Windows has neither.
const { O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants as Partial<typeof fs.constants>;
const reading = fs.constants.O_RDONLY | O_NONBLOCK | O_NOFOLLOW;

function lookAt(file: string): Look {
  let descriptor: number | undefined;
  try {
    const found = fs.lstatSync(file);
    if (found.isDirectory()) return leftOut('it is a folder');
    // To open a device may do something.
    if (!found.isFile()) return leftOut('it is no ordinary file');
    if (found.size > largestCopy)
      return leftOut(`it is larger than ${largestCopy / 1_000_000} MB: hand it over in another way`);
    descriptor = fs.openSync(file, reading);
    const start = Buffer.alloc(1024);
    const text = found.size > start.length ? '' : start.toString('utf8', 0, fs.readSync(descriptor, start));
    if (lfsPointer(text))
      return leftOut('its content is kept by Git LFS, and was not fetched (“git lfs pull”)');
    return { kind: 'file', bytes: found.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return leftOut(code === 'ENOENT' ? 'there is no such file' : 'it cannot be read');
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

const stretch = 256 * 1024;

/** @throws where it is no file any more, or has grown too large */
export function* stretchesOf(file: string): Generator<Uint8Array> {
  const descriptor = fs.openSync(file, reading);
  try {
    const found = fs.fstatSync(descriptor);
    if (!found.isFile() || found.size > largestCopy) throw new Error(`${file} has changed meanwhile`);
    for (let left = found.size; left > 0;) {
      const bytes = Buffer.allocUnsafe(Math.min(left, stretch));
      const read = fs.readSync(descriptor, bytes);
      if (read === 0) return;
      left -= read;
      yield bytes.subarray(0, read);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}
