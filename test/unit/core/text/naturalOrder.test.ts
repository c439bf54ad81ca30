/** The order of people: runs of digits by their number, whatever shortcut is taken to find it. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { compareNaturally } from '../../../../server/core/text/naturalOrder';
import { runs } from '../../support/runs';

/** Run by run, and no shortcut: what the order is. */
function asDefined(left: string, right: string): number {
  const [one, other] = [left, right].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (const [at, run] of (one ?? []).entries()) {
    const second = other?.[at];
    if (second === undefined) return 1;
    const isNumber = /^\d/.test(run) && /^\d/.test(second);
    const [first, last] = isNumber ? [BigInt(run), BigInt(second)] : [run, second];
    if (first !== last) return first < last ? -1 : 1;
  }
  if ((other?.length ?? 0) > (one?.length ?? 0)) return -1;
  return left < right ? -1 : left > right ? 1 : 0;
}

const text = fc.string({
  unit: fc.constantFrom('a', 'b', '0', '1', '9', '.', '/', '-', 'é', '😀', '٣'),
  maxLength: 8,
});

describe('The natural order', () => {
  for (const [sorted] of [
    [['1.4.9', '1.4.10', '1.10.1', '2']],
    [['a', 'a1', 'a2', 'a10', 'ab', 'b']],
    [['', '0', '1', '01b', '2', '10', 'a']],
    [['evidence/2-x/a.md', 'evidence/10-x/a.md', 'evidence/b.md']],
    [['a12', 'a12b', 'a12c', 'a100']],
    [['99999999999999999998', '99999999999999999999']],
  ] as const)
    it(sorted.join(' < '), () => deepEqual([...sorted].reverse().sort(compareNaturally), sorted));

  it('is the same by every way', () =>
    fc.assert(
      fc.property(text, text, text, (before, left, right) => {
        const [one, other] = [before + left, before + right];
        equal(Math.sign(compareNaturally(one, other)), asDefined(one, other), `${one} | ${other}`);
      }),
      { numRuns: runs(2000) },
    ));
});
