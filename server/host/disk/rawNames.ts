/** Names of files that are not UTF-8, as Linux allows them. In a URI each of their bytes can be written (RFC 3986, 2.5). */
import * as fs from 'node:fs';
import type { Uri } from '../../core/text/span';
import { joinPath } from '../../core/text/uri';
import { skippedFolders } from '../files/fileAccess';

/** A path from bytes, with `/`: as it is where it is UTF-8; else each segment that is not as a part of a URI. */
export const pathOfBytes = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .split('/')
    .map((segment) => nameOfBytes(Buffer.from(segment, 'latin1')))
    .join('/');

function nameOfBytes(bytes: Buffer): string {
  const text = bytes.toString();
  return isUtf8(bytes, text) ? text : uriSegmentOf(bytes);
}

export const isUtf8 = (bytes: Buffer, text = bytes.toString()): boolean => Buffer.from(text).equals(bytes);

/** `caf%E9.md`: what is not unreserved is written by its bytes. */
export const uriSegmentOf = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

/** Why such a file is left out, for people. */
export const misnamedReason = (name: string): string =>
  `its name is not written in UTF-8 (${name}), so that most programs cannot open it. Rename it.`;

/** Whether a part of a URI stands for bytes that are no text. */
export function isRaw(segment: string): boolean {
  if (!segment.includes('%')) return false;
  try {
    decodeURIComponent(segment);
    return false;
  } catch {
    return true;
  }
}

export interface Misnamed {
  /** The names as they come as text, with marks for what is none. */
  readonly names: ReadonlySet<string>;
  /** Files of such names, and all that folders of such names hold. */
  readonly files: readonly Uri[];
}

/** What a folder holds under names that are not UTF-8. */
export function misnamedIn(uri: Uri, place: string): Misnamed {
  const entries = rawEntries(Buffer.from(place)).filter(({ name }) => !isUtf8(name));
  return {
    names: new Set(entries.map(({ name }) => name.toString())),
    files: entries.flatMap((entry) => filesAt(uri, Buffer.from(place), entry)),
  };
}

interface RawEntry {
  readonly name: Buffer;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

function filesAt(above: Uri, place: Buffer, { name, isFile, isFolder }: RawEntry): readonly Uri[] {
  const text = name.toString();
  const uri = isUtf8(name, text) ? joinPath(above, text) : `${above}/${uriSegmentOf(name)}`;
  if (isFile) return [uri];
  if (!isFolder || skippedFolders.has(text)) return [];
  const here = Buffer.concat([place, Buffer.from('/'), name]);
  return rawEntries(here).flatMap((entry) => filesAt(uri, here, entry));
}

function rawEntries(place: Buffer): readonly RawEntry[] {
  try {
    return fs.readdirSync(place, { encoding: 'buffer' }).map((name) => {
      const there = fs.lstatSync(Buffer.concat([place, Buffer.from('/'), name]));
      return { name, isFile: there.isFile(), isFolder: there.isDirectory() };
    });
  } catch {
    // It may not be read, or went while we looked.
    return [];
  }
}

export const isMisnamed = (uri: Uri): boolean => uri.includes('%') && uri.split('/').some(isRaw);
