/** Our SHA-256 against Node's. */
import { equal } from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { sha256 } from '../../../../server/core/pack/sha256';

const theirs = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('SHA-256', () => {
  it('is that of the specification', () =>
    equal(
      sha256(new TextEncoder().encode('abc')),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ));

  it('is what Node says, at every length around the ends of blocks', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
      equal(sha256(bytes), theirs(bytes), String(length));
    }
  });

  it('is that of a part of a buffer', () => {
    const bytes = new TextEncoder().encode('x'.repeat(300)).subarray(7, 207);
    equal(sha256(bytes), theirs(bytes));
  });

  it('is what Node says of large files', () => {
    const bytes = randomBytes(3_000_001);
    equal(sha256(bytes), theirs(bytes));
  });
});
