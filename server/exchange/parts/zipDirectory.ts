/** Where the files of a ZIP lie, by its central directory (APPNOTE 6.3, 4.3.12), also in the form for large files (4.3.14). */
import type { BytesAt } from '../../core/pack/place';

export interface ZipPlace {
  /** With `/`. */
  readonly name: string;
  /** How it is packed: 0 not at all, 8 by DEFLATE (4.4.5). */
  readonly method: number;
  /** In bytes. */
  readonly packed: number;
  /** In bytes, as the file promises. */
  readonly unpacked: number;
  /** Of its header. */
  readonly start: number;
  readonly hasPassword: boolean;
}

const signatures = { end: 0x06054b50, largeEnd: 0x06064b50, locator: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 }; // prettier-ignore
const mostEntries = 200_000;
const [full16, full32] = [0xffff, 0xffffffff];

/** @param size of the file, in bytes. @returns undefined where it is no ZIP that can be read */
export function zipPlaces(bytesAt: BytesAt, size: number): readonly ZipPlace[] | undefined {
  // What ends the file may be followed by a remark of up to 65,535 bytes.
  const from = Math.max(0, size - 65_557);
  const tail = viewOf(bytesAt(from, Math.min(size, 65_557)));
  const end = endIn(tail);
  if (end === undefined) return undefined;
  const { count, length, start } = largeEnd(bytesAt, tail, end) ?? {
    count: tail.getUint16(end + 10, true),
    length: tail.getUint32(end + 12, true),
    start: tail.getUint32(end + 16, true),
  };
  const places = placesIn(bytesAt(start, Math.min(length, size)));
  // One that its number leaves out would be unpacked by some programs and not by others; what lies in each other could
  // be unpacked without an end. Of a number there is room for 65,535 (4.4.22).
  const isTold = (places?.length ?? 0) % 0x10000 === count % 0x10000 || count === full16;
  const packed = places?.reduce((sum, place) => sum + place.packed, 0) ?? 0;
  return places && isTold && packed <= size ? places : undefined;
}

/** The bytes of a file as they are packed; undefined where they are not there. */
export function packedBytes(bytesAt: BytesAt, { start, packed }: ZipPlace): Uint8Array | undefined {
  const local = viewOf(bytesAt(start, 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== signatures.local) return undefined;
  return bytesAt(start + 30 + local.getUint16(26, true) + local.getUint16(28, true), packed);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

function endIn(tail: DataView): number | undefined {
  for (let at = tail.byteLength - 22; at >= 0; at--)
    if (tail.getUint32(at, true) === signatures.end) return at;
  return undefined;
}

interface Directory {
  readonly count: number;
  readonly length: number;
  readonly start: number;
}

/** What programs write who did not know how large the file would become. */
function largeEnd(bytesAt: BytesAt, tail: DataView, end: number): Directory | undefined {
  if (end < 20 || tail.getUint32(end - 20, true) !== signatures.locator) return undefined;
  const found = viewOf(bytesAt(Number(tail.getBigUint64(end - 12, true)), 56));
  if (found.byteLength < 56 || found.getUint32(0, true) !== signatures.largeEnd) return undefined;
  const [count = 0, length = 0, start = 0] = [32, 40, 48].map((at) => Number(found.getBigUint64(at, true)));
  return { count, length, start };
}

function placesIn(directory: Uint8Array): readonly ZipPlace[] | undefined {
  const view = viewOf(directory);
  const places: ZipPlace[] = [];
  const text = new TextDecoder();
  for (let at = 0; at + 46 <= directory.length;) {
    if (places.length >= mostEntries || view.getUint32(at, true) !== signatures.entry) return undefined;
    const [name = 0, extra = 0, remark = 0] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    if (at + 46 + name + extra > directory.length) return undefined;
    const sizes = [24, 20, 42].map((place) => view.getUint32(at + place, true));
    const [unpacked = 0, packed = 0, start = 0] = withLarge(sizes, view, at + 46 + name, extra);
    places.push({
      // PowerShell before 6 writes the folders of a name as Windows does, which none may (4.4.17.1).
      name: text.decode(directory.subarray(at + 46, at + 46 + name)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      packed,
      unpacked,
      start,
      hasPassword: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + name + extra + remark;
  }
  return places;
}

/** Numbers for which there is no room stand behind the name, in the same order (4.5.3). */
function withLarge(
  sizes: readonly number[],
  view: DataView,
  from: number,
  length: number,
): readonly number[] {
  if (!sizes.includes(full32)) return sizes;
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), from + length);
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== full32 || next + 8 > end) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return sizes;
}
