// @ts-check
// Mutation testing: the code of an area is changed in one place after the other (a condition turned round, a call left
// out, a list emptied), and the area's tests have to notice it. What none notices is listed with its place; at the end
// stands the share that was noticed. `npm run mutation -- rules` takes an area of mutation/areas.mjs, without a name each
// of them; files named behind the area are changed alone.
//
// Stryker makes the changes; its instrumenter is fetched the first time, in a fixed version. It puts all of them into a
// copy of the repository in `.mutation`, each behind a switch. The tests are loaded once, and run in the same process for
// one change after the other, those first that have noticed most: Stryker's own runner takes all tests in the order of
// their files, which made an area an hour's work. Texts are not changed: a word in a message is no fault of thinking.
import { fork } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { areas } from './mutation/areas.mjs';
import { copyWithMutants } from './mutation/mutants.mjs';

/** @typedef {import('./mutation/mutants.mjs').Mutant} Mutant */
/** @typedef {'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored'} Status By Stryker's names. */

const store = resolve('.mutation');
/** Milliseconds after which tests are taken to go on for ever. Without a change, an area's take some ten seconds. */
const limit = 60_000;
const tries = join(import.meta.dirname, 'mutation', 'tries.mjs');

const [named, ...files] = process.argv.slice(2);
const chosen = Object.entries(areas).filter(([name]) => named === undefined || name === named);
if (chosen.length === 0)
  console.log(`There is no area ${named}. There are ${Object.keys(areas).join(', ')}.`);
process.exitCode = chosen.length === 0 ? 1 : 0;
for (const [name, area] of chosen) {
  const folder = join(store, name);
  const mutants = await copyWithMutants(store, folder, {
    ...area,
    changed: files.length > 0 ? files : area.changed,
  });
  const lanes = Array.from({ length: availableParallelism() }, (_, lane) => lane);
  const shares = await Promise.all(lanes.map((lane) => triedIn(folder, lane, lanes.length, mutants)));
  /** @type {Record<string, Status>} */
  const tried = Object.assign({}, ...shares);
  writeFileSync(
    join(store, `${name}.json`),
    JSON.stringify(mutants.map((one) => ({ ...one, status: tried[one.id] }))),
  );
  console.log(told(mutants, tried));
}

/**
 * Tries every so-many-th change in a process of its own, which is begun again where a change lets the tests go on for
 * ever or ends the process: both count as noticed.
 *
 * @param {string} folder The copy with the changes.
 * @param {number} lane
 * @param {number} lanes
 * @param {readonly Mutant[]} mutants
 * @returns {Promise<Record<string, Status>>} id of a change → what came of it
 */
async function triedIn(folder, lane, lanes, mutants) {
  const known = join(folder, `tried.${lane}.json`);
  rmSync(known, { force: true });
  /** @type {() => Record<string, Status>} */
  const soFar = () => (existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : {});
  for (;;) {
    const { isAtEnd, last } = await tryingUntilItEnds(folder, [known, String(lane), String(lanes)]);
    if (isAtEnd) return soFar();
    if (last === undefined) throw new Error('The tests cannot be run without any change.');
    const mutant = mutants.find(({ id }) => id === last);
    console.log(`${mutant?.fileName}:${mutant?.location.start.line}: the tests came to no end`);
    writeFileSync(known, JSON.stringify({ ...soFar(), [last]: 'Timeout' }));
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} words
 * @returns {Promise<{ readonly isAtEnd: boolean, readonly last: string | undefined }>} `last` is what was tried last.
 */
function tryingUntilItEnds(folder, words) {
  const child = fork(tries, words, { cwd: folder, execArgv: ['--import', 'tsx'] });
  /** @type {string | undefined} */
  let last;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let tooLong;
  child.on('message', (id) => {
    last = String(id);
    clearTimeout(tooLong);
    tooLong = setTimeout(() => child.kill('SIGKILL'), limit);
  });
  return new Promise((done) => {
    child.once('exit', (status) => {
      clearTimeout(tooLong);
      done({ isAtEnd: status === 0, last });
    });
  });
}

/**
 * What was not noticed, file by file, and the shares.
 *
 * @param {readonly Mutant[]} mutants
 * @param {Readonly<Record<string, Status>>} tried
 * @returns {string}
 */
function told(mutants, tried) {
  const names = [...new Set(mutants.map(({ fileName }) => fileName))];
  return [
    ...names.flatMap((name) => {
      const own = mutants.filter(({ fileName }) => fileName === name);
      return [`\n${name}: ${share(own, tried)}`, ...own.filter((one) => isMissed(one, tried)).map(line)];
    }),
    `\nAll: ${share(mutants, tried)}`,
  ].join('\n');
}

/** @type {(mutant: Mutant, tried: Readonly<Record<string, Status>>) => boolean} */
function isMissed({ id }, tried) {
  return ['Survived', 'NoCoverage'].includes(tried[id] ?? '');
}

/** @type {(mutant: Mutant) => string} */
function line({ location, was, replacement }) {
  return `  ${location.start.line}:${location.start.column}  ${inOneLine(was)}  →  ${inOneLine(replacement)}`;
}

/** @type {(text: string) => string} */
function inOneLine(text) {
  return text.replace(/\s+/g, ' ').slice(0, 100);
}

/** @type {(mutants: readonly Mutant[], tried: Readonly<Record<string, Status>>) => string} */
function share(mutants, tried) {
  const missed = mutants.filter((one) => isMissed(one, tried)).length;
  const counted = mutants.filter(({ id }) => tried[id] !== 'Ignored').length;
  const percent = counted === 0 ? 100 : (100 * (counted - missed)) / counted;
  return `${counted - missed} of ${counted} noticed, ${percent.toFixed(1)} %`;
}
