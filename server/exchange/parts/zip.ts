/** Packed files (ZIP), which office files are, without letting them unpack to more than they may. */
import { strToU8, Unzip, UnzipInflate, zipSync } from 'fflate';
import { decodeText } from './decode';
import { joined } from './joined';
import { ExchangeError, limits } from './limits';

export type Parts = ReadonlyMap<string, string>;

export const looksPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The container of old office files, and of new ones with a password. */
export const looksOld = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

/** Bytes that are unpacked at a time: they give at most a thousand times as many. */
const step = 16 * 1024;

/**
 * Unpacks those parts whose names are wanted.
 * @throws ExchangeError where it is damaged or too large
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Parts {
  const contents = new Map<string, Uint8Array[]>();
  let entries = 0;
  let unpacked = 0;
  // What a file promises to unpack to may be a lie, so that what comes out is counted.
  const unzip = new Unzip((file) => {
    if (++entries > limits.entries) throw new ExchangeError('The file holds too many files inside it.');
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    contents.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > limits.unpacked)
        throw new ExchangeError('The file unpacks to far more than tables need, and was left alone.');
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  guarded(() => {
    for (let at = 0; at < bytes.length; at += step)
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  });
  return new Map([...contents].map(([name, chunks]) => [name, decodeText(joined(chunks))]));
}

function guarded<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExchangeError) throw error;
    throw new ExchangeError('The file is damaged and cannot be unpacked. Save it again and try once more.');
  }
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
