/** The files of a ZIP, one at a time, and never more than it may hold. */
import type { BytesAt, PackMeans } from '../../core/pack/place';
import { largestCopy } from '../../core/pack/sources';
import type { ZipPlace } from '../parts/zipDirectory';
import { packedBytes, zipPlaces } from '../parts/zipDirectory';

export interface ZipEntry {
  readonly name: string;
  /** Undefined where it cannot be unpacked, or is larger than any file of a pack. */
  readonly read: () => Uint8Array | undefined;
}

/** @param size of the file, in bytes. @returns undefined where it is no ZIP that can be read */
export const zipEntries = (
  bytesAt: BytesAt,
  size: number,
  inflate: PackMeans['inflate'],
): readonly ZipEntry[] | undefined =>
  zipPlaces(bytesAt, size)?.map((place) => ({
    name: place.name,
    read: () => contentOf(bytesAt, place, inflate),
  }));

function contentOf(bytesAt: BytesAt, place: ZipPlace, inflate: PackMeans['inflate']): Uint8Array | undefined {
  const { method, packed, unpacked } = place;
  if (packed > largestCopy || unpacked > largestCopy) return undefined;
  const content = packedBytes(bytesAt, place);
  if (content === undefined || method === 0) return content;
  try {
    // What a file promises to unpack to may be a lie.
    return method === 8 ? inflate(content, unpacked) : undefined;
  } catch {
    return undefined;
  }
}
