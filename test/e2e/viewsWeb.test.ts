/**
 * Views, forms and tables in VS Code for the web: the same code, with extensions in a worker and files that are not on a
 * disk.
 */
import { equal, match, ok } from 'node:assert/strict';
import { copySample, openWeb, waitFor, type Editor, type Notification, type Row } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';
import { elementIds } from './support/rowCalled';
import { lastOf } from './support/waitFor';
import { pageOf } from './support/webviews';

const mistyped = 'evidence/3-information-and-access/correcting-wrong-information.md';

describe('The views of VS Code for the web', () => {
  let editor: Editor;
  before(async () => {
    editor = await openWeb({ folder: copySample(), settings, viewport: { width: 1400, height: 1100 } });
    await editor.openFile(mistyped);
    await editor.openView('Coverage');
  });
  after(() => editor.close());

  const rowsUntil = (view: string, what: string, until: (rows: readonly Row[]) => boolean) =>
    waitFor(() => editor.treeRows(view), `${view} with ${what}`, { until });
  const choose = async (typed: string): Promise<void> => {
    await editor.quickPick.type(typed);
    await waitFor(() => editor.quickPick.labels(), `one row for ${typed}`, {
      until: (labels) => labels.length === 1,
    });
    await editor.quickPick.accept();
  };
  const told = async (words: RegExp): Promise<void> => {
    const until = (all: readonly Notification[]): boolean => all.some(({ message }) => words.test(message));
    const what = `a notification ${words}`;
    const shown = await lastOf(() => editor.notifications(), what, { timeout: 5000, until }, []);
    if (until(shown)) return;
    // Of more than three within a second, VS Code keeps the others behind the bell.
    await editor.runCommand('Notifications: Show Notifications');
    await waitFor(() => editor.notifications(), what, { until });
  };

  const says = (words: RegExp): Promise<string> =>
    waitFor(() => editor.editorText(), `the text ${words}`, { until: (text) => words.test(text) });

  it('say what a file is for, and mend it', async () => {
    await rowsUntil('This File', 'its finding', (rows) =>
      rows.some(({ label }) => label.startsWith('3.2.9 is not an element')),
    );
    const isMended = (rows: readonly Row[]): boolean =>
      rows.some(({ label }) => label.startsWith('3.2.4 We can demonstrate'));
    // A window that has just come draws its rows anew, and a click that begins on one and ends on the next is none.
    await waitFor(async () => {
      if (isMended(await editor.treeRows('This File'))) return true;
      await editor.clickRow('This File', ({ label }) => label.startsWith('Replace with 3.2.4'));
      return waitFor(() => editor.treeRows('This File'), 'its rows', { timeout: 10_000, until: isMended });
    }, 'This File with the right element');
  });

  it('put in the guidance of an element, and tick it', async () => {
    await editor.expandRow('This File', ({ label }) => label.startsWith('3.2.4 '));
    for (const words of ['not addressed yet', 'addressed']) {
      await editor.clickRow('This File', 'Complaints and comments from customers.');
      await rowsUntil('This File', words, (rows) =>
        rows.some(({ label, description }) => label.startsWith('Complaints') && description === words),
      );
    }
    match(await editor.editorText(), /- \[x\] Complaints and comments from customers\./);
  });

  it('find elements by their guidance', async () => {
    await editor.runCommand('Evidence: Find Element…');
    await editor.quickPick.type('complaint');
    const labels = await waitFor(() => editor.quickPick.labels(), 'what fits', {
      until: (all) => all.at(-1)?.startsWith('Show only') === true,
    });
    ok(elementIds(labels).includes('3.2.4'));
    await editor.quickPick.choose((label) => label.startsWith('Show only'));
    await waitFor(() => editor.viewText('Coverage'), 'the limit', {
      until: (text) => text.includes('Showing 7 of 57 elements: about “complaint”.'),
    });
    await editor.runCommand('Evidence: Clear Coverage Filter');
  });

  it('add a file to an element, and take it back', async () => {
    await editor.openFile('evidence/2-culture/staff-ideas.md');
    await editor.runCommand('Evidence: Add to Element…');
    await choose('3.2.2');
    await told(/staff-ideas\.md names 3\.2\.2 now/);
    match(await editor.editorText(), /elements: \[2\.2\.4, 2\.1\.6, 3\.2\.2\]/);
    await editor.pressNotification('Undo');
    await waitFor(() => editor.editorText(), 'the elements as they were', {
      until: (text) => text.includes('elements: [2.2.4, 2.1.6]\n'),
    });
  });

  it('decide that an element does not apply', async () => {
    await editor.runCommand('Evidence: Not Applicable…');
    await choose('3.4.2');
    await waitFor(() => editor.quickPick.placeholder(), 'the question why', {
      until: (words) => words.startsWith('For example'),
    });
    await editor.quickPick.type('We have no partners');
    await editor.quickPick.accept();
    await told(/3\.4\.2 is not applicable: We have no partners/);
  });

  it('approve a draft', async () => {
    await editor.openFile('evidence/3-information-and-access/who-runs-the-libraries.md');
    await editor.runCommand('Evidence: Approve');
    await says(/^status: approved$/m);
    await editor.undo();
    await says(/^status: in-review$/m);
  });

  it('offer no words of open files in front matter', async () => {
    await editor.goTo(6, 100);
    await editor.press('Enter');
    await editor.typeText('team: librar');
    await editor.press('Escape', 'Control+Space');
    const widget = editor.page.locator('.suggest-widget.visible');
    const shown = await waitFor(async () => (await widget.allInnerTexts()).join('\n').trim(), 'an answer', {
      until: (text) => text !== '' && !text.includes('Loading'),
    });
    equal(shown, 'No suggestions.');
    await editor.press('Escape');
    for (let typed = 'team: librar\n'.length; typed > 0; typed -= 1) await editor.undo();
    await says(/^kind: document\nowner:/m);
  });

  it('open a file as a form, and change it', async () => {
    await editor.runCommand('Evidence: Open as Form');
    const form = await pageOf(editor.page, 'form', /who runs the libraries$/);
    await form.locator('[data-field="owner"] input').click();
    await editor.press('ControlOrMeta+a');
    await editor.page.keyboard.type('Jo: the desk');
    await editor.press('Enter');
    await waitFor(() => editor.activeTab(), 'the change', { until: (tab) => tab?.isDirty === true });
    await editor.screenshot('web-form');
    await form.locator('vscode-button', { hasText: 'Edit Text' }).click();
    const focused = editor.page.locator('.editor-instance .monaco-editor.focused');
    await waitFor(async () => (await focused.count()) > 0, 'the text beside the form');
    await says(/^owner: "Jo: the desk"$/m);
  });

  it('open tables, and change a cell', async () => {
    await editor.runCommand('Evidence: Open Evidence as Table');
    const all = await pageOf(editor.page, 'table', /^Evidence of Anytown/);
    equal(await all.locator('.rows .row').count(), 51);
    await editor.screenshot('web-evidence-table');
    await editor.openFile('action-plan.md');
    await editor.runCommand('Evidence: Open Action Plan as Table');
    const plan = await pageOf(editor.page, 'table', /^Action plan/);
    await plan.locator('[data-row="9"][data-column="3"]').dblclick();
    await plan.locator('[data-editor] input').waitFor();
    await editor.page.keyboard.type('Jo | the desk');
    await editor.press('Enter');
    await waitFor(() => editor.activeTab(), 'the change', { until: (tab) => tab?.isDirty === true });
    await editor.screenshot('web-plan-table');
  });

  it('show evidence in the Markdown preview', async () => {
    await editor.openFile(mistyped);
    await editor.runCommand('Markdown: Open Preview');
    await waitFor(() => editor.webviewTexts(), 'the card', {
      until: (texts) => texts.some((text) => /Review by\s+due in/.test(text)),
    });
    await editor.screenshot('web-preview');
  });

  it('say where the check is, as a browser has no terminal', async () => {
    await editor.runCommand('Evidence: Check the Portfolio in a Terminal');
    await told(/The Problems panel shows the same findings/);
  });

  it('say that comparing needs git, and do not compare by themselves', async () => {
    await editor.runCommand('Notifications: Clear All Notifications');
    ok(!(await editor.viewText('Coverage')).includes('Compared with'));
    await editor.runCommand('Evidence: Compare with Branch or Day…');
    await told(/^Comparing needs VS Code’s own Git extension.*Open a clone of the repository in VS Code/s);
    await editor.screenshot('compare-web');
  });

  it('say that the report cannot tell since when without git', async () => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand('Evidence: Change since When the Report Tells…');
    await told(/^Comparing needs VS Code’s own Git extension/);
  });

  it('say that the page itself sends for review', async () => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand('Evidence: Send for Review…');
    await told(/^In a browser, the page that shows you/);
    await editor.screenshot('send-web');
  });

  it('pack it for the assessor, into a folder that is on no disk', async () => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand('Evidence: Make Pack for the Assessor…');
    const asks = (): Promise<string> =>
      waitFor(() => editor.quickPick.title(), 'a question', {
        until: (title) => title.startsWith('Make Pack'),
      });
    await asks();
    await editor.quickPick.accept('For the assessor, with drafts');
    await asks();
    await editor.quickPick.accept('ZIP file');
    await asks();
    // A dialogue that is still reading the folder takes no Enter.
    await waitFor(async () => {
      if (!(await editor.quickPick.isOpen())) return true;
      await editor.press('Enter');
      return waitFor(async () => !(await editor.quickPick.isOpen()), 'the dialogue to close', 3000);
    }, 'the dialogue to close');
    await told(/^Pack evidence-pack\.zip: in it: \d+ pieces of evidence.* Nothing is written yet\.$/);
    await editor.runCommand('Evidence: Write What Is Shown');
    await told(/^The pack is in evidence-pack\.zip now\.$/);
    await editor.screenshot('web-pack');
  });

  logsNoError(() => editor);
});
