/** How often the server has ended by itself, and when that is enough. */

/** After so many ends within so many milliseconds, something is wrong that a new start does not mend. */
const most = { times: 3, within: 3 * 60 * 1000 };

export interface Deaths {
  readonly total: () => number;
  /**
   * @param time in milliseconds
   * @returns how often in a short while, and whether to start it again
   */
  readonly died: (time: number) => { readonly times: number; readonly startAgain: boolean };
}

export function countDeaths(): Deaths {
  let last: readonly number[] = [];
  let total = 0;
  return {
    total: () => total,
    died: (time) => {
      total++;
      last = [...last, time].filter((earlier) => time - earlier <= most.within);
      const times = last.length;
      const startAgain = times < most.times;
      // Whoever starts it again by hand gets as many tries as before.
      if (!startAgain) last = [];
      return { times, startAgain };
    },
  };
}
