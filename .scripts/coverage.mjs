// @ts-check
// Which lines and branches of server/core the unit tests go through, and which they do not. Files of tests may be named
// behind `--`; without any, those of `npm run test:unit` run. V8 counts; a file that nobody loads counts as not gone
// through at all, and one that holds nothing but types does not count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { coverageRows } from './coverageRows.mjs';
import { coverageText } from './coverageText.mjs';

const measured = 'server/core';
const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
try {
  const status = runTests(process.argv.slice(2));
  console.log(`\n${coverageText(await coverageRows(folder, resolve(measured)), measured)}`);
  if (status !== 0) console.log('Tests have failed: what they would have gone through is not counted.');
  process.exitCode = status === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {readonly string[]} named
 * @returns {number | null}
 */
function runTests(named) {
  const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
  const [counts, compiled] = [join(folder, 'counts'), join(folder, 'compiled')];
  for (const path of [counts, compiled]) mkdirSync(path);
  const some = ['--no-config', '--import=tsx', '--require', './test/unit/support/seed.ts', '--parallel'];
  const which = named.length > 0 ? [...some, ...named] : ['--config', 'test/mocharc.unit.json'];
  const options = ['--require', './.scripts/keepCompiled.mjs', '--timeout', '300000', '--reporter', 'dot'];
  const { status } = spawnSync(process.execPath, [mocha, ...options, ...which], {
    stdio: 'inherit',
    env: { ...process.env, NODE_V8_COVERAGE: counts, EVIDENCE_COMPILED: compiled },
  });
  return status;
}
