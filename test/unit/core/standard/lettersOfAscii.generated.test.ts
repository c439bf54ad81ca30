/** A text of ASCII is searched without the letters of other scripts, and what is found in it is the same. */
import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { identifierPattern } from '../../../../server/core/standard/identifiers';
import { significantWords } from '../../../../server/core/text/words';
import { runs } from '../../support/runs';

const piece = fc.constantFrom(
  '1',
  '23',
  '.',
  '-',
  '_',
  '(',
  ')',
  ' ',
  'A',
  'ac',
  'AC',
  ',',
  '/',
  '\n',
  'services',
  'policy',
  'Z',
  '0',
  '~',
  '\x7F',
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')); // prettier-ignore
const ids = fc.array(fc.constantFrom('1.1', '1.1.1', 'AC-2(1)', 'AC-2', 'A', 'a1', '1', 'x_1', '1-2', 'é1'), {
  minLength: 1,
});

/** Behind a blank: it is beside nothing that is found, and no word of its own. */
const withAnother = (written: string): string => `${written} é`;

describe('A text of ASCII, beside the same with one other letter', () => {
  it('has the same IDs', () =>
    fc.assert(
      fc.property(ids, text, (known, written) => {
        const { find } = identifierPattern(known);
        deepEqual(find(written), find(withAnother(written)));
        deepEqual(find(withAnother(written), 0, written.length), find(written));
      }),
      { numRuns: runs(1000) },
    ));

  it('has the same words', () =>
    fc.assert(
      fc.property(text, (written) => {
        deepEqual(significantWords(written), significantWords(withAnother(written)));
      }),
    ));
});
