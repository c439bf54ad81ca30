/** What the server answers, coverage above all, as the client last heard of it; asked for no more often than somebody looks. */
import type { CoverageResult } from '../../server/lsp/protocol';

export interface CoverageSourceOptions<Answer = CoverageResult> {
  /** Asks the server. */
  readonly ask: () => Promise<Answer>;
  /** Whether anybody looks now. */
  readonly wanted: () => boolean;
  /** Called with each new answer. */
  readonly answered: (answer: Answer) => void;
  /** Called when the server could not answer. */
  readonly failed: (error: unknown) => void;
  /** Changes that come within so many milliseconds are one. */
  readonly delay: number;
}

export interface CoverageSource<Answer = CoverageResult> {
  /** The last answer, which may be out of date; undefined before the first. */
  latest(): Answer | undefined;
  /** An answer that is up to date; undefined when the server cannot give one. */
  current(): Promise<Answer | undefined>;
  /** What the server would answer has changed. */
  changed(): void;
  /** Somebody has begun to look. */
  lookedAt(): void;
  /** Ask again, whatever is known. */
  refresh(): Promise<void>;
  /** Forget what is known, as after a restart of the server. */
  reset(): void;
}

/** A source that knows nothing yet and asks nothing by itself. */
export function createCoverageSource<Answer = CoverageResult>(
  options: CoverageSourceOptions<Answer>,
): CoverageSource<Answer> {
  let latest: Answer | undefined;
  let stale = true;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const askUntilCurrent = async (): Promise<void> => {
    do {
      stale = false;
      try {
        latest = await options.ask();
      } catch (error) {
        stale = true;
        options.failed(error);
        return;
      }
      options.answered(latest);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- `changed` may come while asking
    } while (stale && options.wanted());
  };
  const run = (): Promise<void> =>
    (running ??= askUntilCurrent().finally(() => {
      running = undefined;
    }));
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (stale && options.wanted()) void run();
    }, options.delay);
  };

  return {
    latest: () => latest,
    current: async () => {
      if (running !== undefined) await running;
      if (stale) await run();
      return stale ? undefined : latest;
    },
    changed: () => {
      stale = true;
      if (running === undefined) later();
    },
    lookedAt: () => {
      if (stale && running === undefined) later();
    },
    refresh: async () => {
      if (running !== undefined) await running;
      stale = true;
      await run();
    },
    reset: () => {
      stale = true;
      latest = undefined;
    },
  };
}
