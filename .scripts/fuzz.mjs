// Runs the generated tests on many more inputs than the ordinary run does, and on others each time: ten times as many, or
// `FC_RUNS` times. A failure prints its seed; `FC_SEED=… npm run test:fuzz` takes the same inputs again. Files to run may
// be named behind `--`; without any, all of them run one after the other, so that what has failed is told at the end.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const { FC_RUNS = '10', FC_SEED = String(Date.now() % 2 ** 31) } = process.env;
const named = process.argv.slice(2);
/** They start what has been built. */
const ofTheBuilt = [
  'test/protocol/anySession.test.ts',
  'test/protocol/hostileAnswers.test.ts',
  'test/protocol/hostilePages.test.ts',
  'test/protocol/writers.test.ts',
];
const all = readdirSync('test/unit', { recursive: true })
  .filter((name) => name.endsWith('.generated.test.ts'))
  .map((name) => join('test/unit', name))
  .sort()
  .concat(ofTheBuilt);

console.log(`Seed ${FC_SEED}, ${FC_RUNS} times the ordinary number of inputs.`);
const files = named.length > 0 ? named : all;
if (files.some((file) => file.startsWith('test/protocol/'))) {
  console.log('Building what is started by the tests.');
  const { status } = spawnSync(process.execPath, ['.scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const failed = files.filter((file) => {
  const started = Date.now();
  const options = ['--no-config', '--import=tsx', '--file', 'test/unit/support/seed.ts', '--timeout', '0'];
  const { status } = spawnSync(process.execPath, [mocha, ...options, '--reporter', 'dot', file], {
    stdio: 'inherit',
    env: { ...process.env, FC_RUNS, FC_SEED },
  });
  console.log(`${file}: ${Math.round((Date.now() - started) / 1000)} s${status === 0 ? '' : ', FAILED'}`);
  return status !== 0;
});
for (const file of failed)
  console.log(`Again: FC_SEED=${FC_SEED} FC_RUNS=${FC_RUNS} npm run test:fuzz -- ${file}`);
process.exitCode = failed.length > 0 ? 1 : 0;
