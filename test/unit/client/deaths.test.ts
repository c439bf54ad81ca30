import { deepEqual, equal } from 'node:assert/strict';
import { countDeaths } from '../../../client/deaths';

const minute = 60_000;
const afterwards = (times: readonly number[]): readonly boolean[] => {
  const deaths = countDeaths();
  return times.map((time) => deaths.died(time).startAgain);
};

describe('A server that ends by itself', () => {
  it('is started again twice', () => deepEqual(afterwards([0, 1, 2]), [true, true, false]));
  it('is started again as often as it likes, where that is seldom', () =>
    deepEqual(afterwards([0, 2 * minute, 4 * minute, 6 * minute]), [true, true, true, true]));
  it('has as many tries again once somebody has started it', () =>
    deepEqual(afterwards([0, 1, 2, 3, 4, 5]), [true, true, false, true, true, false]));
  it('is counted over all', () => {
    const deaths = countDeaths();
    for (const time of [0, 1, 2, 10 * minute]) deaths.died(time);
    equal(deaths.total(), 4);
    equal(deaths.died(11 * minute).times, 2);
  });
});
