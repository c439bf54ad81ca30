// @ts-check
// Runs everything that has to pass, cheapest first, and stops at the first stage that fails. Stages that use one core, or
// wait for the network, run side by side, and what one of them prints stands together. At the end it says how long each
// has taken. More of them at a time saved no more than 4 % on two cores.
import { spawn } from 'node:child_process';
import { whyTestsCannotRun } from './closedFolder.mjs';
import { npmCommand } from './processes.mjs';
import { processorTime } from './processorTime.mjs';

/**
 * Each is a script of package.json. `package` builds; tests of protocol need what is built, the last ones the package and
 * the editors, which are fetched while others work.
 */
const stages = [
  ['lint:rules', 'lint:format', 'lint:layout', 'types'],
  ['test:unit'],
  ['test:generated'],
  ['package'],
  ['test:protocol', 'editors'],
  ['test:e2e'],
];

/** @type {string[]} */
const times = [];

/**
 * @param {string} name
 * @param {boolean} isAlone
 * @returns {Promise<boolean>} Whether it has passed.
 */
function passes(name, isAlone) {
  const { command, args, shell } = npmCommand(['run', name]);
  const run = spawn(command, args, { shell, stdio: ['inherit', ...outputs(isAlone)] });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (part) => said.push(part));
  return new Promise((done, failed) => {
    run.once('error', failed);
    run.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      done(status === 0);
    });
  });
}

/** @type {(isAlone: boolean) => ['inherit' | 'pipe', 'inherit' | 'pipe']} */
const outputs = (isAlone) => (isAlone ? ['inherit', 'inherit'] : ['pipe', 'pipe']);

const why = whyTestsCannotRun();
if (why !== undefined) {
  console.error(why);
  process.exit(1);
}

let isPassed = true;
for (const stage of stages) {
  const [began, before] = [Date.now(), processorTime(process.pid)];
  isPassed = (await Promise.all(stage.map((name) => passes(name, stage.length === 1)))).every(Boolean);
  const after = processorTime(process.pid);
  const used =
    before === undefined || after === undefined ? '' : `, ${Math.round(after - before)} s of the processor`;
  times.push(`  ${stage.join(' and ')}: ${Math.round((Date.now() - began) / 1000)} s${used}`);
  if (!isPassed) break;
}
console.log(['', isPassed ? 'All has passed.' : 'The last stage has failed.', ...times].join('\n'));
process.exitCode = isPassed ? 0 : 1;
