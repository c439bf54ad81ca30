// @ts-check
// Fetches packages into a folder, all or nothing.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, isAlive, npmCommand, run, sleep } from './processes.mjs';

/** @typedef {import('./editors.d.mts').Log} Log */

/**
 * Runs `install` on a fresh folder and renames it to `<store>/<name>` when all of it is there, so that a killed
 * install leaves nothing half-used. Of two processes at once, the second waits for the first.
 *
 * @param {string} store The folder for all that is fetched.
 * @param {string} name
 * @param {readonly string[]} packages What must be there; recorded in the folder, compared at the next start.
 * @param {Log} log
 * @param {(folder: string, tell: Log) => Promise<void>} install
 */
export async function installOnce(store, name, packages, log, install) {
  const place = join(store, name);
  if (isInstalled(place, packages)) return;
  await mkdir(store, { recursive: true });
  const release = await takeTurn(join(store, `${name}.lock`), () => isInstalled(place, packages), log);
  try {
    if (isInstalled(place, packages)) return;
    await removeLeftovers(store, name);
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const folder = await mkdtemp(join(store, `${name}.${process.pid}.`));
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await install(folder, (line) => log(`${line} (${seconds()} s)`));
    await writeFile(join(folder, 'installed.json'), JSON.stringify(packages));
    await putInPlace(folder, place, packages);
    log(`Fetched after ${seconds()} s; kept in ${place}.`);
  } finally {
    await release();
    await removeLeftovers(store, name, process.pid);
  }
}

/** @type {(place: string, packages: readonly string[]) => boolean} */
function isInstalled(place, packages) {
  try {
    const there = JSON.parse(readFileSync(join(place, 'installed.json'), 'utf8'));
    return packages.every((name) => there.includes(name));
  } catch {
    return false;
  }
}

/**
 * Waits until no other process fetches the same. Only a courtesy that saves a second download: should two processes
 * ever believe it is their turn, each still fills a folder of its own, and `putInPlace` sorts them out.
 *
 * @param {string} lock
 * @param {() => boolean} isDone
 * @param {Log} log
 * @returns {Promise<() => Promise<void>>} To be called when the turn is over.
 */
async function takeTurn(lock, isDone, log) {
  for (let waited = 0; ; waited += 1) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    if (isDone()) return async () => undefined;
    if (await isAbandoned(lock)) await rm(lock, { force: true });
    else if (waited === 0) log('Another process is fetching the same editor: waiting for it');
    await sleep(500);
  }
}

/** @type {(lock: string) => Promise<boolean>} */
async function isAbandoned(lock) {
  try {
    const owner = Number(await readFile(lock, 'utf8'));
    const { mtimeMs } = await stat(lock);
    // A fresh lock may not hold its number yet; a very old one may name a number that another process has by now.
    const age = Date.now() - mtimeMs;
    return age > 20 * 60_000 || (age > 1000 && !isAlive(owner));
  } catch {
    return false;
  }
}

/** @type {(folder: string, place: string, packages: readonly string[]) => Promise<void>} */
async function putInPlace(folder, place, packages) {
  if (existsSync(place)) await rename(place, `${folder}.old`);
  try {
    await rename(folder, place);
  } catch (error) {
    if (!isInstalled(place, packages)) throw error;
  }
}

/**
 * Removes the folders `<name>.<process number>.…` of processes that are gone, or of the one given.
 *
 * @param {string} store
 * @param {string} name
 * @param {number} [of]
 */
async function removeLeftovers(store, name, of) {
  for (const entry of await readdir(store)) {
    const [, owner] = entry.startsWith(`${name}.`) ? entry.split('.') : [];
    if (owner === undefined || !/^\d+$/.test(owner)) continue;
    if (of === undefined ? isAlive(Number(owner)) : Number(owner) !== of) continue;
    await rm(join(store, entry), { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Runs `npm install` without any package's scripts: they would compile native modules, which the editors can do
 * without.
 *
 * @param {string} folder
 * @param {readonly string[]} [packages]
 */
export async function npmInstall(folder, packages = []) {
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--engine-strict=false'];
  const { command, args, shell } = npmCommand(['install', ...options, '--loglevel=error', ...packages]);
  await run(command, args, folder, { shell });
}
