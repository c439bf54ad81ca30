/** Words before IDs, in real VS Code: in the tree, in completion, behind IDs. */
import { equal, match, ok } from 'node:assert/strict';
import { copySample, openDesktop, waitFor, type Editor, type Line, type Row } from './support/harness';
import { isCalled } from './support/rowCalled';
import { settings } from './support/scenarios';
import { useTheme } from './support/themes';

const mistyped = 'evidence/3-information-and-access/correcting-wrong-information.md';

const expandTo32 = async (editor: Editor): Promise<void> => {
  await editor.openView('Coverage');
  const row = (label: RegExp): Promise<Row> =>
    waitFor(async () => (await editor.treeRows('Coverage')).find((one) => label.test(one.label)), `${label}`);
  for (const label of [/^3 Information/, /^3\.2 /]) {
    const { label: found, expanded } = await row(label);
    if (expanded !== true) await editor.expandRow('Coverage', found);
  }
};

describe('Words first', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: copySample(),
      settings: { ...settings, 'editor.minimap.enabled': false },
    });
  });
  after(() => editor.close());

  it('name elements in Coverage, with a short word of their state behind', async () => {
    await expandTo32(editor);
    const rows = await waitFor(() => editor.treeRows('Coverage'), 'the elements', {
      until: (all) => all.some(({ label }) => isCalled(label, '3.2.4')),
    });
    const row = rows.find(({ label }) => isCalled(label, '3.2.4'));
    match(row?.label ?? '', /^3\.2\.4 information we provide .* accurate and complete/);
    match(row?.description ?? '', /^missing\b/);
    await editor.screenshot('words-coverage');
  });

  it('are what VS Code’s own find in the tree looks at', async () => {
    await editor.page.locator('.pane:has(> .pane-header[aria-label^="Coverage"]) .monaco-list').focus();
    await editor.press('ControlOrMeta+Alt+F');
    await editor.page.keyboard.type('accurate');
    const found = editor.page.locator(
      '.monaco-list-row:has-text("3.2.4") .monaco-highlighted-label .highlight',
    );
    await found.first().waitFor({ timeout: 20_000 });
    match(await found.first().innerText(), /accurate/);
    await editor.screenshot('words-tree-find');
    await editor.press('Escape');
  });

  it('are shown by a click on an element that nothing stands for, and nothing is begun by it', async () => {
    await editor.clickRow('Coverage', '3.2.4');
    const tab = await waitFor(() => editor.activeTab(), 'the standard', {
      until: (one) => one !== undefined,
    });
    equal(tab?.isDirty, false);
    await waitFor(() => editor.webviewTexts(), 'the words of the standard', {
      until: (texts) => texts.some((text) => text.includes('accurate and complete')),
    });
    const row = editor.page.locator('.monaco-list-row:has-text("3.2.4")').first();
    await row.hover();
    ok((await row.locator('.action-label[aria-label*="New Evidence"]').count()) === 1);
    await editor.screenshot('words-element-shown');
  });

  it('lead the filter to the nearest elements, with what led there', async () => {
    await editor.runCommand('Evidence: Find Element…');
    await editor.quickPick.type('zebra apraisals');
    await waitFor(() => editor.quickPick.labels(), 'the nearest', {
      until: (all) => all.at(-1)?.startsWith('Show only') === true,
    });
    await editor.quickPick.choose((label) => label.startsWith('Show only'));
    const rows = await waitFor(() => editor.treeRows('Coverage'), 'the element', {
      until: (all) => all.some(({ description }) => description.includes('for “')),
    });
    ok(rows.some(({ label, description }) => isCalled(label, '2.2.3') && description.includes('apprais')));
    match(await editor.viewText('Coverage'), /about “zebra apraisals”\. +By some of these words/);
    await editor.screenshot('words-filter');
    await editor.runCommand('Evidence: Clear Coverage Filter');
  });

  it('begin the rows of completion', async () => {
    await editor.openFile(mistyped);
    await editor.goTo(5, 10);
    await editor.press('Enter');
    await editor.typeText('- complaint');
    const rows = await editor.suggestions({ until: (labels) => labels.length > 2 });
    ok(
      rows
        .slice(0, 5)
        .every(({ label, description }) => !/\bWe (have|can|are)\b/.test(`${label} ${description}`)),
      JSON.stringify(rows.slice(0, 5)),
    );
    await editor.screenshot('words-completion');
    await editor.press('Escape');
    await editor.undo();
  });

  it('wrap no line as hints behind IDs, in any theme, and in a window of 1280 by 800 at 200 %', async () => {
    await editor.openFile(mistyped);
    const look = async (name: string): Promise<void> => {
      const hinted = async (): Promise<readonly Line[]> =>
        (await editor.visibleLines()).filter(({ text }) => /\d\.\d\.\d\s*\(/.test(text));
      // While the window is laid out, a line may be drawn in two pieces.
      await waitFor(hinted, `hints behind their IDs, ${name}`, {
        until: (lines) => lines.length > 0 && lines.every(({ text }) => text.trimEnd().endsWith(')')),
      });
      await editor.screenshot(`words-hints-${name}`);
    };
    for (const theme of ['light', 'dark', 'high-contrast'] as const) {
      await useTheme(editor, theme);
      await look(theme);
    }
    await useTheme(editor, 'light');
    await editor.page.setViewportSize({ width: 640, height: 400 });
    await look('zoomed');
  });
});
