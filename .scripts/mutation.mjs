// @ts-check
// Mutation testing: the code of an area is changed in one place after the other (a condition turned round, a call left
// out, a list emptied), and the area's tests have to notice it. What none notices is listed with its place; at the end
// stands the share that was noticed. `npm run mutation -- rules` takes an area of mutation/areas.mjs, without a name each
// of them; files named behind the area are changed alone.
//
// Stryker is fetched by npx the first time, in a fixed version: it brings as many packages as all else here, and its
// runner wants an older mocha than ours. It works on a copy of the repository in `.mutation`, where it also writes
// `<area>.json`. Texts are not changed: a word in a message is no fault of thinking.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from './mutation/areas.mjs';

const packages = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@11.7.5'];
const [named, ...files] = process.argv.slice(2);
const chosen = Object.entries(areas).filter(([name]) => named === undefined || name === named);
if (chosen.length === 0)
  console.log(`There is no area ${named}. There are ${Object.keys(areas).join(', ')}.`);
const failed = chosen.filter(
  ([name, area]) => !run(name, files.length > 0 ? { ...area, changed: files } : area),
);
process.exitCode = chosen.length === 0 || failed.length > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {{ readonly changed: readonly string[]; readonly tests: readonly string[] }} area
 * @returns {boolean} Whether Stryker came to its end.
 */
function run(name, { changed, tests }) {
  mkdirSync('.mutation', { recursive: true });
  const configuration = join('.mutation', `${name}.configuration.json`);
  writeFileSync(configuration, JSON.stringify(options(name, changed, tests.flatMap(testFiles)), null, 2));
  const words = ['--yes', ...packages.flatMap((one) => ['-p', one]), 'stryker', 'run', configuration];
  return spawnSync('npx', words, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** @param {string} name @param {readonly string[]} mutate @param {readonly string[]} spec */
function options(name, mutate, spec) {
  return {
    mutate,
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'mocha',
    testRunnerNodeArgs: ['--import', 'tsx'],
    mochaOptions: {
      'no-config': true,
      'no-package': true,
      extension: ['ts'],
      require: ['./test/unit/support/seed.ts'],
      spec,
    },
    coverageAnalysis: 'perTest',
    // What is worked out once, while a file is loaded, would cost a process for each change.
    ignoreStatic: true,
    concurrency: 1,
    // What never ends is known by how often it is gone through; on a busy computer, time says nothing.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 60,
    // The compiler's settings are left as they are: they name nothing outside of the copy.
    tsconfigFile: 'none.json',
    ignorePatterns: ['dist', '.vscode-test', '.release', '.bench', '.mutation'],
    // Nothing is compiled by the compiler.
    disableTypeChecks: false,
    tempDirName: '.mutation/copy',
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: { fileName: join('.mutation', `${name}.json`) },
  };
}

/**
 * The test files in a folder, or one file; without those that generate their input, which take too long for each change.
 *
 * @param {string} place
 * @returns {readonly string[]}
 */
function testFiles(place) {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.generated.test.ts'))
    .map((name) => join(place, name))
    .sort();
}
