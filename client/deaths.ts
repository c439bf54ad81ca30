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

/** What Node calls it when something is written to, or read from, a process that is not there any longer. */
const gone = [
  'EPIPE',
  'ECONNRESET',
  'ECONNABORTED',
  'EOF',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  // Of a process with a channel of Node's own, as our server has: told of each message until its end is.
  'ERR_IPC_CHANNEL_CLOSED',
];

/** Whether an error of a connection says only that the other end has gone, as when one types while the server ends. */
export const hasGone = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && gone.includes(error.code);
