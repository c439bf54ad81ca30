/** Moving a portfolio to the next edition of its standard, in both hosts. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portfolio } from '../unit/cli/migrate/editions';
import { folderWith, openDesktop, openWeb, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const viewport = { width: 1400, height: 1000 };
const command = 'Evidence: Move to Another Edition of the Standard…';

for (const [host, open] of [
  ['desktop VS Code', () => openDesktop({ folder: folderWith(portfolio), settings, viewport })],
  ['VS Code for the web', () => openWeb({ folder: folderWith(portfolio), settings, viewport })],
] as const) {
  describe(`The next edition in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open();
      await editor.openView('Coverage');
      await waitFor(() => editor.treeRows('Coverage'), 'the coverage', {
        until: (rows) => rows.some(({ label }) => label.startsWith('1 ') || label.includes('Welcome')),
      });
    });
    after(() => editor.close());

    const message = (part: RegExp): Promise<string> =>
      waitFor(
        async () =>
          (await editor.notifications()).map(({ message: text }) => text).find((text) => part.test(text)) ??
          '',
        `a message like ${part}`,
        { until: (text) => text !== '' },
      );

    it('asks which edition, and what it leaves open, with the words of each', async () => {
      await editor.runCommand(command);
      await waitFor(() => editor.quickPick.labels(), 'the editions', {
        until: (labels) => labels.includes('Good Libraries, edition 2026'),
      });
      await editor.screenshot(`edition-choice-${editor.host}`);
      await editor.quickPick.accept('Good Libraries, edition 2026');
      await waitFor(() => editor.quickPick.title(), 'a question', {
        until: (title) => title === '1 of 2: 1.2, “The opening hours are known”',
      });
      match(
        await editor.quickPick.placeholder(),
        /^It is not in this edition\. Is this what it has become\?/,
      );
      deepEqual(await editor.quickPick.labels(), ['1.5']);
      await editor.quickPick.accept('1.5');
      await editor.quickPick.accept();
      await waitFor(() => editor.quickPick.title(), 'another question', {
        until: (title) => title.startsWith('2 of 2: 1.3, “There is room for prams'),
      });
      deepEqual(await editor.quickPick.labels(), ['1.3a', '1.3b']);
      await editor.screenshot(`edition-question-${editor.host}`);
      await editor.quickPick.accept('1.3a');
      await editor.quickPick.accept('1.3b');
      await editor.quickPick.accept();
    });

    it('shows what would change, and writes nothing', async () => {
      equal(
        await message(/would be changed/),
        'Good Libraries, edition 2026: 6 files would be changed. Nothing is written yet.',
      );
      if (editor.host === 'desktop')
        await waitFor(() => editor.webviewTexts(), 'the page', {
          until: (texts) => texts.some((text) => text.includes('What it does to the coverage')),
        });
      await editor.screenshot(`edition-preview-${editor.host}`);
      await editor.pressNotification('Show Changes');
      await waitFor(() => editor.page.locator('.multiDiffEntry').count(), 'the files side by side', {
        until: (number) => number > 1,
      });
      await message(/would be changed/);
      await editor.screenshot(`edition-changes-${editor.host}`);
      equal(readFileSync(join(editor.folder, 'evidence/books.md'), 'utf8'), portfolio['evidence/books.md']);
    });

    it('writes when it is told to', async () => {
      await editor.pressNotification('Apply');
      await editor.openFile('evidence/books.md');
      await waitFor(() => editor.editorText(), 'the new IDs', {
        until: (text) => text.includes('elements: 3.2, 3.1') && text.includes('# 3.1 New books'),
      });
      await editor.screenshot(`edition-applied-${editor.host}`);
    });

    it('takes all of it back with one undo', async () => {
      await editor.page.locator('.monaco-editor .view-lines').first().click();
      await editor.page.keyboard.press('ControlOrMeta+Z');
      await waitFor(() => editor.editorText(), 'the old IDs', {
        until: (text) => text.includes('elements: 3.1, 3.2') && text.includes('# 3.2 New books'),
      });
      await editor.openFile('action-plan.md');
      match(await editor.editorText(), /\*\*4\.1\*\*/);
    });
  });
}
