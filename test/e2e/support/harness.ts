import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { repository, startWeb, type RunningEditor } from '../../../.scripts/editors.mjs';
import { giveBrowserBack, takeBrowser } from './browser';
import { isUsualError, watchErrors } from './consoleErrors';
import { openEditors, pictureFailure, takePicture } from './openEditors';
import { ask } from './page';
import { panels } from './panels';
import { quickInput, type QuickInput } from './quickInput';
import { serverFaults, serverLogs } from './serverFaults';
import { ownServer, packaged, takeServer } from './servers';
import { textEditor } from './textEditor';
import { waitFor } from './waitFor';

export { copySample, folderWith } from './folders';
export type { Row } from './page';
export type { Notification, Problem, StatusBarEntry } from './panels';
export type { PickRow } from './quickInput';
export type { Line, Squiggle, Suggestion } from './textEditor';
export { waitFor } from './waitFor';

/** A real VS Code with a folder open, driven as a user drives it. */
export type Editor = Workbench & QuickInput & ReturnType<typeof textEditor> & ReturnType<typeof panels>;

interface Workbench {
  readonly host: 'desktop' | 'web';
  /** The folder that is open, on the disk; empty if none is. */
  readonly folder: string;
  /** For what the driver has no word for. */
  readonly page: Page;
  /** Saves a picture of the window under `test/e2e/.output/`, and gives its path. */
  screenshot(name: string): Promise<string>;
  /** The errors on the browser's console so far, without those that this set-up always has. */
  consoleErrors(): readonly string[];
  /** What the editor's server has printed. */
  serverOutput(): string;
  /** The process that all others of the editor are below. */
  readonly pid: number | undefined;
  /** Changes the user's file of settings; the window has them when it is loaded again. Not on the web host. */
  changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void>;
  /** The texts of the webviews that are shown. */
  webviewTexts(): Promise<readonly string[]>;
  /** Loads the window again: extensions start afresh, unsaved text is kept as VS Code keeps it. */
  reload(): Promise<void>;
  /** Closes the window and ends everything behind it. */
  close(): Promise<void>;
}

interface OpenOptions {
  /** Settings of the user, on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface OpenDesktopOptions extends OpenOptions {
  /** A window without a folder if left out. */
  readonly folder?: string;
  /** A `.vsix`; `evidence-portfolio.vsix` of this repository if left out; `false` for none. */
  readonly extension?: string | false;
  readonly workspaceTrust?: 'granted' | 'restricted' | 'ask';
  /** A server that starts with this window and ends with it, and has served no other. */
  readonly alone?: boolean;
  /** A folder with a second extension, of a window that is alone. */
  readonly beside?: string;
}

export interface OpenWebOptions extends OpenOptions {
  readonly folder: string;
  /** A folder with package.json and the built bundles; this repository if left out; `false` for none. */
  readonly extension?: string | false;
}

/** Opens the newest VS Code, with extensions in a Node process, on a folder of the disk. */
export async function openDesktop(options: OpenDesktopOptions): Promise<Editor> {
  const { folder, extension = packaged, settings, workspaceTrust, alone = false, beside } = options;
  if (extension !== false) mustExist(extension, 'npm run package');
  const shown = { folder, userSettings: { ...steadySettings, ...settings }, workspaceTrust };
  const isUsual = extension === packaged && !alone;
  const server = await (isUsual ? takeServer(shown) : ownServer(shown, extension, beside));
  const { running, url } = server;
  const earlier = serverLogs(running.dataDir);
  return open(
    {
      host: 'desktop',
      folder: folder ?? '',
      url,
      running,
      changeSettings: (changes) => running.changeSettings(changes),
      stop: async (isSound) => {
        const faults = serverFaults(running.dataDir, earlier);
        await server.giveBack(isSound && faults.length === 0);
        if (faults.length > 0) throw new Error(`Something in the server failed:\n${faults.join('\n')}`);
      },
    },
    options,
  );
}

/**
 * Opens the oldest supported VS Code for the web, with extensions in a web worker.
 *
 * The folder is served as a virtual file system (scheme `vscode-test-web`, `vscode.env.uiKind` web): saves, and files
 * made, renamed or deleted in the explorer, live in the page's memory only and are gone after `reload`; the disk is
 * never written to. Nor is it watched: what is changed on the disk is not seen before a reload. So a test changes
 * files by the editor, and reads them back by the editor.
 */
export async function openWeb(options: OpenWebOptions): Promise<Editor> {
  const { folder, extension = repository } = options;
  if (extension === repository) mustExist(join(repository, 'dist', 'browser', 'client.js'), 'npm run build');
  const running = await startWeb({
    folder,
    extensionDevelopmentPath: extension === false ? undefined : extension,
    log: console.log,
  });
  const changeSettings = (): Promise<void> =>
    Promise.reject(new Error('On the web, settings are those that the page came with.'));
  const { url } = running;
  return open({ host: 'web', folder, url, running, changeSettings, stop: () => running.stop() }, options);
}

/** What a window is a window of. */
interface Behind {
  readonly host: Workbench['host'];
  readonly folder: string;
  readonly url: string;
  readonly running: RunningEditor;
  readonly changeSettings: Workbench['changeSettings'];
  /** @param isSound what is behind may serve another window */
  stop(isSound: boolean): Promise<void>;
}

async function open(behind: Behind, options: OpenOptions): Promise<Editor> {
  const { host, url } = behind;
  const browser = await takeBrowser().catch(async (error: unknown) => {
    await behind.stop(false);
    throw error;
  });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  let page: Page | undefined;
  const close = async (isSound: boolean): Promise<void> => {
    if (page) {
      openEditors.remove(page);
      await leave(page);
    }
    await context.close();
    await giveBrowserBack();
    await behind.stop(isSound);
  };
  try {
    page = await context.newPage();
    openEditors.add(page);
    const errors = watchErrors(page);
    await context.addInitScript({ path: fileURLToPath(new URL('inPage.js', import.meta.url)) });
    if (host === 'web') await giveSettings(context, options.settings ?? {});
    await page.goto(url, { waitUntil: 'commit', timeout: starts });
    await untilReady(page);
    return editor(behind, page, errors, () => close(true));
  } catch (error) {
    for (const path of await pictureFailure(`opening ${host}`)) console.log(`Picture: ${path}`);
    await close(false);
    throw error;
  }
}

/** A window that is left says goodbye to its server, which else keeps all behind it for hours, lest it come back. */
const leave = (page: Page): Promise<unknown> =>
  page.goto('about:blank', { timeout: 10_000 }).catch(() => undefined);

function editor(
  { host, folder, running, changeSettings }: Behind,
  page: Page,
  errors: string[],
  close: () => Promise<void>,
): Editor {
  const input = quickInput(page, host);
  let closed: Promise<void> | undefined;
  return {
    host,
    folder,
    page,
    ...input,
    ...textEditor(page, input.goTo),
    ...panels(page),
    screenshot: (name) => takePicture(page, name),
    consoleErrors: () => errors.filter((text) => !isUsualError(text)),
    serverOutput: () => running.output(),
    pid: running.pid,
    changeSettings,
    webviewTexts: async () => {
      const frames = page
        .frames()
        .filter((frame) => frame.name() === 'active-frame' || frame.name() === 'pending-frame');
      return Promise.all(frames.map((frame) => frame.evaluate<string>('document.body.innerText')));
    },
    reload: async () => {
      const before = errors.length;
      await page.reload({ waitUntil: 'commit', timeout: starts });
      errors.length = before; // What a window complains of while it goes.
      await untilReady(page);
    },
    close: () => (closed ??= close()),
  };
}

/** How long a busy machine may take to show a window, in milliseconds. */
const starts = 120_000;

async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: starts });
  await waitFor(() => ask<boolean>(page, 'isVisible', '.statusbar-item'), 'the status bar');
}

/** Nothing covers a row that the driver would click on, and nothing is saved but by `save`. */
const steadySettings = { 'workbench.tree.enableStickyScroll': false, 'files.autoSave': 'off' };

/**
 * The server of the web host takes no settings, so they are put into what its page says to VS Code. The page itself comes
 * from the server: of one that came from here, a browser would let no webview ask the server for anything.
 */
function giveSettings(
  context: BrowserContext,
  settings: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const quiet = { 'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off' };
  const defaults = JSON.stringify({ ...quiet, ...steadySettings, ...settings });
  return context.addInitScript(`{
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      return name === 'data-settings' && this.id === 'vscode-workbench-web-configuration'
        ? JSON.stringify({ ...JSON.parse(value), configurationDefaults: ${defaults} })
        : value;
    };
  }`);
}

function mustExist(path: string, command: string): void {
  if (!existsSync(path)) throw new Error(`${path} is missing. Make it with "${command}".`);
}
