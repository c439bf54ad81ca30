/** A ZIP file as it is made by the host's own DEFLATE and by ours: what is unpacked is what was put in. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { zipMaker } from '../../../../server/exchange/pack/zip';
import type { Deflate } from '../../../../server/exchange/pack/zip';
import { nodeDeflate } from '../../../../server/host/disk/nodeDeflate';

type Entries = Readonly<Record<string, readonly Uint8Array[]>>;

const bytesOf = (length: number, of: (at: number) => number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => of(at) % 256);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const all = (chunks: readonly Uint8Array[]): Uint8Array => Uint8Array.from(chunks.flatMap((one) => [...one]));

function zipOf(entries: Entries, deflate: Deflate | undefined): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = zipMaker((bytes) => void written.push(bytes), deflate);
  for (const [name, chunks] of Object.entries(entries)) zip.add(name, chunks);
  zip.end();
  return all(written);
}

const entries: Entries = {
  'nothing.html': [],
  'empty.html': [new Uint8Array(0)],
  'short.html': [text('Words')],
  'é/many.html': Array.from({ length: 3000 }, (_, at) => text(`<p>${at}</p>`)),
  'exact.html': [bytesOf(1_000_000, (at) => at)],
  'long.html': [bytesOf(999_999, (at) => at * at), bytesOf(2, () => 7), bytesOf(1_500_000, (at) => at >> 3)],
  'noise.txt': [bytesOf(70_000, (at) => Math.imul(at + 1, 2654435761) >>> 13)],
  'packed.pdf': [text('%PDF'), text('-1.4')],
};

describe('A ZIP file', () => {
  for (const [name, deflate] of [['of the host', nodeDeflate], ['of JavaScript', undefined]] as const) {
    it(`holds what was put in: ${name}`, () => {
      const back = unzipSync(zipOf(entries, deflate));
      deepEqual(Object.keys(back), Object.keys(entries));
      for (const [path, chunks] of Object.entries(entries)) deepEqual(back[path], all(chunks), path);
    });
    it(`is smaller than what it holds: ${name}`, () => {
      const html = { 'a.html': [text('<p>The same words</p>\n'.repeat(20_000))] };
      ok(zipOf(html, deflate).length < 10_000);
    });
    it(`is the same twice: ${name}`, () => deepEqual(zipOf(entries, deflate), zipOf(entries, deflate)));
  }
  it('is handed on in stretches, and holds no file as a whole', () => {
    let largest = 0;
    const zip = zipMaker((bytes) => void (largest = Math.max(largest, bytes.length)), (bytes, isLast) => {
      ok(bytes.length <= 1_100_000);
      return nodeDeflate(bytes, isLast);
    });
    zip.add('a.txt', Array.from({ length: 50 }, (_, at) => bytesOf(100_000, (place) => place * at)));
    zip.end();
    ok(largest < 1_100_000);
    equal(largest > 0, true);
  });
}); // prettier-ignore
