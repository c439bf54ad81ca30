export interface WaitOptions<T> {
  /** Milliseconds; 90,000 if left out: what a busy machine may take. */
  readonly timeout?: number;
  /** What a good value is. */
  readonly until: (value: T) => boolean;
}

/** Milliseconds. Ten times what an idle machine takes, and more. */
const usual = 90_000;

/**
 * Polls `probe` until its value is good, and gives that value. Good is what `until` says; without it, any value but
 * `undefined`, `null`, `false` and `''`. A probe that throws counts as not there yet. On failure the error says what
 * was awaited (`description`, a noun phrase) and what the last value or error was. A number is the timeout.
 */
export async function waitFor<T>(
  probe: () => Promise<T> | T,
  description: string,
  timeout?: number,
): Promise<NonNullable<T>>;
export async function waitFor<T>(
  probe: () => Promise<T> | T,
  description: string,
  options: WaitOptions<T>,
): Promise<T>;
export async function waitFor<T>(
  probe: () => Promise<T> | T,
  description: string,
  options: number | WaitOptions<T> = usual,
): Promise<T> {
  const { timeout = usual, until } =
    typeof options === 'number' ? { timeout: options, until: isThere } : options;
  const start = Date.now();
  for (;;) {
    let last: unknown;
    try {
      const value = await probe();
      if (until(value)) {
        sayIfSlow(Date.now() - start, description);
        return value;
      }
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > start + timeout) {
      throw new Error(`Waited ${timeout / 1000} s for ${description}. The last value was: ${show(last)}`);
    }
    await sleep(60);
  }
}

/** Else a wait that is long each time, as what it calls gives up and is called again, would not be seen by anybody. */
function sayIfSlow(milliseconds: number, description: string): void {
  if (milliseconds > 15_000) console.log(`Waited ${Math.round(milliseconds / 1000)} s for ${description}`);
}

/** Polls like `waitFor`, but gives the last value when the time is over; `none` if there never was one. */
export async function lastOf<T>(
  probe: () => Promise<T>,
  description: string,
  options: WaitOptions<T>,
  none: T,
): Promise<T> {
  let last = none;
  const remember = async (): Promise<T> => (last = await probe());
  return waitFor(remember, description, options).catch(() => last);
}

/** What a list must be where nothing else is asked for. */
export const isAny = (found: readonly unknown[]): boolean => found.length > 0;

/** Waits a while. Only for polling: a test waits for a condition. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '';
}

function show(value: unknown): string {
  if (value instanceof Error) return value.message;
  return JSON.stringify(value, undefined, 2) || String(value);
}
