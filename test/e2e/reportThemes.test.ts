/** The pages of the report, of what would count and of what if in real VS Code: used by everybody in every theme, though no script may run in them. */
import { deepEqual, equal } from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import { faultsIn } from './support/axe';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';
import { isPageIn, themes, useTheme } from './support/themes';

/** Some points of the guidance taken up, so that the map has marks of every kind. */
function withTicks(folder: string): string {
  const place = join(folder, 'evidence/1-customer-insight');
  const point = "A profile of the organisation's main customer groups and their characteristics.";
  const other = 'Details of how these groups were segmented and classified.';
  appendFileSync(join(place, 'customer-profile.md'), `\n- [x] ${point}\n- [ ] ${other}\n`);
  return folder;
}

/** What each page begins with, its tab, and what has to be on it. */
const pages = {
  report: {
    tab: /^Report: /,
    title: /^Anytown Libraries/,
    has: /Guidance, point by point[^]*1 of 3 addressed/,
  },
  'what-counts': {
    tab: /^What Would Count: 1\.1\.1/,
    title: /^What would count for 1\.1\.1 /,
    has: /●[^]*Addressed[^]*Customer profile 2026[^]*Listed, and not ticked[^]*In no evidence[^]*What its neighbours in 1\.1 /,
  },
  'what-if': {
    tab: /^What If: /,
    title: /^What if: Anytown Libraries/,
    has: /Nothing has been written[^]*“Customer profile 2026” is withdrawn[^]*It is 12 May 2027[^]*Elements that would change/,
  },
} as const;

describe('The pages of the report and beside it in desktop VS Code', () => {
  let editor: Editor;
  let axe = '';
  let folder = '';
  const manifest = (): string => readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
  before(async () => {
    axe = readFileSync(await ensureAxe({ log: console.log }), 'utf8');
    folder = withTicks(copySample());
    editor = await openDesktop({ folder, settings, viewport: { width: 1400, height: 1100 } });
    await editor.openFile('portfolio.yaml');
    await editor.openView('Coverage');
    await waitFor(() => editor.treeRows('Coverage'), 'the coverage', {
      until: (rows) => rows.length > 3,
    });
    await editor.runCommand('Evidence: Show Report');
  });
  after(() => editor.close());

  const frameOf = ({ title, has }: (typeof pages)[keyof typeof pages]): Promise<Frame> =>
    waitFor(
      async () => {
        for (const frame of editor.page.frames()) {
          const texts = await frame
            .locator('main')
            .allInnerTexts()
            .catch(() => []);
          const [text = ''] = texts;
          if (title.test(text) && has.test(text)) return frame;
        }
        return undefined;
      },
      `the page ${String(title)}`,
    );
  const asks = (title: RegExp): Promise<string> =>
    waitFor(() => editor.page.locator('.quick-input-title').innerText(), `the question ${String(title)}`, {
      until: (text) => title.test(text),
    });
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
  it('say what would count for an element that is picked', async () => {
    await frameOf(pages.report);
    await editor.runCommand('Evidence: What Would Count?');
    await asks(/^What Would Count\?$/);
    await editor.quickPick.accept('1.1.1');
    await frameOf(pages['what-counts']);
  });

  it('say what if, as much of it as is supposed, and write nothing', async () => {
    const before = manifest();
    await editor.runCommand('Evidence: What If…');
    await asks(/^What If: Anytown Libraries/);
    await editor.quickPick.accept('Evidence is withdrawn…');
    await asks(/^What If: Which Evidence Is Withdrawn\?$/);
    await editor.quickPick.accept('Customer profile 2026');
    await editor.quickPick.accept();
    await asks(/^What If: Anytown Libraries/);
    await editor.quickPick.accept('It is another day…');
    await asks(/^What If: Judged as of Which Day\?$/);
    await editor.quickPick.accept('Wednesday 12 May 2027');
    await asks(/^What If: Anytown Libraries/);
    await editor.quickPick.accept('Show what becomes of it');
    await frameOf(pages['what-if']);
    equal(manifest(), before);
  });

  for (const theme of themes)
    it(`have nothing that axe finds: ${theme}`, async () => {
      await useTheme(editor, theme);
      for (const [key, page] of Object.entries(pages)) {
        await editor.page.locator('.tab', { hasText: page.tab }).first().click({ timeout: 10_000 });
        const content = await waitFor(async () => (await frameOf(page)).content(), `${key}, ${theme}`, {
          until: (html) => isPageIn(html, theme),
        });
        const frame = await frameOf(page);
        const map = frame.locator('table.heat caption');
        if ((await map.count()) > 0) await map.scrollIntoViewIfNeeded();
        await editor.page.mouse.move(2, 2);
        await editor.screenshot(`${key}-page-${theme}`);
        deepEqual(await faults(content), [], key);
      }
    });
});
