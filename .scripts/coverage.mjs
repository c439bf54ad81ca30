// @ts-check
// Which lines and branches of server/core the unit tests go through, generated ones among them, and which they do not.
// Files of tests may be named behind `--`; without any, those of `npm run test:unit` and `npm run test:generated` run. V8
// counts; a file that nobody loads counts as not gone through at all, and one that holds nothing but types does not count.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { coverageRows } from './coverageRows.mjs';
import { coverageText } from './coverageText.mjs';

const measured = 'server/core';
const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
try {
  const isPassed = await runTests(process.argv.slice(2));
  console.log(`\n${coverageText(await coverageRows(folder, resolve(measured)), measured)}`);
  if (!isPassed) console.log('Tests have failed: what they would have gone through is not counted.');
  process.exitCode = isPassed ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Every other file in a process of its own, two at a time. Not by mocha's `--parallel`: what it has started has a second
 * to end, and on a busy computer writing down the counts takes longer.
 *
 * @param {readonly string[]} named
 * @returns {Promise<boolean>}
 */
async function runTests(named) {
  for (const name of ['counts', 'compiled']) mkdirSync(join(folder, name));
  const all = named.length > 0 ? named : unitTests();
  const halves = [0, 1]
    .map((half) => all.filter((_, at) => at % 2 === half))
    .filter(({ length }) => length > 0);
  return (await Promise.all(halves.map(isPassing))).every((passed) => passed);
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<boolean>}
 */
async function isPassing(files) {
  const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
  const required = ['./test/unit/support/seed.ts', './.scripts/keepCompiled.mjs'].flatMap((one) => [
    '--require',
    one,
  ]);
  const options = [
    '--no-config',
    '--import=tsx',
    ...required,
    '--timeout',
    '300000',
    '--reporter',
    'dot',
    '--exit',
  ];
  const [status] = await once(
    spawn(process.execPath, [mocha, ...options, ...files], {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_V8_COVERAGE: join(folder, 'counts'),
        EVIDENCE_COMPILED: join(folder, 'compiled'),
      },
    }),
    'exit',
  );
  return status === 0;
}

/** Those of `npm run test:unit` and `npm run test:generated`: what they take is the same in each run. */
function unitTests() {
  return readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test/unit', name))
    .sort();
}
