/** Approving a draft in desktop VS Code: from Coverage, from This File and in the text, and only what is a draft. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { folderWith, openDesktop, waitFor, type Editor, type Row } from './support/harness';
import { menuOf } from './support/rowMenu';
import { settings } from './support/scenarios';
import { themeSetting, useTheme } from './support/themes';

const file = (title: string, status: string): string =>
  `---\ntitle: ${title}\nelements: [5.2.5]\nstatus: ${status}\n---\n\n# ${title}\n`;

describe('Approving a draft', () => {
  let editor: Editor;
  before(async () => {
    const files = {
      'portfolio.yaml': '',
      'queues.md': file('Queues', 'draft'),
      'waits.md': file('Waits', 'approved'),
    };
    editor = await openDesktop({
      folder: folderWith(files, 'queues'),
      settings: { ...settings, ...themeSetting('dark') },
    });
    await editor.openFile('queues.md');
  });
  after(() => editor.close());

  /** What can be done is drawn in other colours where the contrast is high. */
  const inBothThemes = async (picture: string): Promise<void> => {
    for (const theme of ['dark', 'high-contrast'] as const) {
      await useTheme(editor, theme);
      await editor.screenshot(`${picture}-${theme}`);
    }
  };
  const isNow = (status: string): Promise<string> =>
    waitFor(() => editor.editorText(), `the status ${status}`, {
      until: (text) => text.includes(`status: ${status}\n`),
    });
  const rowOf = (view: string, label: RegExp): Promise<Row> =>
    waitFor(
      async () => (await editor.treeRows(view)).find((row) => label.test(row.label)),
      `${label} in ${view}`,
      60_000,
    );

  it('is offered where its status stands', async () => {
    await waitFor(() => editor.codeLenses(), 'the lens', {
      until: (lenses) => lenses.includes('Approve'),
    });
    await editor.goTo(4, 3);
    equal(await editor.applyQuickFix('Approve'), 'Approve');
    await isNow('approved');
    await editor.undo();
    await isNow('draft');
  });

  it('is offered in the row of the status in This File', async () => {
    await editor.openView('This File');
    const { label } = await rowOf('This File', /^Status/);
    // A click brings the row into sight, and asks which status it shall be.
    await editor.clickRow('This File', label);
    await waitFor(() => editor.quickPick.labels(), 'the statuses', { until: (all) => all.length > 0 });
    await editor.press('Escape');
    const menu = await menuOf(editor, label, 'This File');
    equal(menu[0], 'Approve');
    const pane = '.pane:has(> .pane-header[aria-label^="This File"])';
    const row = editor.page.locator(`${pane} .monaco-list-row`, { hasText: /^Status/ }).first();
    await row.hover();
    await inBothThemes('approve-this-file');
    await row.hover();
    await row.locator('.action-label[aria-label*="Approve"]').click();
    await isNow('approved');
    await editor.undo();
    await isNow('draft');
  });

  it('is offered in Coverage, and not on what is approved', async () => {
    await editor.openView('Coverage');
    for (const label of [/^5 /, /^5\.2 /, /^5\.2\.5 /]) {
      const { label: found, expanded } = await rowOf('Coverage', label);
      if (expanded !== true) await editor.expandRow('Coverage', found);
    }
    await rowOf('Coverage', /^Queues$/);
    ok((await menuOf(editor, 'Queues')).includes('Approve'));
    await inBothThemes('approve-coverage');
    const menu = await menuOf(editor, 'Waits');
    deepEqual([menu.includes('Mark Reviewed'), menu.includes('Approve')], [true, false]);
  });
});
