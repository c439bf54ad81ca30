import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { repository, startDesktop, startWeb, type RunningEditor } from '../../../.scripts/editors.mjs';
import { giveBrowserBack, takeBrowser } from './browser';
import { openEditors, pictureFailure, takePicture } from './openEditors';
import { ask } from './page';
import { panels } from './panels';
import { quickInput, type QuickInput } from './quickInput';
import { serverFaults } from './serverFaults';
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
}

export interface OpenWebOptions extends OpenOptions {
  readonly folder: string;
  /** A folder with package.json and the built bundles; this repository if left out; `false` for none. */
  readonly extension?: string | false;
}

/** Opens the newest VS Code, with extensions in a Node process, on a folder of the disk. */
export async function openDesktop(options: OpenDesktopOptions): Promise<Editor> {
  const {
    folder,
    extension = join(repository, 'evidence-portfolio.vsix'),
    settings,
    workspaceTrust,
  } = options;
  if (extension !== false) mustExist(extension, 'npm run package');
  const running = await startDesktop({
    folder,
    extension: extension === false ? undefined : extension,
    userSettings: { ...steadySettings, ...settings },
    workspaceTrust,
    log: console.log,
  });
  return open('desktop', running, folder ?? '', options);
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
  return open('web', running, folder, options);
}

async function open(
  host: Workbench['host'],
  running: RunningEditor,
  folder: string,
  options: OpenOptions,
): Promise<Editor> {
  const browser = await takeBrowser().catch(async (error: unknown) => {
    await running.stop();
    throw error;
  });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  let page: Page | undefined;
  const close = async (): Promise<void> => {
    if (page) openEditors.remove(page);
    await context.close();
    await giveBrowserBack();
    const faults = host === 'desktop' ? serverFaults(running.dataDir) : [];
    await running.stop();
    if (faults.length > 0) throw new Error(`Something in the server failed:\n${faults.join('\n')}`);
  };
  try {
    page = await context.newPage();
    openEditors.add(page);
    const errors = watchErrors(page);
    await context.addInitScript({ path: fileURLToPath(new URL('inPage.js', import.meta.url)) });
    if (host === 'web') await giveSettings(context, options.settings ?? {});
    await page.goto(running.url, { timeout: 90_000 });
    await untilReady(page);
    return editor(host, running, folder, page, errors, close);
  } catch (error) {
    for (const path of await pictureFailure(`opening ${host}`)) console.log(`Picture: ${path}`);
    await close();
    throw error;
  }
}

function editor(
  host: Workbench['host'],
  running: RunningEditor,
  folder: string,
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
    consoleErrors: () => errors.filter((text) => !usualErrors.some((usual) => usual.test(text))),
    serverOutput: () => running.output(),
    webviewTexts: async () => {
      const frames = page
        .frames()
        .filter((frame) => frame.name() === 'active-frame' || frame.name() === 'pending-frame');
      return Promise.all(frames.map((frame) => frame.evaluate<string>('document.body.innerText')));
    },
    reload: async () => {
      const before = errors.length;
      await page.reload();
      errors.length = before; // What a window complains of while it goes.
      await untilReady(page);
    },
    close: () => (closed ??= close()),
  };
}

async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: 60_000 });
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

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    errors.push(error.message);
  });
  return errors;
}

/** What both hosts say without any extension: native modules are not compiled, and nothing is fetched. */
const usualErrors: readonly RegExp[] = [
  // VS Code draws a row that has just gone, catches that, and says so.
  /\[TreeView\] Failed to resolve parent/,
  // On a busy machine VS Code's own extensions are late when a file is saved. Ours takes no part in saving.
  /Aborted onWillSaveTextDocument-event/,
  /Could not locate the bindings file/,
  /native-watchdog|build\/Release\/watchdog/,
  /Failed to load resource/,
  /getaddrinfo|Failed to fetch|ERR_NAME_NOT_RESOLVED/,
  /service worker/i,
  /authentication provider/,
];

function mustExist(path: string, command: string): void {
  if (!existsSync(path)) throw new Error(`${path} is missing. Make it with "${command}".`);
}
