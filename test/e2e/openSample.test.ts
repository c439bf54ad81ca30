/** The sample portfolio, copied into the folder that is open, on both hosts. */
import { deepEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../.scripts/editors.mjs';
import { folderWith, openDesktop, openWeb, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

for (const [host, open] of [
  ['desktop VS Code', openDesktop],
  ['VS Code for the web', openWeb],
] as const)
  describe(`The sample portfolio, in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open({ folder: folderWith({ 'readme.txt': 'Ours.\n' }), settings });
      await editor.openView('Coverage');
    });
    after(() => editor.close());

    it('is copied whole, and is covered', async () => {
      await editor.runCommand('Evidence: Open Sample Portfolio…');
      await waitFor(() => editor.quickPick.title(), 'the question where to', {
        until: (title) => title === 'Open Sample Portfolio',
      });
      await editor.quickPick.accept((await editor.quickPick.labels()).at(-1) ?? '');
      await waitFor(() => editor.notifications(), 'where it is', {
        until: (all) =>
          all.some(({ message }) => /^The sample portfolio is in .*anytown-libraries\.$/.test(message)),
      });
      await waitFor(() => editor.treeRows('Coverage'), 'its coverage', {
        until: (rows) => rows.some(({ label }) => label.startsWith('Anytown')),
      });
      if (editor.host === 'web') return;
      deepEqual(readdirSync(editor.folder).sort(), ['anytown-libraries', 'readme.txt']);
      deepEqual(
        filesIn(join(editor.folder, 'anytown-libraries')),
        filesIn(join(repository, 'samples', 'anytown-libraries')),
      );
    });
  });
