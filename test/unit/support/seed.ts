/**
 * Generated tests take the same inputs each time, so that a failure can be seen again; `FC_SEED=…` takes others. One that
 * does not say how many takes as many as fast-check would, `FC_RUNS` times.
 */
import fc from 'fast-check';
import { runs } from './runs';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261121), numRuns: runs(100) });
