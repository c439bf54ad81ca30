/** What is seen of evidence without opening a view: marks in the Explorer and on tabs, the Markdown preview. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import { folderWith, openDesktop, openWeb, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';
import { pageKind, useTheme } from './support/themes';

const evidence = (more: string): string => `---\ntitle: T\nelements: [3.2.4]\n${more}\n---\n\n# T\n\nText.\n`;
const files = {
  'portfolio.yaml': 'title: One\n',
  'a-draft.md': evidence('status: draft'),
  'b-late.md': evidence('review-by: 2026-01-02'),
  'c-faulty.md': evidence('status: aproved'),
  'd-gone.md': evidence('status: withdrawn'),
  'e-good.md': evidence('status: approved'),
};

/** What VS Code says and shows of a file in the Explorer: its name, the words, the sign. */
const labelOf = (editor: Editor, name: string): Promise<string> =>
  editor.page.evaluate<string>(`(() => {
    const row = document.querySelector('.explorer-folders-view [role="treeitem"][aria-label^="${name}"]');
    const label = row?.querySelector('.monaco-icon-label');
    return label ? label.getAttribute('aria-label') + ' | ' + getComputedStyle(label, '::after').content : '';
  })()`);

for (const [host, open] of [
  ['desktop VS Code', openDesktop],
  ['VS Code for the web', openWeb],
] as const) {
  describe(`Marks of files in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open({ folder: folderWith(files), settings });
      await editor.openFile('a-draft.md');
    });
    after(() => editor.close());

    const until = (name: string, expected: RegExp): Promise<string> =>
      waitFor(() => labelOf(editor, name), `${name} as ${String(expected)}`, {
        until: (label) => expected.test(label),
      });

    it('stand in the Explorer, with their words', async () => {
      await until('a-draft.md', /Evidence: draft.*✎/s);
      await until('b-late.md', /Evidence: overdue: to be reviewed by 2 January 2026.*↻/s);
      await until('c-faulty.md', /Evidence: 1 error to be put right.*!/s);
      await until('d-gone.md', /Evidence: withdrawn.*×/s);
      equal((await labelOf(editor, 'e-good.md')).includes('Evidence:'), false);
      await editor.screenshot(`seen-marks-${editor.host}`);
    });

    it('stand on tabs', async () => {
      const tab = editor.page.locator('.tab.active .monaco-icon-label').first();
      match((await tab.getAttribute('aria-label')) ?? '', /Evidence: draft/);
    });

    it('go when the file is approved', async () => {
      await editor.goTo(4, 9);
      await editor.page.keyboard.press('Control+Shift+ArrowRight');
      await editor.page.keyboard.type('approved');
      await waitFor(() => labelOf(editor, 'a-draft.md'), 'no mark', {
        until: (label) => label.includes('a-draft.md') && !label.includes('Evidence:'),
      });
    });
  });
}

/**
 * What axe finds in what is ours of a page, as `rule: element: why`. A preview's page is transparent, and what shows
 * through it is the editor's background, which axe cannot see from within: it would take it for white.
 */
async function faultsOf(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(readFileSync(await ensureAxe(), 'utf8'));
  return frame.evaluate<readonly string[]>(
    `(() => {
      document.documentElement.style.backgroundColor = 'var(--vscode-editor-background)';
      return axe.run({ include: [['.evidence-card'], ['li'], ['abbr']] }, { preload: false });
    })().then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html, node.failureSummary].join(': '))))`,
  );
}

/** The page is made anew when the theme changes: where it goes meanwhile, it is looked for again. */
const ifItStays = (asked: Promise<readonly string[]>): Promise<readonly string[]> =>
  asked.catch((error: unknown) => [String(error)]);

const corrected = `---
title: Correcting <b>wrong</b> information
elements: [3.2.4, 9.9.9]
owner: Library Services Manager
status: in-review
review-by: 2026-11-01
house-key: ours
---

# Correcting wrong information

What 3.2.4 asks of us, and 1.1.1.

- [x] Said
- [ ] To be said

`;

describe('The Markdown preview in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: folderWith({ 'portfolio.yaml': 'title: One\n', 'a.md': corrected, 'b.md': '---\nkey: 3.2.4\n---\n\n- [x] b\n' }), // prettier-ignore
      settings,
    });
  });
  after(() => editor.close());

  /** The page of the preview that is shown, once something stands in it. */
  const page = async (selector: string): Promise<Frame> =>
    waitFor(async () => {
      for (const frame of editor.page.frames())
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      return undefined;
    }, `a preview with ${selector}`);

  it('shows evidence with a card, ticks and the words of elements', async () => {
    await editor.openFile('a.md');
    await editor.runCommand('Markdown: Open Preview');
    const preview = await page('.evidence-card');
    const card = await preview.locator('.evidence-card').innerText();
    match(card, /Correcting <b>wrong<\/b> information/);
    match(card, /Owner\s+Library Services Manager/);
    match(card, /Review by\s+overdue for 20 days: Sunday 1 November 2026/);
    match(card, /3\.2\.4 We can demonstrate[^]*draft/);
    match(card, /9\.9\.9 not an element of the standard/);
    match(card, /Error in line 3: 9\.9\.9 is not an element/);
    equal(await preview.locator('.evidence-tick[role="img"]').count(), 2);
    match((await preview.locator('h1 ~ p abbr').first().getAttribute('title')) ?? '', /^3\.2\.4 We can/);
    await preview.locator('summary').click();
    match(await preview.locator('.evidence-card details').innerText(), /house-key/);
    await editor.screenshot('seen-preview-light');
    deepEqual(await faultsOf(preview), []);
  });

  for (const theme of ['dark', 'high-contrast'] as const)
    it(`is as easy to read in ${theme}`, async () => {
      await useTheme(editor, theme);
      const selector = `body[data-vscode-theme-kind="${pageKind(theme)}"] .evidence-card`;
      await page(selector);
      await editor.screenshot(`seen-preview-${theme}`);
      // The colours of the page change in steps.
      await waitFor(async () => ifItStays(faultsOf(await page(selector))), 'nothing that is hard to read', {
        until: (faults) => faults.length === 0,
      });
    });
});
