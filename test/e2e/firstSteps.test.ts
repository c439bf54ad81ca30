/** The first minutes in desktop VS Code, with its own settings for what opens by itself. */
import { deepEqual } from 'node:assert/strict';
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
      timeout: 60_000,
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
  it('lead nowhere in a folder that is no portfolio', async () => {
    editor = await openDesktop({
      folder: folderWith({ 'notes.md': '# Notes\n' }, 'notes'),
      settings: asVsCode,
    });
    await editor.openFile('notes.md');
    await editor.runCommand('Evidence Portfolio: Focus on Coverage View');
    await waitFor(() => editor.page.getByText('Create a Portfolio File').count(), 'the welcome of Coverage', {
      timeout: 60_000,
      until: (count) => count > 0,
    });
    deepEqual(await stepsShown(editor), []);
  });
});
