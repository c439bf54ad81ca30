/** Comparing with a branch, on a real git repository: what Coverage, the status bar and the page of the summary say. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../.scripts/editors.mjs';
import { copySample, folderWith, openDesktop, waitFor, type Editor, type Row } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings, today } from './support/scenarios';

const viewport = { width: 1400, height: 1100 };
const view = 'Coverage';

/** VS Code's own git may hold the lock at this moment: then once more a little later. */
function git(folder: string, ...words: readonly string[]): string {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return execFileSync(
        'git',
        ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org', ...words],
        {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
    } catch (error) {
      if (attempt === 20 || !String(error).includes('index.lock')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

const commit = (folder: string, subject: string): void => {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', subject);
};

/** The sample with a branch that adds evidence for 3.2.2, removes the only evidence of 1.2.3, and renames a file. */
function repositoryWithBranch(): string {
  const folder = copySample();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'The portfolio');
  git(folder, 'checkout', '--quiet', '-b', 'autumn/review');
  writeFileSync(
    join(folder, 'evidence', '3-information-and-access', 'leaflets.md'),
    '---\ntitle: Leaflets\nelements: [3.2.2]\nstatus: approved\n---\n\nWe hand them out.\n',
  );
  rmSync(join(folder, 'evidence', '1-customer-insight', 'review-of-how-we-consult.md'));
  git(folder, 'mv', 'evidence/2-culture/staff-ideas.md', 'evidence/2-culture/ideas-of-staff.md');
  commit(folder, 'The autumn review');
  return folder;
}

describe('Comparing with a branch in desktop VS Code', () => {
  let editor: Editor;
  let folder: string;
  before(async () => {
    folder = repositoryWithBranch();
    editor = await openDesktop({ folder, settings, viewport });
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await editor.openFile('portfolio.yaml');
    await editor.openView(view);
  });
  after(() => editor.close());

  const status = async (): Promise<{ readonly text: string; readonly ariaLabel: string } | undefined> =>
    (await editor.statusBar()).find(({ ariaLabel }) => ariaLabel.startsWith('Evidence compared'));
  const statusSays = (words: string): Promise<string> =>
    waitFor(async () => (await status())?.text ?? '', `the status bar to say ${words}`, {
      until: (text) => text.includes(words),
    });
  const rowsUntil = (what: string, until: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> =>
    waitFor(() => editor.treeRows(view), `${view} with ${what}`, { until });
  const elements = (rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ label }) => /^\d\.\d\.\d/.test(label));

  it('happens by itself, and the status bar says in signs and words what has changed', async () => {
    await statusSays('+1 −1 elements since main');
    equal((await status())?.ariaLabel, 'Evidence compared: Elements since main: 1 gained, 1 lost');
  });

  it('is said above the tree and beside the portfolio', async () => {
    await waitFor(() => editor.viewText(view), 'what is compared', {
      until: (text) => text.includes('Compared with main: 1 gained, 1 lost.'),
    });
    await rowsUntil('what is compared', ([portfolio]) =>
      (portfolio?.description ?? '').endsWith(' · compared with main'),
    );
  });

  it('leaves only what has changed in the tree when asked, marked in words', async () => {
    // A busy editor may take the focus, which closes the choices: then a user asks for them again.
    const ask = async (): Promise<boolean> => {
      await editor.quickPick.cancel();
      await editor.runCommand('Evidence: Filter Coverage…');
      return (await editor.quickPick.labels(5000)).includes('changed here');
    };
    await waitFor(ask, 'the choices', 60_000);
    await editor.quickPick.accept('changed here');
    await editor.quickPick.type('');
    await editor.quickPick.accept();
    const rows = await rowsUntil('two elements', (all) => elements(all).length === 2);
    const [lost, gained] = elements(rows);
    match(lost?.label ?? '', /^1\.2\.3/);
    match(lost?.description ?? '', /^lost · missing/);
    match(lost?.ariaLabel ?? '', /lost since main/);
    match(gained?.label ?? '', /^3\.2\.2/);
    match(gained?.description ?? '', /^gained · evidenced · 1 item/);
    match(gained?.ariaLabel ?? '', /gained since main/);
    match(await editor.viewText(view), /Showing 2 of 57 elements: changed here\./);
    const groups = rows.filter(({ label }) => /^\d /.test(label)).map(({ description }) => description);
    deepEqual(
      groups.map((words) => words.split(' · ')[0]),
      ['1 lost', '1 gained'],
    );
    await editor.screenshot('compare-filter');
  });

  it('shows the summary of diff as a page', async () => {
    await editor.page.click('.statusbar-item[id*="comparison"] a');
    const page = await waitFor(async () => (await editor.webviewTexts()).join('\n'), 'the summary', {
      until: (text) => text.includes('Evidence renamed'),
    });
    match(page, /1 element loses its only evidence, 1 element gains evidence/);
    match(page, /leaflets\.md/);
    match(page, /staff-ideas\.md/);
    await editor.screenshot('compare-page');
  });

  it('gives the summary to be pasted, in the words of diff', async () => {
    await editor.runCommand('Evidence: Copy What Has Changed as Markdown');
    const pasted = await waitFor(
      () => editor.page.evaluate<string>('navigator.clipboard.readText()'),
      'the summary on the clipboard',
      { until: (text) => text.includes('Evidence renamed') },
    );
    const words = ['diff', 'main...', '--format', 'markdown', '--today', today];
    const printed = execFileSync(process.execPath, [join(repository, 'dist', 'cli.js'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    equal(pasted, printed);
  });

  it('follows the files', async () => {
    const file = join(folder, 'evidence', '3-information-and-access', 'leaflets.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('[3.2.2]', '[3.2.2, 1.3.3]'));
    await statusSays('+2 −1 elements since main');
  });

  it('follows what is checked out, quietly', async () => {
    commit(folder, 'More for the leaflets');
    git(folder, 'checkout', '--quiet', 'main');
    await waitFor(async () => (await status()) === undefined, 'the status bar to say nothing', 60_000);
    await waitFor(
      async () => !(await editor.viewText(view)).includes('Compared with'),
      'the view to say nothing',
    );
    git(folder, 'checkout', '--quiet', 'autumn/review');
    await statusSays('+2 −1 elements since main');
  });

  it('stops when asked, and begins again with the branch that is chosen', async () => {
    await editor.runCommand('Evidence: Stop Comparing');
    await waitFor(async () => (await status()) === undefined, 'the status bar to say nothing');
    git(folder, 'branch', 'before-review', 'main');
    appendFileSync(join(folder, 'evidence-writing-guide.md'), '\nMore.\n');
    await editor.runCommand('Evidence: Compare with Branch or Day…');
    await waitFor(() => editor.quickPick.labels(), 'the branches', {
      until: (labels) => labels.includes('before-review'),
    });
    deepEqual((await editor.quickPick.labels()).slice(0, 2), ['main', 'autumn/review']);
    await editor.screenshot('compare-branches');
    await editor.quickPick.accept('before-review');
    await statusSays('+2 −1 elements since before-review');
  });

  it('says on main what a branch would change, until it is merged', async () => {
    commit(folder, 'More in the guide');
    git(folder, 'checkout', '--quiet', 'main');
    await waitFor(() => editor.statusBar(), 'the branch that is checked out', {
      until: (entries) => entries.some(({ text }) => /^main\b/.test(text.trim())),
    });
    await editor.runCommand('Evidence: Compare with Branch or Day…');
    await waitFor(() => editor.quickPick.labels(), 'the branches', {
      until: (labels) => labels.includes('autumn/review'),
    });
    await editor.quickPick.accept('autumn/review');
    await statusSays('+2 −1 elements with autumn/review');
    const viewSays = (words: string): Promise<string> =>
      waitFor(() => editor.viewText(view), words, { until: (text) => text.includes(words) });
    await viewSays(
      'What would change with autumn/review of Editor, which goes on from what is here: 2 to be gained, 1 to be lost.',
    );
    await rowsUntil('what would be gained', (rows) =>
      rows.some(({ description }) => description.startsWith('1 to be gained · ')),
    );
    await editor.screenshot('compare-ahead');
    writeFileSync(join(folder, 'notes.md'), '# Notes\n');
    commit(folder, 'Notes');
    await viewSays('autumn/review of Editor, which has moved on since: 2 to be gained, 1 to be lost.');
    git(folder, 'merge', '--quiet', '--no-edit', 'autumn/review');
    await viewSays(
      'Compared with autumn/review of Editor, all of which is here already: every element stands as it did.',
    );
    await editor.screenshot('compare-merged');
  });

  it('says why it cannot compare with a branch that was begun apart', async () => {
    git(folder, 'checkout', '--quiet', '--orphan', 'begun-apart');
    commit(folder, 'Begin apart');
    git(folder, 'checkout', '--quiet', 'main');
    await waitFor(
      async () => {
        await editor.quickPick.cancel();
        await editor.runCommand('Evidence: Compare with Branch or Day…');
        return (await editor.quickPick.labels(5000)).includes('begun-apart');
      },
      'the branch among the choices',
      60_000,
    );
    await editor.quickPick.accept('begun-apart');
    await waitFor(() => editor.notifications(), 'why not', {
      until: (all) =>
        all.some(({ message }) =>
          message.includes('begun-apart and what is checked out have no commit in common'),
        ),
    });
    await editor.screenshot('compare-apart');
  });

  logsNoError(() => editor);
});

describe('Two portfolios in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    const item = (elements: string): string =>
      `---\ntitle: Survey\nelements: ${elements}\nstatus: approved\n---\n\nWe ask them.\n`;
    const folder = folderWith({
      'anytown/portfolio.yaml': 'title: Anytown\n',
      'anytown/survey.md': item('[1.1.1, 1.1.2]'),
      'otherton/portfolio.yaml': 'title: Otherton\n',
      'otherton/survey.md': item('[3.2.4]'),
    });
    git(folder, 'init', '--quiet', '--initial-branch=main');
    commit(folder, 'Both');
    git(folder, 'checkout', '--quiet', '-b', 'topic');
    writeFileSync(join(folder, 'otherton', 'survey.md'), item('[3.2.4, 3.2.3]'));
    editor = await openDesktop({ folder, settings, viewport });
    await editor.openFile('anytown/survey.md');
    await editor.openView(view);
  });
  after(() => editor.close());

  const statusOf = (what: string, words: string): Promise<unknown> =>
    waitFor(() => editor.statusBar(), `the status bar to say ${words}`, {
      until: (entries) =>
        entries.some(({ text, ariaLabel }) => ariaLabel.startsWith(what) && text.includes(words)),
    });

  it('are spoken of one by one', async () => {
    await statusOf(
      'Evidence coverage',
      'Anytown: 57 elements: 2 evidenced, 55 missing · Otherton: 57 elements: 2 evidenced, 55 missing',
    );
    await statusOf('Evidence compared', 'Otherton: +1 element since main');
    await editor.runCommand('Evidence: Filter Coverage…');
    await editor.quickPick.accept('evidenced');
    await editor.quickPick.type('');
    await editor.quickPick.accept();
    const text = await waitFor(() => editor.viewText(view), 'what is shown', {
      until: (found) => found.includes('Otherton: showing'),
    });
    match(
      text,
      /Compared with main, at the same commit\. Anytown: every element stands as it did\. Otherton: 1 gained\./,
    );
    match(
      text,
      /Anytown: showing 2 of 57 elements: evidenced\. Otherton: showing 2 of 57 elements: evidenced\./,
    );
    await waitFor(() => editor.treeRows(view), 'what is shown of each', {
      until: (rows) =>
        ['Anytown', 'Otherton'].every((title) =>
          rows.some(
            ({ label, description }) =>
              label === title && description.startsWith('2 of 57 shown · 2 evidenced'),
          ),
        ),
    });
    await editor.screenshot('two-portfolios');
  });
});
