/**
 * Generated tests take the same inputs each time, so that a failure can be seen again; `FC_SEED=…` takes others. One that
 * does not say how many takes as many as fast-check would, `FC_RUNS` times. A promise that fails where nobody waits for it
 * fails the test: mocha alone would pass over it.
 */
import fc from 'fast-check';
import { runs } from './runs';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261121), numRuns: runs(100) });

const fail = (reason: unknown): never => {
  throw reason;
};

export const mochaHooks = {
  /** Of two files at a time, each begins with this: mocha takes all listeners away after a file. */
  beforeAll(): void {
    if (!process.listeners('unhandledRejection').includes(fail)) process.on('unhandledRejection', fail);
  },
};
mochaHooks.beforeAll();
