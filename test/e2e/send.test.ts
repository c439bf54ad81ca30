/** Sending for review, from a folder with a bare repository as its shared place, in desktop VS Code. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';
import { git, shareFolder } from './support/sharedPlace';

const viewport = { width: 1400, height: 900 };

const evidence = (title: string, element: string): string =>
  `---\ntitle: ${title}\nelements: [${element}]\nstatus: approved\n---\n\nWe do so.\n`;

interface Places {
  readonly mine: string;
  /** The shared place. */
  readonly shared: string;
  readonly colleague: string;
}

/** A shared place, and two people's copies of it. */
function places(): Places {
  const mine = folderWith(
    {
      'portfolio.yaml': 'title: Anytown\n',
      'survey.md': evidence('Survey', '1.1.1'),
      '.gitignore': 'private/\n',
    },
    'anytown',
  );
  const shared = shareFolder(mine, '--all');
  const colleague = join(dirname(mine), 'colleague');
  git(dirname(mine), 'clone', '--quiet', shared, colleague);
  return { mine, shared, colleague };
}

const write = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('Sending for review in desktop VS Code', () => {
  let editor: Editor;
  let at: Places;
  before(async () => {
    at = places();
    // Whoever runs the tests may have a name; who uses a new computer has none.
    git(at.mine, 'config', 'user.name', '');
    git(at.mine, 'config', 'user.email', '');
    editor = await openDesktop({ folder: at.mine, settings, viewport });
    await editor.openFile('survey.md');
    await editor.openView('Coverage');
  });
  after(() => editor.close());

  const asks = (words: RegExp): Promise<string> =>
    waitFor(() => editor.quickPick.title(), `the question ${words}`, {
      until: (title) => words.test(title),
    });
  /** VS Code shows three messages at a time, and others would not be seen. */
  const clear = (): Promise<void> => editor.runCommand('Notifications: Clear All Notifications');
  /** Closes the newest message by its cross, which is drawn where the mouse is. */
  const closeNewest = async (): Promise<void> => {
    const newest = editor.page.locator('.notifications-toasts .notification-list-item').first();
    await newest.hover({ timeout: 5000 });
    await newest.locator('.codicon-notifications-clear').click({ timeout: 5000 });
  };
  const says = (words: RegExp): Promise<unknown> =>
    waitFor(() => editor.notifications(), `${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const copy = 'evidence/add-complaints-for-4-3-2';
  /** Chooses all files, and takes the sentence that is proposed. */
  const goesThrough = async (title: string): Promise<void> => {
    await asks(new RegExp(`${title} \\(1 of 2\\)`));
    await editor.quickPick.accept();
    await asks(new RegExp(`${title} \\(2 of 2\\)`));
    await editor.quickPick.accept();
  };
  const asked = (words: RegExp): Promise<string> =>
    waitFor(() => editor.dialogText(), `the question ${words}`, { until: (text) => words.test(text) });
  const theyShare = (path: string, text: string): void => {
    git(at.colleague, 'pull', '--quiet');
    write(at.colleague, path, text);
    git(at.colleague, 'add', '--all');
    git(at.colleague, 'commit', '--quiet', '--message', path);
    git(at.colleague, 'push', '--quiet', 'origin', 'main');
  };
  const onDisk = (path: string): string => readFileSync(join(at.mine, path), 'utf8');

  it('proposes a sentence, asks who the user is, and sends the portfolio’s files as a copy', async () => {
    write(at.mine, 'complaints.md', evidence('Complaints', '4.3.2'));
    write(at.mine, 'attachments/results.pdf', '%PDF-1.7\n');
    write(at.mine, 'private/notes.md', 'Not for others.\n');
    await waitFor(() => editor.statusBar(), 'the new evidence', {
      until: (entries) => entries.some(({ text }) => text.includes('2 evidenced')),
    });
    await editor.runCommand('Evidence: Send for Review…');
    await asks(/Send for Review \(1 of 2\): Which Files/);
    const rows = await editor.quickPick.rows();
    deepEqual(
      rows.map(({ label }) => label.trim()),
      ['results.pdf', 'complaints.md'],
    );
    await editor.screenshot('send-files');
    await editor.quickPick.accept();
    await asks(/Send for Review \(2 of 2\): What Has Changed/);
    await editor.screenshot('send-message');
    await editor.quickPick.accept();
    await asks(/Who Are You\? \(1 of 2\)/);
    await editor.screenshot('send-who');
    await editor.quickPick.type('Jo Writer');
    await editor.quickPick.accept();
    await asks(/Who Are You\? \(2 of 2\)/);
    await editor.quickPick.type('jo@example.org');
    await editor.quickPick.accept();
    await says(/Your changes are at the shared place now, as the copy “evidence\/add-complaints-for-4-3-2”/);
    await editor.screenshot('send-sent');
    equal(
      git(at.shared, 'log', '-1', '--format=%an <%ae> %s', copy),
      'Jo Writer <jo@example.org> Add “Complaints” for 4.3.2',
    );
    deepEqual(git(at.shared, 'diff', '--name-only', 'main', copy).split('\n'), [
      'attachments/results.pdf',
      'complaints.md',
    ]);
    equal(git(at.mine, 'status', '--porcelain'), '');
    await clear();
  });

  it('says in words that the shared place is away, and Try Again goes on from there', async () => {
    git(at.mine, 'remote', 'set-url', 'origin', `${at.shared}-away`);
    write(at.mine, 'complaints.md', evidence('Complaints', '4.3.2').replace('We do so', 'We do so now'));
    await editor.runCommand('Evidence: Send for Review…');
    await goesThrough('Send for Review');
    await says(/It could not be sent: the shared place cannot be reached/);
    await editor.screenshot('send-away');
    equal(git(at.mine, 'log', '-1', '--format=%s'), 'Revise “Complaints”');
    await editor.runCommand('Evidence: Get the Others’ Work');
    await says(/The others’ work could not be had: the shared place cannot be reached/);
    await closeNewest();
    git(at.mine, 'remote', 'set-url', 'origin', at.shared);
    await editor.pressNotification('Try Again');
    await says(/Your changes are at the shared place now/);
    equal(git(at.shared, 'log', '-1', '--format=%s', copy), 'Revise “Complaints”');
    await clear();
  });

  it('says that there is nothing new', async () => {
    await editor.runCommand('Evidence: Get the Others’ Work');
    await says(/^You have all that the others have done\.$/);
    await editor.screenshot('send-nothing-new');
    await clear();
  });

  it('gets what others have done, beside what is not saved as a version', async () => {
    theyShare('leaflets.md', evidence('Leaflets', '3.2.2'));
    await editor.goTo(7, 10);
    await editor.typeText(' Every year.');
    await editor.runCommand('Evidence: Get the Others’ Work');
    await asked(/You have changed survey\.md and not saved it yet/);
    await editor.screenshot('send-unsaved');
    await editor.pressDialog('Cancel');
    await waitFor(async () => !(await editor.dialogText()), 'the question to go');
    ok(!existsSync(join(at.mine, 'leaflets.md')), 'nothing is got before the answer');
    equal((await editor.activeTab())?.isDirty, true);
    await editor.runCommand('Evidence: Get the Others’ Work');
    await asked(/survey\.md/);
    await editor.pressDialog('Save It and Go On');
    await says(/The others’ work is here: leaflets\.md is new or changed/);
    await editor.screenshot('send-got');
    match(onDisk('survey.md'), /We do so\. Every year\./);
    equal(git(at.mine, 'status', '--porcelain'), 'M survey.md');
    equal(git(at.mine, 'branch', '--show-current'), copy);
    await editor.pressNotification('Open the First File');
    await waitFor(() => editor.activeTab(), 'what is new', { until: (tab) => tab?.name === 'leaflets.md' });
    await clear();
  });

  it('says where both have changed the same, and leaves theirs out for now', async () => {
    theyShare('survey.md', evidence('Survey of theirs', '1.1.1'));
    write(at.mine, 'survey.md', evidence('Survey of mine', '1.1.1'));
    await editor.runCommand('Evidence: Get the Others’ Work');
    await says(/files that you have changed and not saved as a version would be written over/);
    await editor.screenshot('send-would-be-lost');
    match(onDisk('survey.md'), /Survey of mine/);
    await editor.pressNotification('Save a Version');
    await goesThrough('Save a Version');
    await says(/A version with 1 changed file is saved on this computer/);
    await editor.screenshot('send-saved');
    await clear();
    await editor.runCommand('Evidence: Get the Others’ Work');
    await says(/You and somebody else have changed the same places in survey\.md/);
    await editor.screenshot('send-both');
    await editor.pressNotification('Leave Theirs Out for Now');
    await asked(/Leave out for now what the others have done\?/);
    await editor.screenshot('send-leave-out');
    await editor.pressDialog('Leave It Out');
    await says(/Your files are as they were before/);
    equal(onDisk('survey.md'), evidence('Survey of mine', '1.1.1'));
    equal(git(at.mine, 'status', '--porcelain'), '');
    await clear();
  });

  it('says it again, leads to the place, and sends what was settled', async () => {
    await editor.runCommand('Evidence: Get the Others’ Work');
    await says(/You and somebody else have changed the same places in survey\.md/);
    await editor.pressNotification('Open the First File');
    await waitFor(() => editor.activeTab(), 'the file', { until: (tab) => tab?.name === 'survey.md' });
    match(await editor.editorText(), /<<<<<<< [^]*Survey of mine[^]*Survey of theirs[^]*>>>>>>> /);
    await editor.screenshot('send-settling');
    write(at.mine, 'survey.md', evidence('Survey of both', '1.1.1'));
    await clear();
    await editor.runCommand('Evidence: Send for Review…');
    await asks(/^Send for Review$/);
    await editor.quickPick.accept();
    await says(/Your changes are at the shared place now/);
    match(git(at.shared, 'show', `${copy}:survey.md`), /Survey of both/);
    equal(git(at.mine, 'rev-list', '--count', '--merges', 'HEAD'), '2');
  });

  it('is offered in the menu of the view Source Control', async () => {
    const header = editor.page.locator('.sidebar .pane-header', { hasText: 'Changes' }).first();
    const entries = async (): Promise<readonly string[]> => {
      // Behind the icon, other views may come to the front meanwhile.
      if (!(await header.isVisible())) await editor.runCommand('Source Control: Focus on Changes View');
      await header.hover({ timeout: 3000 });
      await header.locator('.codicon-toolbar-more').click({ timeout: 3000 });
      const shown = editor.page.locator('.monaco-menu .action-label:not(.separator)');
      return waitFor(() => shown.allInnerTexts(), 'a menu', {
        timeout: 2000,
        until: (all) => all.length > 3,
      });
    };
    const found = await waitFor(entries, 'the menu with our entry', {
      until: (all) => all.some((text) => text.includes('Send for Review')),
    });
    ok(found.some((text) => text.includes('Get the Others’ Work')));
    await editor.screenshot('send-source-control');
    await editor.press('Escape');
  });

  logsNoError(() => editor);
});
