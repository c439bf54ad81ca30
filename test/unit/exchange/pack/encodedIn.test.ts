/** Texts as bytes in one space: the same bytes, however they are cut. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { encodedIn } from '../../../../server/exchange/pack/encodedIn';
import { runs } from '../../support/runs';

const text = fc.string({ unit: 'binary', maxLength: 20 }).map((words) => words.toWellFormed());

describe('texts as bytes in one space', () => {
  it('are those of the texts, and of what is in UTF-8 already', () => {
    const piece = fc.oneof(
      text,
      text.map((words) => new TextEncoder().encode(words)),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 4, max: 30 }), (pieces, size) => {
        const stretches = Array.from(encodedIn(new Uint8Array(size), pieces), (bytes) => Buffer.from(bytes));
        deepEqual(Buffer.concat(stretches), Buffer.concat(pieces.map((one) => Buffer.from(one))));
        equal(
          stretches.every(({ length }) => length > 0 && length <= size),
          true,
        );
      }),
      { numRuns: runs(300) },
    );
  });
});
