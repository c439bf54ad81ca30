/** A ZIP file that says of its entries what is not so: nothing is unpacked beyond what it promises. */
import { deepEqual, equal } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readZip } from '../../../server/cli/pack/readZip';
import { folderWith, removeFolders } from './support';

afterEach(removeFolders);

/** The lengths of what can be unpacked of a ZIP with one entry, of which its directory says how long it is. */
function lengthsOf(text: string, said: number): readonly (number | undefined)[] | undefined {
  const bytes = zipSync({ 'a.txt': strToU8(text) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  equal(view.getUint32(directory + 24, true), text.length);
  view.setUint32(directory + 24, said, true);
  const file = join(folderWith({}), 'a.zip');
  writeFileSync(file, bytes);
  return readZip(file, (entries) => entries.map(({ read }) => read()?.length));
}

describe('An entry of a ZIP file', () => {
  const text = 'a'.repeat(1_000_000);
  it('is unpacked where it is as long as it says', () =>
    deepEqual(lengthsOf(text, text.length), [text.length]));
  it('is not unpacked where it would be longer', () => deepEqual(lengthsOf(text, 10), [undefined]));
  it('is not unpacked where it says that it is larger than any file of a pack', () =>
    deepEqual(lengthsOf(text, 100_000_001), [undefined]));
});
