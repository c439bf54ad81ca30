/** A file that is opened by itself, in a window of desktop VS Code that has no folder. */
import { match, ok } from 'node:assert/strict';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';
import { pageOf } from './support/webviews';

const evidence = (more: string): string =>
  `---\ntitle: Opening hours\nelements: [3.2.4]\n${more}\n---\n\n# Opening hours\n\nText.\n`;

/** VS Code would ask of each file whether whoever wrote it is trusted. */
const trusting = { ...settings, 'security.workspace.trust.untrustedFiles': 'open' };

describe('A file that is opened by itself in desktop VS Code', () => {
  let editor: Editor;
  const portfolio = folderWith({
    'portfolio.yaml': 'title: Elsewhere\n',
    'evidence/alone.md': evidence('status: aproved'),
  });
  const lone = folderWith({ 'lone.md': evidence('status: draft\nreview-by: 2026-01-02') });
  before(async () => {
    editor = await openDesktop({ settings: trusting });
  });
  after(() => editor.close());

  const open = async (path: string): Promise<void> => {
    await editor.runCommand('File: Open File...');
    // The dialogue writes into its field once more when it has read the folder.
    await waitFor(() => editor.quickPick.labels(), 'the files', { until: (labels) => labels.includes('..') });
    await editor.quickPick.type(path);
    await editor.quickPick.accept();
    const name = path.slice(path.lastIndexOf('/') + 1);
    await waitFor(() => editor.activeTab(), name, { until: (tab) => tab?.name === name });
  };
  const hasFinding = (wanted: string): Promise<unknown> =>
    waitFor(() => editor.problems(), wanted, {
      until: (problems) => problems.some(({ code }) => code === wanted),
    });

  it('has its findings, by the portfolio above it', async () => {
    await open(`${portfolio}/evidence/alone.md`);
    await hasFinding('front-matter-value');
    await editor.screenshot('seen-single-file');
  });

  it('has findings, words and a form, where there is no portfolio', async () => {
    await open(`${lone}/lone.md`);
    await hasFinding('review-overdue');
    match(await editor.hoverAt(3, 13, [/is accurate and complete/]), /Criterion 3 Information and Access/);
    await editor.openView('This File');
    await waitFor(() => editor.treeRows('This File'), 'what is known of it', {
      until: (rows) => rows.some(({ label }) => label.startsWith('3.2.4')),
    });
    await editor.runCommand('Evidence: Open as Form');
    const form = await pageOf(editor.page, 'form', /^Opening hours$/);
    await form.locator('[data-field="owner"] input').click();
    await editor.page.keyboard.type('Jo Writer');
    await editor.page.keyboard.press('Enter');
    await waitFor(() => editor.activeTab(), 'the change', { until: (tab) => tab?.isDirty === true });
    await editor.screenshot('seen-single-file-form');
    // What it is still to be told finds it closed.
    await editor.runCommand('View: Revert and Close Editor');
    await waitFor(() => editor.squiggles(), 'the text again', { until: (found) => found.length > 0 });
    ok(!(await editor.editorText()).includes('Jo Writer'));
  });

  logsNoError(() => editor);
});
