/** The files of a ZIP by its central directory (APPNOTE 6.3, 4.3.12): one at a time, and never more than it may hold. */
import type { BytesAt, PackMeans } from '../../core/pack/place';
import { largestCopy } from '../../core/pack/sources';

export interface ZipEntry {
  readonly name: string;
  /** Undefined where it cannot be unpacked, or is larger than any file of a pack. */
  readonly read: () => Uint8Array | undefined;
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const mostEntries = 200_000;

/** @param size of the file, in bytes. @returns undefined where it is no ZIP that can be read */
export function zipEntries(
  bytesAt: BytesAt,
  size: number,
  inflate: PackMeans['inflate'],
): readonly ZipEntry[] | undefined {
  // What ends the file may be followed by a remark of up to 65,535 bytes.
  const tail = viewOf(bytesAt(Math.max(0, size - 65_557), Math.min(size, 65_557)));
  const end = endIn(tail);
  if (end === undefined) return undefined;
  const count = tail.getUint16(end + 10, true);
  const length = Math.min(tail.getUint32(end + 12, true), size);
  const directory = bytesAt(tail.getUint32(end + 16, true), length);
  const places = placesIn(directory);
  // One that its number leaves out would be unpacked by some programs and not by others; what lies in each other could
  // be unpacked without an end. Of a number there is room for 65,535 (4.4.22).
  const isTold = (places?.length ?? 0) % 0x10000 === count || count === 0xffff;
  const packed = places?.reduce((sum, { place }) => sum + place.packed, 0) ?? 0;
  if (!places || !isTold || packed > size) return undefined;
  return places.map(({ name, place }) => ({ name, read: () => contentOf(bytesAt, place, inflate) }));
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

function endIn(tail: DataView): number | undefined {
  for (let at = tail.byteLength - 22; at >= 0; at--)
    if (tail.getUint32(at, true) === signatures.end) return at;
  return undefined;
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

function placesIn(directory: Uint8Array): readonly Named[] | undefined {
  const view = viewOf(directory);
  const places: Named[] = [];
  const text = new TextDecoder();
  for (let at = 0; at + 46 <= directory.length;) {
    if (places.length >= mostEntries || view.getUint32(at, true) !== signatures.entry) return undefined;
    const [name = 0, extra = 0, remark = 0] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const place = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    // PowerShell before 6 writes the folders of a name as Windows does, which none may (4.4.17.1).
    const path = text.decode(directory.subarray(at + 46, at + 46 + name)).replaceAll('\\', '/');
    places.push({ name: path, place });
    at += 46 + name + extra + remark;
  }
  return places;
}

interface Place {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
}

function contentOf(
  bytesAt: BytesAt,
  { method, packed, unpacked, start }: Place,
  inflate: PackMeans['inflate'],
): Uint8Array | undefined {
  if (packed > largestCopy || unpacked > largestCopy) return undefined;
  const local = viewOf(bytesAt(start, 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== signatures.local) return undefined;
  const content = bytesAt(start + 30 + local.getUint16(26, true) + local.getUint16(28, true), packed);
  if (method === 0) return content;
  try {
    // What a file promises to unpack to may be a lie.
    return method === 8 ? inflate(content, unpacked) : undefined;
  } catch {
    return undefined;
  }
}
