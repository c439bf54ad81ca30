// @ts-check
// Runs the end-to-end files that e2e.mjs names, one after another, in windows of one browser and one editor's server,
// and answers after each how many of its tests have failed. Run with tsx. Arguments are mocha's.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import Mocha from 'mocha';
import { endShared, mochaHooks } from '../test/e2e/support/hooks.ts';

const { loadOptions } = createRequire(import.meta.url)('mocha/lib/cli/options.cjs');
const options = loadOptions(['--config', 'test/mocharc.e2e.json', ...process.argv.slice(2)]);

/**
 * @param {string} file
 * @returns {Promise<number>} How many of its tests have failed.
 */
async function failuresOf(file) {
  const mocha = new Mocha({ ...options, rootHooks: { afterEach: mochaHooks.afterEach } });
  mocha.addFile(resolve(file));
  await mocha.loadFilesAsync();
  return new Promise((done) => mocha.run(done));
}

const answer = (/** @type {number} */ failures) => process.send?.({ failures });

process.on('message', (file) => {
  failuresOf(String(file)).then(answer, (error) => {
    console.error(error);
    answer(1);
  });
});
process.once('disconnect', () => void endShared().finally(() => process.exit()));
