import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { ask } from './page';
import { waitFor } from './waitFor';

const pages = new Set<Page>();

/** The windows that are open now, for what has to be done with them after a failure. */
export const openEditors = {
  add: (page: Page): void => void pages.add(page),
  remove: (page: Page): void => void pages.delete(page),
};

/** Saves a picture of a window under `test/e2e/.output/`, and gives its path. */
export async function takePicture(page: Page, name: string): Promise<string> {
  const output = fileURLToPath(new URL('../.output/', import.meta.url));
  mkdirSync(output, { recursive: true });
  const path = join(output, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** Pictures of the open windows as they are now; `name` may be any text. What cannot be had is left out. */
export async function pictureFailure(name: string): Promise<readonly string[]> {
  const plain = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 150);
  const taken = [...pages].map((page, at) =>
    takePicture(page, `failed-${plain}${at === 0 ? '' : `-${at + 1}`}`).catch(() => ''),
  );
  return (await Promise.all(taken)).filter((path) => path !== '');
}

const inFront = ['.quick-input-widget', '.monaco-menu', '.action-widget', '.suggest-widget.visible'];

/** Lets go and closes what a test that failed has left open, so that it does not take the next ones with it. */
export async function tidyUp(): Promise<void> {
  for (const page of pages) {
    // While something is dragged, the browser takes no key but this one.
    await page.keyboard.press('Escape').catch(() => undefined);
    await page.mouse.up().catch(() => undefined);
    const isClear = async (): Promise<boolean> => {
      const shown = await Promise.all(inFront.map((selector) => ask<boolean>(page, 'isVisible', selector)));
      if (!shown.includes(true)) return true;
      await page.keyboard.press('Escape');
      return false;
    };
    await waitFor(isClear, 'what is in front to close', 10_000).catch(() => undefined);
  }
}
