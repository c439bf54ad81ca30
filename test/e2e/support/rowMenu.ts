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
  const rows = `.pane:has(> .pane-header[aria-label^="${view}"]) .monaco-list-row`;
  const row = page.locator(rows, { hasText: start });
  const rowInFocus = page.locator(`${rows}.focused`, { hasText: start });
  const chosen = page.locator('.monaco-menu .action-label', { hasText: entry });
  const menuComes = (): Promise<boolean> =>
    chosen
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
  await waitFor(async () => {
    // The tooltip of another row would cover this one.
    await page.mouse.move(1000, 1000);
    await page.locator('.workbench-hover').first().waitFor({ state: 'hidden', timeout: 5000 });
    await row.first().click({ button: 'right', timeout: 5000 });
    // Another row may have come under the mouse, and then it is the menu of that one.
    if (!(await menuComes()) || (await rowInFocus.count()) === 0) {
      await page.keyboard.press('Escape');
      throw new Error(`It is not the menu of ${label}`);
    }
    // A menu takes no clicks in its first tenth of a second, lest the one that opened it choose something.
    const choose = async (): Promise<boolean> => {
      if ((await chosen.count()) === 0) return true;
      await chosen.first().click({ timeout: 1000 });
      return false;
    };
    return waitFor(choose, 'the menu to close', 5000);
  }, `${entry} in the menu of ${label}`);
}

/** The entries of a row's context menu, by what the row begins with. The menu is in a shadow tree of its own. */
export async function menuOf(editor: Editor, label: string, view = 'Coverage'): Promise<readonly string[]> {
  const { page } = editor;
  const start = new RegExp(`^${label.replaceAll('.', '\\.')}`);
  const row = (also = '') =>
    page
      .locator(`.pane:has(> .pane-header[aria-label^="${view}"]) .monaco-list-row${also}`, { hasText: start })
      .first();
  const entries = (): Promise<readonly string[]> =>
    page.locator('.monaco-menu .action-label:not(.separator)').allInnerTexts();
  const open = async (): Promise<readonly string[]> => {
    // The tooltip of another row would cover this one.
    await page.mouse.move(1000, 700);
    await page.locator('.workbench-hover').first().waitFor({ state: 'hidden', timeout: 5000 });
    await row().click({ button: 'right', timeout: 5000 });
    const all = await waitFor(entries, 'a menu', { timeout: 2000, until: (found) => found.length > 0 });
    if ((await row('.focused').count()) > 0) return all;
    await editor.press('Escape');
    throw new Error(`Another row has come under the mouse than ${label}`);
  };
  // A row that is drawn anew at that moment closes its menu.
  const found = await waitFor(open, `the menu of ${label}`);
  await editor.press('Escape');
  await waitFor(entries, 'the menu to close', { until: (all) => all.length === 0 });
  return found.map((text) => text.trim()).filter((text) => text !== '');
}
