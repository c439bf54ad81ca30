/** The files of a ZIP by its central directory (APPNOTE 6.3, 4.3.12): one at a time, and never more than it may hold. */
import * as fs from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { largestCopy } from '../../core/pack/sources';

export interface ZipEntry {
  readonly name: string;
  /** Undefined where it cannot be unpacked, or is larger than any file of a pack. */
  readonly read: () => Uint8Array | undefined;
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const mostEntries = 200_000;

/** @returns undefined where it is no ZIP that can be read */
export function readZip<Result>(
  file: string,
  use: (entries: readonly ZipEntry[]) => Result,
): Result | undefined {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY);
  try {
    const { size } = fs.fstatSync(descriptor);
    const bytes = (at: number, length: number): Buffer => {
      const found = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      if (at >= 0 && found.length > 0) fs.readSync(descriptor, found, 0, found.length, at);
      return found;
    };
    const entries = entriesIn(bytes, size);
    return entries && use(entries);
  } finally {
    fs.closeSync(descriptor);
  }
}

type Bytes = (at: number, length: number) => Buffer;

function entriesIn(bytes: Bytes, size: number): readonly ZipEntry[] | undefined {
  // What ends the file may be followed by a remark of up to 65,535 bytes.
  const tail = bytes(Math.max(0, size - 65_557), 65_557);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const directory = bytes(tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), size));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && entries.length < Math.min(count, mostEntries);) {
    if (directory.readUInt32LE(at) !== signatures.entry) return undefined;
    const [name, extra, remark] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    const length = 46 + (name ?? 0) + (extra ?? 0) + (remark ?? 0);
    const [method, packed, unpacked, start] = [
      directory.readUInt16LE(at + 10),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 42),
    ];
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      read: () => contentOf(bytes, { method, packed, unpacked, start }),
    });
    at += length;
  }
  return entries;
}

interface Place {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
}

function contentOf(bytes: Bytes, { method, packed, unpacked, start }: Place): Uint8Array | undefined {
  if (packed > largestCopy || unpacked > largestCopy) return undefined;
  const local = bytes(start, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== signatures.local) return undefined;
  const content = bytes(start + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), packed);
  if (method === 0) return content;
  try {
    // What a file promises to unpack to may be a lie.
    return method === 8 ? inflateRawSync(content, { maxOutputLength: unpacked + 1 }) : undefined;
  } catch {
    return undefined;
  }
}
