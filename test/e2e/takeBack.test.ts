/** An import into more files than VS Code keeps open that no tab shows, taken back. */
import { match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

/** VS Code keeps 50. */
const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
const pathOf = (number: number): string => `evidence/survey-${number}.md`;
const textOf = (number: number): string =>
  `---\ntitle: Survey ${number}\nelements: [1.1.1]\n---\n\nWe ask them.\n`;
const matrix = ['Ref,Evidence,Owner', ...numbers.map((number) => `1.1.1,Survey ${number},Grace`), ''].join(
  '\n',
);

describe('An import into sixty files in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    const files = numbers.map((number) => [pathOf(number), textOf(number)] as const);
    const folder = folderWith({
      'portfolio.yaml': 'title: Anytown\n',
      'matrix.csv': matrix,
      ...Object.fromEntries(files),
    });
    editor = await openDesktop({ folder, settings: { ...settings, 'files.simpleDialog.enable': true } });
    await editor.openView('Coverage');
  });
  after(() => editor.close());

  const told = (words: RegExp): Promise<unknown> =>
    waitFor(() => editor.notifications(), `a notification ${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const onDisk = (): readonly string[] =>
    numbers.map((number) => readFileSync(join(editor.folder, pathOf(number)), 'utf8'));

  it('is written to all of them', async () => {
    await waitFor(() => editor.treeRows('Coverage'), 'the tree', { until: (rows) => rows.length > 1 });
    await editor.runCommand('Evidence: Import Evidence Matrix…');
    await waitFor(() => editor.quickPick.title(), 'the dialog', {
      until: (shown) => shown === 'Import Evidence Matrix',
    });
    // In a dialog that is still reading the folder, what is typed is written over, and Enter does nothing.
    await waitFor(
      async () => {
        if (!(await editor.quickPick.isOpen())) return true;
        await editor.quickPick.type(join(editor.folder, 'matrix.csv'));
        await editor.press('Enter');
        return waitFor(async () => !(await editor.quickPick.isOpen()), 'the dialog to go', 3000);
      },
      'the dialog to go',
      60_000,
    );
    await told(/^Import of matrix\.csv: .*Nothing is written yet\.$/);
    await editor.runCommand('Evidence: Write What Is Shown');
    await told(/^Import of matrix\.csv: done\.$/);
    for (const text of onDisk()) match(text, /^owner: Grace$/m);
  });

  it('is not written again by the message from before, which says so', async () => {
    await editor.pressNotification('Apply');
    await told(/^This is not to be chosen any longer: it has been written/);
  });

  it('is taken back from all of them', async () => {
    await editor.pressNotification('Undo');
    // VS Code empties a file before it writes it.
    const asTheyWere = numbers.map(textOf).join('');
    await waitFor(() => onDisk().join(''), 'the texts as they were', { until: (all) => all === asTheyWere });
  });
});
