/** The first minutes in desktop VS Code, with its own settings for what opens by itself. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const asVsCode = { ...settings, 'workbench.startupEditor': 'welcomePage' };
const draft = '---\ntitle: Queues\nelements: [5.2.5]\nstatus: draft\n---\n\n# Queues\n\nText.\n';

const stepsShown = (editor: Editor): Promise<readonly string[]> =>
  editor.page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('.getting-started-step .step-title')].map((step) => step.textContent)`,
  );

describe('The first minutes in desktop VS Code', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  it('lead into the walkthrough where there is a portfolio, and approve a draft there', async () => {
    editor = await openDesktop({
      folder: folderWith({ 'portfolio.yaml': '', 'queues.md': draft }, 'queues'),
      settings: asVsCode,
    });
    await waitFor(() => stepsShown(editor), 'the walkthrough, by itself', {
      until: (steps) => steps.includes('Name an element'),
    });
    await editor.screenshot('first-steps');
    await editor.openFile('queues.md');
    await editor.runCommand('Evidence: Approve');
    await waitFor(() => editor.editorText(), 'the status', {
      until: (text) => text.includes('status: approved'),
    });
    await editor.screenshot('approved');
    await editor.undo();
    await waitFor(() => editor.editorText(), 'the draft', {
      until: (text) => text.includes('status: draft'),
    });
  });
  it('lead nowhere in a folder of ordinary Markdown, in which nothing is found', async () => {
    editor = await openDesktop({
      folder: folderWith(
        {
          'README.md': '# Notes\n\nVersion 3.2.9 of the [plan](missing.md).\n',
          'page.md': '---\nlayout: post\nelements: [button, input]\n---\n\n# Page\n',
        },
        'notes',
      ),
      settings: asVsCode,
    });
    await editor.openFile('page.md');
    await editor.openView('Coverage');
    const text = await waitFor(() => editor.viewText('Coverage'), 'the welcome of Coverage', {
      until: (found) => found.includes('Create a Portfolio File'),
    });
    match(text, /sample/i);
    deepEqual(await stepsShown(editor), []);
    deepEqual(await editor.problems(), []);
    equal(
      (await editor.statusBar()).some((entry) => entry.text.includes('elements:')),
      false,
    );
  });
});
