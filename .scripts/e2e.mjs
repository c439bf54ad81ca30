// Runs the end-to-end tests, each file in a process of its own. A real editor on a busy machine now and then takes the
// focus from what is being typed into: a file that fails is run again from a fresh editor, twice at most, and only a file
// that never passes fails the run. What had to be run again is said at the end. Arguments go to mocha: `-- -g Coverage`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const folder = join('test', 'e2e');

const passes = (file) =>
  spawnSync(process.execPath, [mocha, '--config', 'test/mocharc.e2e.json', ...process.argv.slice(2), file], {
    stdio: 'inherit',
  }).status === 0;

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .sort()
  .map((name) => join(folder, name));
const again = files.filter((file) => !passes(file));
const failed = again.filter((file) => !passes(file)).filter((file) => !passes(file));
if (again.length > 0) console.log(`Run again: ${again.join(', ')}`);
console.log(`${files.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
