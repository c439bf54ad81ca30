/** The built extension in the oldest supported VS Code for the web: extensions in a worker, files of a virtual file system. */
import { match } from 'node:assert/strict';
import { beginsAPortfolio } from './support/fromNothing';
import { copySample, folderWith, openWeb, waitFor, type Editor } from './support/harness';
import { settings, writesWithTheSample } from './support/scenarios';

describe('VS Code for the web', () => {
  let editor: Editor;
  before(async () => {
    editor = await openWeb({ folder: copySample(), settings });
  });
  after(() => editor.close());

  writesWithTheSample(() => editor);

  it('counts a file that is made in the explorer, and forgets it when it is deleted', async () => {
    const statusBarSays = (words: string): Promise<string> =>
      waitFor(
        async () => (await editor.statusBar()).map((entry) => entry.text).join(' | '),
        `the status bar to say ${words}`,
        { until: (found) => found.includes(words) },
      );
    await statusBarSays('44 evidenced, 9 missing');
    await editor.runCommand('Evidence: New Evidence for Element…');
    await editor.quickPick.type('Made in the browser');
    await editor.quickPick.accept();
    await waitFor(() => editor.quickPick.labels(), 'the elements', { until: (labels) => labels.length > 10 });
    await editor.quickPick.type('1.3.3');
    const [label = ''] = await waitFor(() => editor.quickPick.labels(), 'the element', {
      until: (labels) => labels.length === 1,
    });
    await editor.quickPick.accept(label);
    await editor.quickPick.accept();
    await waitFor(() => editor.activeTab(), 'the new file', {
      until: (tab) => tab?.name === 'made-in-the-browser.md',
    });
    match(await editor.editorText(), /elements:\n {2}- 1\.3\.3\nref: ES \d+\nstatus: draft/);
    await statusBarSays('44 evidenced, 8 missing');
    await editor.undo();
  });
});

describe('VS Code for the web, with an empty folder', () => {
  let editor: Editor;
  before(async () => {
    editor = await openWeb({ folder: folderWith({ 'notes.txt': 'Nothing here yet.' }), settings });
  });
  after(() => editor.close());

  beginsAPortfolio(() => editor);
});
