/** Packed files (ZIP), which office files are, without letting them unpack to more than they may. */
import { Inflate, strToU8, zipSync } from 'fflate';
import { decodeText } from './decode';
import { joined } from './joined';
import { ExchangeError, limits } from './limits';
import type { ZipPlace } from './zipDirectory';
import { packedBytes, zipPlaces } from './zipDirectory';

/** The parts of a packed file by their names, without regard to letter case (ECMA-376, part 2, 6.2.2.3). */
export interface Parts {
  /** As they stand there. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Unpacked when it is asked for. @throws ExchangeError where it is damaged, too large, or has a password */
  readonly get: (name: string) => string | undefined;
}

export const looksPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** @throws ExchangeError where it is damaged or holds too much */
export function unpack(bytes: Uint8Array): Parts {
  const bytesAt = (at: number, length: number): Uint8Array => bytes.subarray(at, at + length);
  const places = zipPlaces(bytesAt, bytes.length);
  if (places === undefined) throw new ExchangeError(damaged);
  if (places.length > limits.entries) throw new ExchangeError('The file holds too many files inside it.');
  const byName = new Map(places.map((place) => [keyOf(place.name), place]));
  const texts = new Map<string, string>();
  let room: number = limits.unpacked;
  return {
    names: places.map(({ name }) => name),
    has: (name) => byName.has(keyOf(name)),
    get: (name) => {
      const key = keyOf(name);
      const place = byName.get(key);
      const known = texts.get(key);
      if (known !== undefined || place === undefined) return known;
      const content = contentOf(place, packedBytes(bytesAt, place), room);
      room -= content.length;
      const text = decodeText(content);
      texts.set(key, text);
      return text;
    },
  };
}

const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

const damaged = 'The file is damaged and cannot be unpacked. Save it again and try once more.';

/** Bytes that are unpacked at a time: they give at most a thousand times as many. */
const step = 16 * 1024;

/** What a file promises to unpack to may be a lie, so that what comes out is counted. */
function contentOf(place: ZipPlace, packed: Uint8Array | undefined, room: number): Uint8Array {
  if (place.hasPassword)
    throw new ExchangeError('The file has a password. Save it without one, and try once more.');
  if (packed?.length !== place.packed) throw new ExchangeError(damaged);
  if (place.method !== 0 && place.method !== 8)
    throw new ExchangeError(
      'The file is packed in a way that office programs do not use. Open it, save it again and try once more.',
    );
  const content = place.method === 0 ? packed : inflated(packed, room);
  if (content.length > room) throw tooLarge();
  // Less than there should be: it breaks off.
  if (content.length !== place.unpacked) throw new ExchangeError(damaged);
  return content;
}

const tooLarge = (): ExchangeError =>
  new ExchangeError('The file unpacks to far more than tables need, and was left alone.');

function inflated(packed: Uint8Array, room: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > room) throw tooLarge();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += step)
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    throw error instanceof ExchangeError ? error : new ExchangeError(damaged);
  }
  return joined(chunks);
}

// No clock: the same plan gives the same bytes.
const earliest = new Date(1980, 0, 1);

/** In the order given. The part by which OpenDocument files are told apart is not packed (OpenDocument 1.3, part 2, 3.3). */
export const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [
        name,
        [strToU8(text), { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
    { mtime: earliest },
  );
