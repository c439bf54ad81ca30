/** A ZIP file that is handed on while it is made. The same files in the same order are the same bytes. */
import { deflateSync, Zip, ZipPassThrough } from 'fflate';
import { joined } from '../parts/joined';

export interface ZipMaker {
  /**
   * @param name a path with `/`, which ZIP keeps in UTF-8 and says so
   * @param chunks with a `deflate` of the host, each may be written over as soon as the next one is asked for
   */
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
  const space = deflate && new Uint8Array(stretch);
  const deflating = (name: string): ZipPassThrough =>
    deflate && space ? new InStretches(name, deflate, space) : new AsAWhole(name);
  return {
    add: (name, chunks) => {
      const entry = packed.test(name) ? new ZipPassThrough(name) : deflating(name);
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

/** By the host's means. The space is that of all files, one after the other. */
class InStretches extends ZipPassThrough {
  override compression = 8;
  readonly #deflate: Deflate;
  readonly #space: Uint8Array;
  #length = 0;

  constructor(name: string, deflate: Deflate, space: Uint8Array) {
    super(name);
    this.#deflate = deflate;
    this.#space = space;
  }

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    for (let at = 0; at < chunk.length;) {
      if (this.#length === this.#space.length) this.#handOn(false);
      const more = chunk.subarray(at, at + this.#space.length - this.#length);
      this.#space.set(more, this.#length);
      this.#length += more.length;
      at += more.length;
    }
    if (isLast) this.#handOn(true);
  }

  #handOn(isLast: boolean): void {
    this.ondata(null, this.#deflate(this.#space.subarray(0, this.#length), isLast), isLast);
    this.#length = 0;
  }
}

/**
 * Without the host's means, each file by itself: what fflate packs in stretches, such as fonts and other noise, it may not
 * unpack again (https://github.com/101arrowz/fflate/issues/282).
 */
class AsAWhole extends ZipPassThrough {
  override compression = 8;
  readonly #waiting: Uint8Array[] = [];

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    this.#waiting.push(chunk);
    if (isLast) this.ondata(null, deflateSync(joined(this.#waiting)), true);
  }
}
