/** The page of the report in real VS Code: used by everybody in every theme, though no script may run in it. */
import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import { faultsIn } from './support/axe';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Dark High Contrast',
  'high-contrast-light': 'Light High Contrast',
} as const;

describe('The page of the report in desktop VS Code', () => {
  let editor: Editor;
  let axe = '';
  before(async () => {
    axe = readFileSync(await ensureAxe({ log: console.log }), 'utf8');
    editor = await openDesktop({ folder: copySample(), settings, viewport: { width: 1400, height: 1100 } });
    await editor.openFile('portfolio.yaml');
    await editor.openView('Coverage');
    await waitFor(() => editor.treeRows('Coverage'), 'the coverage', {
      timeout: 60_000,
      until: (rows) => rows.length > 3,
    });
    await editor.runCommand('Evidence: Show Report');
  });
  after(() => editor.close());

  const reportFrame = (): Promise<Frame> =>
    waitFor(
      async () => {
        for (const frame of editor.page.frames()) {
          const verdicts = frame.locator('main .verdict').count();
          if ((await verdicts.catch(() => 0)) > 0) return frame;
        }
        return undefined;
      },
      'the page of the report',
      60_000,
    );
  /** As it is shown, with the colours of the theme, in a page in which axe may run. */
  const faults = async (content: string): Promise<readonly string[]> => {
    const page = await editor.page.context().newPage();
    try {
      await page.setContent(content.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, ''));
      return await faultsIn(page, axe);
    } finally {
      await page.close();
    }
  };
  const textColour = (content: string): string =>
    /--vscode-editor-foreground:\s*([^;]+);/.exec(content)?.[1] ?? '';

  let lastColour = '';
  for (const [name, theme] of Object.entries(themes))
    it(`has nothing that axe finds: ${name}`, async () => {
      await editor.runCommand('Preferences: Color Theme');
      await editor.quickPick.type(theme);
      await editor.quickPick.choose((label) => label === theme);
      const content = await waitFor(async () => (await reportFrame()).content(), `the colours of ${theme}`, {
        timeout: 30_000,
        until: (now) => textColour(now) !== '' && textColour(now) !== lastColour,
      });
      lastColour = textColour(content);
      await editor.page.mouse.move(2, 2);
      await editor.screenshot(`report-page-${name}`);
      deepEqual(await faults(content), []);
    });
});
