/** Of edits that would write the same characters, the first one stays; edits that only touch all stay. */
import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { withoutOverlaps } from '../../../../server/core/text/composedEdits';

type Place = readonly [start: number, end: number];
const editsAt = (places: readonly Place[]) =>
  places.map(([start, end], at) => ({ span: { start, end }, newText: String(at) }));
const keptOf = (places: readonly Place[]): string =>
  withoutOverlaps(editsAt(places))
    .map(({ newText }) => newText)
    .join();

describe('withoutOverlaps', () => {
  for (const [name, places, kept] of [
    ['nothing', [], ''],
    ['one', [[2, 5]], '0'],
    [
      'two apart, in the order of their places',
      [
        [6, 8],
        [2, 5],
      ],
      '1,0',
    ],
    [
      'two that touch',
      [
        [2, 5],
        [5, 8],
      ],
      '0,1',
    ],
    [
      'two that touch, the later place first',
      [
        [5, 8],
        [2, 5],
      ],
      '1,0',
    ],
    [
      'the same place twice',
      [
        [2, 5],
        [2, 5],
      ],
      '0',
    ],
    [
      'one that begins in another',
      [
        [2, 5],
        [4, 8],
      ],
      '0',
    ],
    [
      'one that ends in another',
      [
        [4, 8],
        [2, 5],
      ],
      '0',
    ],
    [
      'one within another',
      [
        [2, 8],
        [4, 5],
      ],
      '0',
    ],
    [
      'one around another',
      [
        [4, 5],
        [2, 8],
      ],
      '0',
    ],
    [
      'one around several',
      [
        [2, 3],
        [5, 6],
        [1, 9],
      ],
      '0,1',
    ],
    [
      'one that was in the way only of one that went',
      [
        [2, 5],
        [4, 8],
        [6, 9],
      ],
      '0,2',
    ],
    [
      'an insertion within',
      [
        [2, 8],
        [4, 4],
      ],
      '0',
    ],
    [
      'one around an insertion',
      [
        [4, 4],
        [2, 8],
      ],
      '0',
    ],
    [
      'an insertion at the start',
      [
        [2, 8],
        [2, 2],
      ],
      '1,0',
    ],
    [
      'an insertion at the end',
      [
        [2, 8],
        [8, 8],
      ],
      '0,1',
    ],
    [
      'insertions at one place',
      [
        [4, 4],
        [4, 4],
        [4, 4],
      ],
      '0,1,2',
    ],
    [
      'one between two',
      [
        [2, 3],
        [8, 9],
        [4, 6],
      ],
      '0,2,1',
    ],
    [
      'one over the gap between two',
      [
        [2, 3],
        [8, 9],
        [2, 9],
      ],
      '0,1',
    ],
  ] as const)
    it(`keeps of ${name}`, () => deepEqual(keptOf(places), kept));

  it('keeps what a look at each pair would keep', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(4)).map(([start, size]): Place => [start, start + size])),
        (places) => {
          const edits = editsAt(places);
          const kept = edits.reduce<typeof edits>(
            (before, edit) =>
              before.some(({ span }) => span.start < edit.span.end && edit.span.start < span.end)
                ? before
                : [...before, edit],
            [],
          );
          deepEqual(new Set(withoutOverlaps(edits)), new Set(kept));
        },
      ),
    ));
});
