// Runs the end-to-end tests, each file in a process of its own and two at a time, as each waits for its editor more than
// it works. A real editor on a busy machine now and then takes too long for what is being looked for: a file that fails
// is run again alone from a fresh editor, twice at most, and only a file that never passes fails the run. What had to be
// run again is said at the end. What a file prints stands together. Arguments go to mocha: `-- -g Coverage`.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAxe, ensureDesktop, ensureWeb } from './editors.mjs';

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const folder = join('test', 'e2e');

const passes = (file) =>
  new Promise((resolve, reject) => {
    const said = [];
    const run = spawn(
      process.execPath,
      [mocha, '--config', 'test/mocharc.e2e.json', ...process.argv.slice(2), file],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } },
    );
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => said.push(part));
    run.on('error', reject);
    run.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });

/** Those of `files` that fail, with `lanes` of them running at a time. */
async function failing(files, lanes) {
  const waiting = [...files];
  const failed = new Set();
  const lane = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
      if (!(await passes(file))) failed.add(file);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return files.filter((file) => failed.has(file));
}

// Fetched before two files could do it at once.
for (const ensure of [ensureDesktop, ensureWeb, ensureAxe]) await ensure({ log: console.log });

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .sort()
  .map((name) => join(folder, name));
const again = await failing(files, 2);
const failed = await failing(await failing(again, 1), 1);
if (again.length > 0) console.log(`Run again: ${again.join(', ')}`);
console.log(`${files.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
