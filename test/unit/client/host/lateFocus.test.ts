import { deepEqual } from 'node:assert/strict';
import { showThenFocus, waitsFrom } from '../../../../client/host/lateFocus';

describe('The focus after an answer that may be late', () => {
  const shownWithin = async (milliseconds: number): Promise<readonly boolean[]> => {
    let now = 1000;
    const shown: boolean[] = [];
    const show = (focus: boolean): Promise<void> => {
      shown.push(focus);
      now += milliseconds;
      return Promise.resolve();
    };
    await showThenFocus(
      show,
      waitsFrom(() => now),
    );
    return shown;
  };

  it('is taken while the user still waits', async () => {
    deepEqual(await shownWithin(100), [false, true]);
  });

  it('is not taken later, when it would close what the user has opened by then', async () => {
    deepEqual(await shownWithin(2000), [false]);
  });
});
