import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { inParallel } from '../../../../client/host/parallel';

describe('Work in parallel', () => {
  it('keeps the order and the limit', async () => {
    let under = 0;
    let most = 0;
    const results = await inParallel([5, 1, 4, 2, 3], 2, async (number) => {
      most = Math.max(most, ++under);
      await pause(number);
      under--;
      return number * 10;
    });
    deepEqual(results, [50, 10, 40, 20, 30]);
    equal(most, 2);
  });

  it('begins nothing more after a failure', async () => {
    let begun = 0;
    const work = async (): Promise<never> => {
      begun++;
      await pause(1);
      throw new Error('broken');
    };
    await rejects(inParallel([...Array(50).keys()], 4, work), /broken/);
    ok(begun <= 4);
  });

  it('does nothing for nothing', async () =>
    deepEqual(await inParallel([], 4, () => Promise.resolve(1)), []));
});
