/** VS Code's themes of each kind, chosen as a user chooses them. */
import type { Editor } from './harness';
import { waitFor } from './waitFor';

const kinds = {
  light: { label: 'Light Modern', setting: 'Default Light Modern', window: 'vs', page: 'vscode-light' },
  dark: { label: 'Dark Modern', setting: 'Default Dark Modern', window: 'vs-dark', page: 'vscode-dark' },
  'high-contrast': {
    label: 'Dark High Contrast',
    setting: 'Default High Contrast',
    window: 'hc-black',
    page: 'vscode-high-contrast',
  },
  'high-contrast-light': {
    label: 'Light High Contrast',
    setting: 'Default High Contrast Light',
    window: 'hc-light',
    page: 'vscode-high-contrast-light',
  },
} as const;

export type Theme = keyof typeof kinds;
export const themes = Object.keys(kinds) as readonly Theme[];

/** The setting that says which theme a window begins with. */
export const themeSetting = (theme: Theme): Readonly<Record<string, string>> => ({
  'workbench.colorTheme': kinds[theme].setting,
});

/**
 * Changes the theme of a window, unless it has it, and waits until it is there. Pages in the window follow a little later:
 * `isPageIn`. Menus and lists that are open close.
 */
export async function useTheme(editor: Editor, theme: Theme): Promise<void> {
  const { label, window } = kinds[theme];
  const isUsed = async (): Promise<boolean> =>
    (await editor.page.locator(`.monaco-workbench.${window}`).count()) > 0;
  if (await isUsed()) return;
  await editor.runCommand('Preferences: Color Theme');
  await editor.quickPick.type(label);
  await editor.quickPick.choose((found) => found === label);
  await waitFor(isUsed, `the theme ${theme}`);
}

/** What the body of a page in VS Code says of its theme, in `data-vscode-theme-kind`. */
export const pageKind = (theme: Theme): string => kinds[theme].page;

/** Whether a page in VS Code, as HTML, has the colours of a theme. */
export const isPageIn = (html: string, theme: Theme): boolean =>
  html.includes(`data-vscode-theme-kind="${pageKind(theme)}"`);
