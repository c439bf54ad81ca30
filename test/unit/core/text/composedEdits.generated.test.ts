/** Edits made one after the other, as edits of the first text. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { composed } from '../../../../server/core/text/composedEdits';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';
import { spanOf } from '../../../../server/core/text/span';
import { runs } from '../../support/runs';

/** Edits of a text that touch each other nowhere, some of which put in or take out nothing. */
const editsOf = (text: string): fc.Arbitrary<readonly Edit[]> =>
  fc
    .uniqueArray(fc.nat(text.length), { maxLength: 8 })
    .map((places) => [...places].sort((left, right) => left - right))
    .chain((places) =>
      fc.tuple(
        ...Array.from({ length: places.length >> 1 }, (_, at) =>
          fc.tuple(fc.boolean(), fc.constantFrom('', 'X', 'YZ')).map(([takes, newText]): Edit => ({
            span: spanOf(places[2 * at]!, places[2 * at + (takes ? 1 : 0)]!),
            newText,
          })),
        ),
      ),
    );

const lots = fc
  .string({ maxLength: 12 })
  .chain((text) => fc.tuple(fc.constant(text), editsOf(text)))
  .chain(([text, first]) =>
    fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first))),
  );

describe('Two lots of edits as one', () => {
  it('make of the text what one does after the other', () => {
    let both = 0;
    fc.assert(
      fc.property(lots, ([text, first, second]) => {
        const one = composed(text.length, first, second);
        equal(applyEdits(text, one), applyEdits(applyEdits(text, first), second));
        if (first.length > 0 && second.length > 0) both++;
      }),
      { numRuns: runs(3000) },
    );
    ok(both > 500, `Only ${both} times there were two lots.`);
  });

  it('leave out what neither has touched', () =>
    deepEqual(composed(9, [{ span: spanOf(1, 2), newText: 'xx' }], [{ span: spanOf(7, 8), newText: 'y' }]), [
      { span: spanOf(1, 2), newText: 'xx' },
      { span: spanOf(6, 7), newText: 'y' },
    ]));
});
