import type { Page } from 'playwright-core';

/** The errors on a window's console, from now on. */
export function watchErrors(page: Page): string[] {
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
export const isUsualError = (text: string): boolean => usualErrors.some((usual) => usual.test(text));

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
