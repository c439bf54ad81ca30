/** The menus of rows of views. */
import type { Editor } from './harness';
import { waitFor } from './waitFor';

/** Right-clicks on a row and chooses in its menu; again if the row is drawn anew at that moment. */
export async function chooseInMenu(
  { page }: Editor,
  view: string,
  label: string,
  entry: string,
): Promise<void> {
  const start = new RegExp(`^${label.replaceAll('.', '\\.')}`);
  const row = page.locator(`.pane:has(> .pane-header[aria-label^="${view}"]) .monaco-list-row`, {
    hasText: start,
  });
  const chosen = page.locator('.monaco-menu .action-label', { hasText: entry });
  await waitFor(async () => {
    // The tooltip of another row would cover this one.
    await page.mouse.move(1000, 1000);
    await page.locator('.workbench-hover').first().waitFor({ state: 'hidden' });
    await row.first().click({ button: 'right', timeout: 5000 });
    await chosen.first().waitFor({ timeout: 3000 });
    // A menu takes no clicks in its first tenth of a second, lest the one that opened it choose something.
    const choose = async (): Promise<boolean> => {
      if ((await chosen.count()) === 0) return true;
      await chosen.first().click({ timeout: 1000 });
      return false;
    };
    return waitFor(choose, 'the menu to close', 5000);
  }, `${entry} in the menu of ${label}`);
}
