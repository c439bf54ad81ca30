import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../.scripts/editors.mjs';

let shared: Promise<Browser> | undefined;
let users = 0;

/** One browser for all editors of this process: a second one would be slow on a small machine. */
export async function takeBrowser(): Promise<Browser> {
  users += 1;
  shared ??= chromium.launch({
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
  try {
    return await shared;
  } catch (error) {
    users -= 1;
    shared = undefined;
    throw error;
  }
}

/** To be called once for each `takeBrowser`; the last one closes it. */
export async function giveBrowserBack(): Promise<void> {
  users -= 1;
  if (users > 0 || shared === undefined) return;
  const last = shared;
  shared = undefined;
  await (await last).close();
}
