/** One line on a terminal that says how far a long reading is, and is gone when it has ended. */

export interface Waiting {
  /** Says how far things are; undefined: nobody waits any longer. */
  readonly tell: (text: string | undefined) => void;
}

/** Milliseconds before anything is said, and between two lines. */
const patience = 700;
const pause = 100;

/**
 * @param write to the terminal
 * @param now milliseconds since the command was called
 */
export function waitingOn(write: (text: string) => void, now: () => number): Waiting {
  let shown = false;
  let next = patience;
  return {
    tell: (text) => {
      if (text === undefined) {
        if (shown) write(clearedLine);
        shown = false;
      } else if (now() >= next) {
        write(`${clearedLine}${text}`);
        shown = true;
        next = now() + pause;
      }
    },
  };
}

/** To the start of the line, and nothing on it. */
const clearedLine = '\r\u001B[K';
