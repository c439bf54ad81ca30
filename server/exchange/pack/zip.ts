/** A ZIP file that is handed on while it is made. The same files in the same order are the same bytes. */
import { deflateSync, Zip, ZipPassThrough } from 'fflate';

export interface ZipMaker {
  /** @param name a path with `/`, which ZIP keeps in UTF-8 and says so */
  readonly add: (name: string, chunks: Iterable<Uint8Array>) => void;
  readonly end: () => void;
}

/** A stretch of DEFLATE that leans on none before it; all but the last one end at a byte, and do not end the whole. */
export type Deflate = (bytes: Uint8Array, isLast: boolean) => Uint8Array<ArrayBuffer>;

/** They are packed already. */
const packed = /\.(?:pdf|png|jpe?g|gif|webp|avif|zip|docx|xlsx|pptx|od[tsp]|mp[34]|m4[av]|mov|gz|7z)$/i;

// No clock. ZIP has the time as a clock on the wall shows it, and begins in 1980.
const earliest = new Date(1980, 0, 1);

/**
 * @param write is given the bytes of the file, one stretch after the other
 * @param deflate what the host has of its own, which is many times as fast as JavaScript
 */
export function zipMaker(write: (bytes: Uint8Array) => void, deflate?: Deflate): ZipMaker {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    add: (name, chunks) => {
      const entry = packed.test(name) ? new ZipPassThrough(name) : new Deflating(name, deflate);
      entry.mtime = earliest;
      zip.add(entry);
      for (const chunk of chunks) entry.push(chunk);
      entry.push(new Uint8Array(0), true);
    },
    end: () => zip.end(),
  };
}

/** In bytes: as much as is packed at once, and is held. */
const stretch = 1_000_000;

/**
 * Without the host's, each file by itself: what fflate packs in stretches, such as fonts and other noise, it may not
 * unpack again (https://github.com/101arrowz/fflate/issues/282).
 */
class Deflating extends ZipPassThrough {
  override compression = 8;
  readonly #deflate: Deflate | undefined;
  #waiting: Uint8Array[] = [];
  #length = 0;

  constructor(name: string, deflate: Deflate | undefined) {
    super(name);
    this.#deflate = deflate;
  }

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    this.#waiting.push(chunk);
    this.#length += chunk.length;
    if (!isLast && (this.#deflate === undefined || this.#length < stretch)) return;
    const bytes = joined(this.#waiting, this.#length);
    this.ondata(null, this.#deflate?.(bytes, isLast) ?? deflateSync(bytes), isLast);
    this.#waiting = [];
    this.#length = 0;
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
