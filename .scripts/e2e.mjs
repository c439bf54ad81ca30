// @ts-check
// Runs the end-to-end tests, two files at a time, as each waits for its editor more than it works. The files of a lane
// share a process, a browser and an editor's server, which cost as much as a test to start; each has windows of its own.
// A real editor on a busy machine now and then takes too long for what is being looked for: a file that fails is run
// again alone from a fresh editor, twice at most, and only a file that never passes fails the run. What had to be run
// again is said at the end, and which files took longest. What a file prints stands together. Arguments are files, where
// not all are to run, and what mocha takes: `-- test/e2e/plan.test.ts -g table`.
import { fork } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { processorTime } from './processorTime.mjs';

const folder = join('test', 'e2e');
const named = process.argv.slice(2).filter((word) => word.endsWith('.test.ts'));
const forMocha = process.argv.slice(2).filter((word) => !named.includes(word));
const script = join(import.meta.dirname, 'e2eLane.mjs');

/** @type {{ readonly file: string, readonly seconds: number, readonly processor: number | undefined }[]} */
const times = [];

/** A process for files, one after another. */
function startLane() {
  const child = fork(script, forMocha, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
  const ended = new Promise((done) => child.once('exit', done));
  /** @type {(file: string) => Promise<boolean>} */
  const run = (file) =>
    new Promise((done) => {
      const told = (/** @type {unknown} */ answer) =>
        done(JSON.stringify(answer) === JSON.stringify({ failures: 0 }));
      child.once('message', told);
      void ended.then(() => done(false));
      child.send(file, (error) => error && done(false));
    });
  return {
    /** @type {(file: string) => Promise<boolean>} Whether all tests of a file pass. */
    passes: async (file) => {
      const [began, before] = [Date.now(), processorTime(child.pid)];
      const isPassed = await run(file);
      await new Promise((done) => setTimeout(done, 50)); // What it has printed last may come after its answer.
      process.stdout.write(Buffer.concat(said.splice(0)));
      const after = processorTime(child.pid);
      const processor = before === undefined || after === undefined ? undefined : after - before;
      times.push({ file, seconds: (Date.now() - began) / 1000, processor });
      return isPassed;
    },
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/**
 * Those of `files` that fail, with `lanes` of them running at a time.
 *
 * @param {readonly string[]} files
 * @param {number} lanes
 */
async function failing(files, lanes) {
  const waiting = [...files];
  const failed = new Set();
  const lane = async () => {
    let running = startLane();
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (await running.passes(file)) continue;
      failed.add(file);
      await running.end();
      running = startLane();
    }
    await running.end();
  };
  await Promise.all(Array.from({ length: Math.min(lanes, files.length) }, lane));
  return files.filter((file) => failed.has(file));
}

// Fetched before two files could do it at once.
await import('./fetchEditors.mjs');

// The long ones first, lest one of them run alone at the end.
const all = readdirSync(folder).map((name) => join(folder, name));
const files = (named.length > 0 ? named : all)
  .filter((name) => name.endsWith('.test.ts'))
  .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1));
const again = await failing(files, 2);
const failed = await failing(await failing(again, 1), 1);
console.log('The slowest files:');
for (const { file, seconds, processor } of times.sort((a, b) => b.seconds - a.seconds).slice(0, 10)) {
  const used = processor === undefined ? '' : `, ${processor.toFixed(0)} s of the processor`;
  console.log(`  ${file}: ${seconds.toFixed(0)} s${used}`);
}
if (again.length > 0) console.log(`Run again: ${again.join(', ')}`);
console.log(`${files.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
