/** A ZIP file that says of its entries what is not so: nothing is unpacked beyond what it promises. */
import { deepEqual, equal } from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { nodePackMeans } from '../../../../server/host/disk/packPlace';
import { plainPackMeans } from '../../../../server/exchange/pack/plainMeans';
import { zipEntries } from '../../../../server/exchange/pack/zipEntries';

const at = (bytes: Uint8Array) => (from: number, length: number) => bytes.subarray(from, from + length);

for (const [where, { inflate, fingerprint }] of [
  ['by Node', nodePackMeans],
  ['where there is no Node', plainPackMeans],
] as const) {
  /** The lengths of what can be unpacked of a ZIP with one entry, of which its directory says how long it is. */
  const lengthsOf = (text: string, said: number): readonly (number | undefined)[] | undefined => {
    const bytes = zipSync({ 'a.txt': strToU8(text) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    equal(view.getUint32(directory + 24, true), text.length);
    view.setUint32(directory + 24, said, true);
    return zipEntries(at(bytes), bytes.length, inflate)?.map(({ read }) => read()?.length);
  };

  describe(`An entry of a ZIP file, unpacked ${where}`, () => {
    const text = 'a'.repeat(1_000_000);
    it('is unpacked where it is as long as it says', () =>
      deepEqual(lengthsOf(text, text.length), [text.length]));
    it('is not unpacked where it would be longer', () => deepEqual(lengthsOf(text, 10), [undefined]));
    it('is not unpacked where it says that it is larger than any file of a pack', () =>
      deepEqual(lengthsOf(text, 100_000_001), [undefined]));
    const named = (change: (view: DataView, end: number, directory: number) => void) => {
      const bytes = zipSync({ 'a.txt': strToU8(text), 'b\\c.txt': strToU8(text) });
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const end = bytes.length - 22;
      change(view, end, view.getUint32(end + 16, true));
      return zipEntries(at(bytes), bytes.length, inflate)?.map(({ name }) => name);
    };
    const count = (said: number) => (view: DataView, end: number) => view.setUint16(end + 10, said, true);
    it('has a name with slashes, whoever wrote it', () =>
      deepEqual(
        named(() => undefined),
        ['a.txt', 'b/c.txt'],
      ));
    it('may be one of more than are counted', () => deepEqual(named(count(0xffff)), ['a.txt', 'b/c.txt']));
    it('is not hidden by a number that leaves it out', () => equal(named(count(1)), undefined));
    it('is not looked for by a number that is too large', () => equal(named(count(3)), undefined));
    it('does not lie in another', () =>
      equal(
        named((view, end, directory) => view.setUint32(directory + 20, end, true)),
        undefined,
      ));
    it('may be empty', () => deepEqual(lengthsOf('', 0), [0]));
    it('has the fingerprint of FIPS 180-4', () =>
      deepEqual(fingerprint([strToU8('a'), strToU8('bc')]), {
        size: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      }));
    for (const [what, bytes] of [
      ['nothing', new Uint8Array()],
      ['a text', strToU8('Not packed.')],
      ['the start of one', zipSync({ 'a.txt': strToU8(text) }).subarray(0, 60)],
    ] as const)
      it(`is none in ${what}`, () => equal(zipEntries(at(bytes), bytes.length, inflate), undefined));
  });
}
