/** Generated tests take the same inputs each time, so that a failure can be seen again; `FC_SEED=…` takes others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261121) });
