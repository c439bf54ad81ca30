import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../.scripts/editors.mjs';

let shared: Promise<Browser> | undefined;
let users = 0;

/** One browser for all windows of this process: a second one would be slow on a small machine. */
export async function takeBrowser(): Promise<Browser> {
  const browser = await (shared ??= launch());
  if (browser.isConnected()) {
    users += 1;
    return browser;
  }
  shared = undefined;
  return takeBrowser();
}

async function launch(): Promise<Browser> {
  const starting = chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    // Playwright would close the browser and let this process live on; editors.mjs ends it, and the browser with it.
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return starting.catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
}

/** To be called once for each `takeBrowser`; the last one closes what is still open in it. */
export async function giveBrowserBack(): Promise<void> {
  users -= 1;
  if (users > 0 || shared === undefined) return;
  const browser = await shared;
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** Closes the browser, where there is one. */
export async function endBrowser(): Promise<void> {
  const last = shared;
  shared = undefined;
  if (last) await (await last).close();
}
