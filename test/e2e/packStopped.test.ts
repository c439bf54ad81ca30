/** A pack that somebody stops half-way, in real VS Code: nothing of it stays. */
import { deepEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

/** So many that nobody is too late with Cancel. */
const number = 1500;
const text = 'Words of evidence, with a [link](https://example.org) and *more*.\n\n'.repeat(60);

const evidence = (at: number): string =>
  `---\ntitle: Evidence ${at}\nelements: [1.1.1, 2.1.6]\nowner: Jane\n---\n\n${text}`;

describe('A pack that is stopped half-way, in desktop VS Code', () => {
  let editor: Editor;
  let files: readonly string[] = [];
  before(async () => {
    const folder = folderWith({
      'portfolio.yaml': 'title: Large\n',
      ...Object.fromEntries(Array.from({ length: number }, (_, at) => [`evidence/e${at}.md`, evidence(at)])),
    });
    files = readdirSync(folder);
    editor = await openDesktop({
      folder,
      settings: { ...settings, 'files.simpleDialog.enable': true },
      viewport: { width: 1400, height: 1100 },
    });
    await editor.openView('Coverage');
    await waitFor(() => editor.treeRows('Coverage'), 'the coverage', {
      until: (rows) => rows.length > 3,
    });
  });
  after(() => editor.close());

  const notified = (words: RegExp): Promise<unknown> =>
    waitFor(() => editor.notifications(), `a notification ${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const titleIs = (title: string): Promise<string> =>
    waitFor(() => editor.quickPick.title(), title, { until: (shown) => shown === title });

  it('leaves nothing of the folder', async () => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand('Evidence: Make Pack for the Assessor…');
    await titleIs('Make Pack for the Assessor');
    await editor.quickPick.accept('For the assessor');
    await titleIs('Make Pack for the Assessor');
    await editor.quickPick.accept('Folder');
    await titleIs('In Which Folder Is the Pack Made?');
    // A dialog that is still reading the folder takes no Enter.
    await waitFor(async () => {
      if (!(await editor.quickPick.isOpen())) return true;
      await editor.press('Enter');
      return waitFor(async () => !(await editor.quickPick.isOpen()), 'the dialog to close', 2000);
    }, 'the dialog to close');
    await notified(/Nothing is written yet\.$/);
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand('Evidence: Write What Is Shown');
    await notified(/^Making evidence-pack.*\d+ files/);
    await editor.screenshot('pack-being-made');
    await editor.pressNotification('Cancel');
    await notified(/^No pack was made\.$/);
    const now = (): Promise<readonly string[]> => Promise.resolve(readdirSync(editor.folder));
    deepEqual(
      await waitFor(now, 'nothing more than before', { until: (all) => all.length === files.length }),
      files,
    );
  });
});
