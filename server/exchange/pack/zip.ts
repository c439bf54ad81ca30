/** A ZIP file that is handed on while it is made. The same files in the same order are the same bytes. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipMaker {
  /** @param name a path with `/`, which ZIP keeps in UTF-8 and says so */
  readonly add: (name: string, chunks: Iterable<Uint8Array>) => void;
  readonly end: () => void;
}

/** They are packed already. */
const packed = /\.(?:pdf|png|jpe?g|gif|webp|avif|zip|docx|xlsx|pptx|od[tsp]|mp[34]|m4[av]|mov|gz|7z)$/i;

// No clock. ZIP has the time as a clock on the wall shows it, and begins in 1980.
const earliest = new Date(1980, 0, 1);

/** @param write is given the bytes of the file, one stretch after the other */
export function zipMaker(write: (bytes: Uint8Array) => void): ZipMaker {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    add: (name, chunks) => {
      // Else each entry takes a table of two megabytes: 128 KB find nearly as much that is said twice.
      const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6, mem: 4 });
      entry.mtime = earliest;
      zip.add(entry);
      for (const chunk of chunks) entry.push(chunk);
      entry.push(new Uint8Array(0), true);
    },
    end: () => zip.end(),
  };
}
