/** A pack on the disk, and what Node has to check it. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { PackMeans, PackPlace } from '../../core/pack/place';
import { stretchesOf } from './packSources';

/** Undefined where nothing can be read there. @param use while the file is open */
export function withPackPlace<Result>(place: string, use: (place: PackPlace) => Result): Result | undefined {
  try {
    if (fs.lstatSync(place).isDirectory()) return use(folderAt(place));
    return withFile(place, use);
  } catch {
    return undefined;
  }
}

function folderAt(folder: string): PackPlace {
  const names = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
  return { kind: 'folder', names, read: (name) => ordinaryFile(join(folder, name)) };
}

/** To open a device may do something. */
function ordinaryFile(file: string): Iterable<Uint8Array> {
  if (!fs.lstatSync(file).isFile()) throw new Error(`${file} is no file`);
  return stretchesOf(file);
}

// A pipe would be waited for. Windows has no such flag.
const { O_NONBLOCK = 0 } = fs.constants as Partial<typeof fs.constants>;

function withFile<Result>(file: string, use: (place: PackPlace) => Result): Result {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | O_NONBLOCK);
  try {
    const found = fs.fstatSync(descriptor);
    if (!found.isFile()) throw new Error(`${file} is no file`);
    const { size } = found;
    return use({
      kind: 'file',
      size,
      bytesAt: (at, length) => {
        const found = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
        if (at >= 0 && found.length > 0) fs.readSync(descriptor, found, 0, found.length, at);
        return found;
      },
    });
  } finally {
    fs.closeSync(descriptor);
  }
}

export const nodePackMeans: PackMeans = {
  fingerprint: (stretches) => {
    const hash = createHash('sha256');
    let size = 0;
    for (const stretch of stretches) {
      size += stretch.length;
      hash.update(stretch);
    }
    return { size, sha256: hash.digest('hex') };
  },
  inflate: (packed, most) => inflateRawSync(packed, { maxOutputLength: most + 1 }),
};
