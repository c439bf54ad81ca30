import type { Page } from 'playwright-core';
import { ask } from './page';
import { isAny, lastOf, waitFor } from './waitFor';

interface QuickFixOptions {
  readonly timeout?: number;
  /** What the titles must be; any, if left out. */
  readonly until?: (titles: readonly string[]) => boolean;
}

const actionWidget = '.action-widget';
const noQuickFixes = '.monaco-editor-overlaymessage';

/** What the editor offers to do at the cursor. */
export function lightBulb(page: Page, focus: () => Promise<void>) {
  const titles = (): Promise<readonly string[]> => ask(page, 'texts', `${actionWidget} .action .title`);

  const closeMenu = async (): Promise<void> => {
    await waitFor(async () => {
      if (!(await ask<boolean>(page, 'isVisible', actionWidget))) return true;
      await page.keyboard.press('Escape');
      return false;
    }, 'the menu to close');
  };

  const quickFixes = async (options: QuickFixOptions = {}): Promise<readonly string[]> => {
    const { timeout = 60_000, until = isAny } = options;
    const isAnswered = async (): Promise<boolean> =>
      until(await titles()) || (await ask<boolean>(page, 'isVisible', noQuickFixes));
    const read = async (): Promise<readonly string[]> => {
      if (until(await titles())) return titles();
      await closeMenu();
      await focus();
      await page.keyboard.press('ControlOrMeta+.');
      await waitFor(isAnswered, 'quick fixes', 3000).catch(() => false);
      return titles();
    };
    return lastOf(read, 'quick fixes', { timeout, until }, []);
  };

  return {
    /**
     * The titles in the light bulb's menu at the cursor, once they are what is expected; when the time is over, those
     * that there are then. The menu stays open.
     */
    quickFixes,

    /** Chooses from the light bulb's menu at the cursor, by title, and gives the title. */
    applyQuickFix: async (wanted: string | RegExp): Promise<string> => {
      const isIt = (title: string): boolean =>
        typeof wanted === 'string' ? title === wanted : wanted.test(title);
      const focused = async (): Promise<string> =>
        (await ask<readonly string[]>(page, 'texts', `${actionWidget} .focused .title`)).join('');
      const step = async (): Promise<string> => {
        const all = await quickFixes({ until: (found) => found.some(isIt) });
        if (!all.some(isIt)) throw new Error(`${wanted} is no quick fix here, only: ${all.join('; ')}`);
        // With the keys: a click is caught by what covers the window while the menu is new.
        await waitFor(focused, 'the menu to have the focus', 3000);
        for (let round = 0; round <= all.length && !isIt(await focused()); round += 1) {
          await page.keyboard.press('ArrowDown');
        }
        const title = await focused();
        if (!isIt(title)) throw new Error(`The menu stands on "${title}".`);
        await page.keyboard.press('Enter');
        return title;
      };
      const title = await waitFor(step, `the quick fix ${wanted}`);
      await waitFor(async () => !(await ask<boolean>(page, 'isVisible', actionWidget)), 'the menu to close');
      return title;
    },
  };
}
