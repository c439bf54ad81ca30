/** Rows are paired by likeness, the best over all, and only where it is sure. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { bestAssignment } from '../../../../server/core/tables/assignment';
import { textLikeness } from '../../../../server/core/tables/likeness';
import { pairRows } from '../../../../server/core/tables/pairing';

describe('The best assignment', () => {
  const worthOf = (table: readonly (readonly number[])[], of: readonly (number | undefined)[]): number =>
    of.reduce<number>(
      (sum, column, row) => sum + (column === undefined ? 0 : (table[row]?.[column] ?? 0)),
      0,
    );
  /** Tries all. */
  function best(table: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
    const own = table[row];
    if (!own) return 0;
    const with_ = own.flatMap((worth, column) =>
      taken.includes(column) ? [] : [worth + best(table, row + 1, [...taken, column])],
    );
    return Math.max(best(table, row + 1, taken), ...with_);
  }

  it('is as good as the best of all that there are', () => {
    const tables = fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(tables, (table) => {
        const found = bestAssignment(table.length, table[0]?.length ?? 0, (row, at) => table[row]?.[at] ?? 0);
        const used = found.filter((column) => column !== undefined);
        equal(new Set(used).size, used.length);
        equal(found.length, table.length);
        equal(worthOf(table, found), best(table));
      }),
      { numRuns: 500 },
    );
  });

  it('of two hundred with two hundred is found in no time', () => {
    const found = bestAssignment(200, 200, (row, column) => ((row * 7919 + column * 104_729) % 1000) / 1000);
    equal(new Set(found).size, 200);
  }).timeout(5000);
});

describe('Pairs of texts', () => {
  const pairsOf = (left: readonly string[], right: readonly string[]): readonly string[] => {
    const { pairs, unsure } = pairRows(left, right, {
      likeness: textLikeness,
      leftKey: (text) => text,
      rightKey: (text) => text,
    });
    return left.map((one) =>
      pairs.has(one) ? `= ${pairs.get(one)}` : unsure.has(one) ? `? ${unsure.get(one)}` : 'new',
    );
  };
  const cases: readonly (readonly [left: readonly string[], right: readonly string[], expected: readonly string[]])[] = [
    [['Publish results of the survey'], ['Survey readers', 'Publish the results of the survey'], ['= Publish the results of the survey']],
    [['b', 'a'], ['a', 'b'], ['= b', '= a']],
    [['Buy new chairs'], ['Ask readers'], ['new']],
    [['Review the leaflet on renewals'], ['Review the leaflet on fees', 'Review the leaflet on loans'], ['? Review the leaflet on fees']],
    [['Train the staff'], ['Train the staff', 'Train the staff'], ['= Train the staff']],
    [['Train staff', 'Train stafff'], ['Train staff'], ['= Train staff', '? Train staff']],
    [['Ask the oﬃce of the traﬃc warden'], ['Ask at office of the traffic warden'], ['= Ask at office of the traffic warden']],
    [[], ['a'], []],
    [['a'], [], ['new']],
  ]; // prettier-ignore
  for (const [left, right, expected] of cases)
    it(`${left.join(', ')} | ${right.join(', ')}`, () => {
      deepEqual(pairsOf(left, right), expected);
      deepEqual(pairsOf([...left].reverse(), [...right].reverse()), [...expected].reverse(), 'in any order');
    });

  it('of thousands with thousands are not tried one by one', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `Action ${at}`);
    deepEqual(pairsOf(many.slice(0, 3), many).length, 3);
    ok(pairsOf(many, many).every((text) => text === 'new'));
  }).timeout(10_000);
});
