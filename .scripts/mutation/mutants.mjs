// @ts-check
// A copy of the repository in which the code of an area has all changes, each behind a switch, as Stryker puts them in.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce, npmInstall } from '../fetching.mjs';

const instrumenter = '@stryker-mutator/instrumenter@9.6.1';

/**
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} fileName From the root of the repository.
 * @property {string} mutatorName
 * @property {string} was
 * @property {string} replacement
 * @property {{ readonly start: Place, readonly end: Place }} location Lines and columns from 1.
 */
/** @typedef {{ readonly line: number, readonly column: number }} Place */

/**
 * @param {string} store Where what is fetched is kept.
 * @param {string} folder What is to hold the copy.
 * @param {{ readonly changed: readonly string[], readonly tests: readonly string[] }} area
 * @returns {Promise<readonly Mutant[]>}
 */
export async function copyWithMutants(store, folder, area) {
  await installOnce(store, 'stryker', [instrumenter], console.log, async (at, tell) => {
    tell('Fetching what changes the code, once, about 25 MB on disk');
    await npmInstall(at, [instrumenter]);
  });
  copyTo(folder);
  const paths = area.changed.flatMap(filesOf).sort();
  const files = paths.map((path) => ({
    name: join(folder, path),
    mutate: true,
    content: readFileSync(path, 'utf8'),
  }));
  const made = await instrumented(store, files);
  for (const { name, content } of made.files) writeFileSync(name, content);
  const texts = new Map(files.map(({ name, content }) => [name, content]));
  const mutants = made.mutants
    .filter(({ mutatorName }) => mutatorName !== 'StringLiteral')
    .map((one) => fromHere(one, folder, texts.get(one.fileName) ?? ''));
  const tests = [...new Set(area.tests.flatMap(testFiles))].sort();
  writeFileSync(join(folder, 'mutants.json'), JSON.stringify({ mutants, tests }));
  return mutants;
}

/**
 * What git has, with what is changed and new; packages are shared.
 *
 * @param {string} folder
 */
function copyTo(folder) {
  rmSync(folder, { recursive: true, force: true });
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { encoding: 'utf8' });
  for (const path of listed.split('\0').filter((one) => one !== '')) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(path, join(folder, path), { force: true });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
}

/**
 * @param {string} store
 * @param {readonly { readonly name: string, readonly mutate: boolean, readonly content: string }[]} files
 * @returns {Promise<{ files: readonly { name: string, content: string }[], mutants: readonly any[] }>}
 */
async function instrumented(store, files) {
  const place = join(store, 'stryker', 'node_modules', '@stryker-mutator', 'instrumenter', 'dist', 'src');
  const { Instrumenter } = await import(pathToFileURL(join(place, 'instrumenter.js')).href);
  const log = { debug: () => undefined, info: console.log, warn: console.log, isDebugEnabled: () => false };
  return new Instrumenter(log).instrument(files, {
    plugins: null,
    excludedMutations: ['StringLiteral'],
    ignorers: [],
  });
}

/**
 * @param {any} mutant As Stryker has it: lines and columns from 0.
 * @param {string} folder
 * @param {string} text Of its file.
 * @returns {Mutant}
 */
function fromHere({ id, fileName, mutatorName, replacement, location }, folder, text) {
  const { start, end } = location;
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  const cut = lines.map((line, at) =>
    line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined),
  );
  /** @type {(place: Place) => Place} */
  const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  return {
    id,
    fileName: relative(folder, fileName),
    mutatorName,
    was: cut.join('\n'),
    replacement,
    location: { start: fromOne(start), end: fromOne(end) },
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
  return filesOf(`${place}/**/*.test.ts`).filter((name) => !name.endsWith('.generated.test.ts'));
}

/** @type {(pattern: string) => readonly string[]} */
function filesOf(pattern) {
  const { lookupFiles } = createRequire(import.meta.url)('mocha/lib/cli/lookup-files.js');
  return lookupFiles(pattern, ['ts'], true);
}
