/** As many pairs as there can be, the earliest first where there is a choice. */
import { equal } from 'node:assert/strict';
import { pairs } from '../../../../../server/core/plan/exchange/matching';
import { mostPairs } from '../../../../../server/core/tables/pairing';

/** @param wishes for each on the left, those on the right that fit it; `pairs` of `ab` and `12` are such as `a2 b1` */
function paired(wishes: Readonly<Record<string, string>>, right: string): string {
  const found = pairs(
    Object.keys(wishes),
    Array.from(right),
    (one, other) => wishes[one]?.includes(other) ?? false,
  );
  return [...found]
    .map(([one, other]) => one + other)
    .sort()
    .join(' ');
}

describe('Pairs', () => {
  for (const [what, wishes, right, expected] of [
    ['nothing', {}, '12', ''],
    ['nobody on the other side', { a: '12' }, '', ''],
    ['one each', { a: '1', b: '2' }, '12', 'a1 b2'],
    ['the earliest where there is a choice', { a: '12', b: '12' }, '12', 'a1 b2'],
    ['one for the first alone', { a: '1', b: '1' }, '12', 'a1'],
    ['the first makes room for the second', { a: '12', b: '1' }, '12', 'a2 b1'],
    ['two make room for the third', { a: '12', b: '23', c: '1' }, '123', 'a2 b3 c1'],
    ['no room is left', { a: '12', b: '12', c: '12' }, '123', 'a1 b2'],
    [
      'the first to be asked cannot make room, the second can',
      { a: '1', b: '23', c: '12' },
      '123',
      'a1 b3 c2',
    ],
    ['nobody gets two', { a: '1' }, '11', 'a1'],
  ] as const)
    it(`${what}: ${JSON.stringify(wishes)} and ${right}`, () => equal(paired(wishes, right), expected));

  it('of more than can be tried, those that stand beside each other', () => {
    const many = Array.from({ length: Math.floor(Math.sqrt(mostPairs)) + 1 }, (_, at) => at);
    let asked = 0;
    const found = pairs(many, many, (one, other) => {
      asked++;
      return one === other ? one !== 3 : one === 3 && other === 4;
    });
    equal(asked, many.length);
    equal(found.size, many.length - 1);
    equal(found.get(3), undefined);
    equal(found.get(4), 4);
    equal(pairs(many, many.slice(1), () => true).size, many.length - 1);
  });
});
