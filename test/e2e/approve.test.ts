/** Approving a draft in desktop VS Code: from Coverage, from This File and in the text, and only what is a draft. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { folderWith, openDesktop, waitFor, type Editor, type Row } from './support/harness';
import { menuOf } from './support/rowMenu';
import { settings } from './support/scenarios';

const file = (title: string, status: string): string =>
  `---\ntitle: ${title}\nelements: [5.2.5]\nstatus: ${status}\n---\n\n# ${title}\n`;

for (const [name, theme] of [
  ['dark', 'Default Dark Modern'],
  ['contrast', 'Default High Contrast'],
] as const)
  describe(`Approving a draft, ${name}`, () => {
    let editor: Editor;
    before(async () => {
      const files = {
        'portfolio.yaml': '',
        'queues.md': file('Queues', 'draft'),
        'waits.md': file('Waits', 'approved'),
      };
      editor = await openDesktop({
        folder: folderWith(files, 'queues'),
        settings: { ...settings, 'workbench.colorTheme': theme },
      });
      await editor.openFile('queues.md');
    });
    after(() => editor.close());

    const isNow = (status: string): Promise<string> =>
      waitFor(() => editor.editorText(), `the status ${status}`, {
        timeout: 30_000,
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
        timeout: 60_000,
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
      await editor.screenshot(`approve-this-file-${name}`);
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
      await editor.screenshot(`approve-coverage-${name}`);
      const menu = await menuOf(editor, 'Waits');
      deepEqual([menu.includes('Mark Reviewed'), menu.includes('Approve')], [true, false]);
    });
  });
