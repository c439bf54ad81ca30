/** Since when: Compare with a day and with the branch of a colleague, and the page of the report, on a real git repository. */
import { equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';

const viewport = { width: 1400, height: 1100 };

function git(folder: string, daysAgo: number, who: string, ...words: readonly string[]): void {
  const date = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  execFileSync('git', ['-c', `user.name=${who}`, '-c', 'user.email=x@example.org', ...words], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const commit = (folder: string, daysAgo: number, who: string, subject: string): void => {
  git(folder, daysAgo, who, 'add', '--all');
  git(folder, daysAgo, who, 'commit', '--quiet', '--message', subject);
};

const leaflets = 'evidence/3-information-and-access/leaflets.md';
const consult = 'evidence/1-customer-insight/review-of-how-we-consult.md';

/** The sample, as it grew over some months; a colleague’s branch and one’s own have gone apart. */
function repositoryWithPast(): string {
  const folder = copySample();
  const text = readFileSync(join(folder, consult));
  rmSync(join(folder, consult));
  git(folder, 100, 'Me', 'init', '--quiet', '--initial-branch=main');
  commit(folder, 100, 'Me', 'The portfolio');
  git(folder, 12, 'Jo Smith', 'checkout', '--quiet', '-b', 'jo/leaflets');
  writeFileSync(
    join(folder, leaflets),
    '---\ntitle: Leaflets\nelements: [3.2.2]\nstatus: approved\n---\n\nWe do.\n',
  );
  commit(folder, 12, 'Jo Smith', 'Leaflets');
  git(folder, 10, 'Me', 'checkout', '--quiet', '-b', 'mine', 'main');
  writeFileSync(join(folder, consult), text);
  commit(folder, 10, 'Me', 'How we consult');
  return folder;
}

const reportFrame = (editor: Editor): Promise<Frame> =>
  waitFor(
    async () => {
      for (const frame of editor.page.frames())
        if (
          (await frame
            .locator('main > h1')
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      return undefined;
    },
    'the page of the report',
    60_000,
  );

describe('Since when, in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: repositoryWithPast(),
      settings: { ...settings, 'evidencePortfolio.compare.automatically': false },
      viewport,
    });
    await editor.openFile('portfolio.yaml');
    await editor.openView('Coverage');
  });
  after(() => editor.close());

  const viewSays = (words: RegExp): Promise<string> =>
    waitFor(() => editor.viewText('Coverage'), String(words), {
      until: (text) => words.test(text),
    });
  const choose = async (label: string): Promise<void> => {
    await waitFor(
      async () => {
        await editor.quickPick.cancel();
        await editor.runCommand('Evidence: Compare with Branch or Day…');
        return (await editor.quickPick.labels(5000)).includes(label);
      },
      `${label} among the choices`,
      60_000,
    );
    await editor.screenshot('compare-choices');
    await editor.quickPick.accept(label);
  };

  it('says what has changed since a day', async () => {
    await choose('a month ago');
    await viewSays(/^.*Compared with \d{1,2} \w+ \d{4}: 1 gained/m);
    await editor.screenshot('compare-day');
  });

  it('takes a day in any words', async () => {
    await choose('another day…');
    await editor.quickPick.type('2 months ago');
    await waitFor(() => editor.page.locator('.quick-input-message').innerText(), 'the day said back', {
      until: (text) => /^Since \w+day \d{1,2} \w+ \d{4}/.test(text.trim()),
    });
    await editor.screenshot('compare-day-typed');
    await editor.page.keyboard.press('Enter');
    await viewSays(/Compared with \d{1,2} \w+ \d{4}: 1 gained/);
  });

  it('says why it cannot go back so far', async () => {
    await choose('another day…');
    await editor.quickPick.type('2 years ago');
    await editor.page.keyboard.press('Enter');
    await waitFor(() => editor.notifications(), 'why not', {
      until: (all) => all.some(({ message }) => message.startsWith('git knows no commit before')),
    });
  });

  it('says what a colleague’s branch would change, though one’s own has gone apart', async () => {
    await choose('jo/leaflets');
    await viewSays(
      /What would change with jo\/leaflets of Jo Smith, which has moved on since: 1 to be gained\./,
    );
    await editor.screenshot('compare-colleague');
  });

  it('shows the report with what has changed and the progress of the months', async () => {
    await editor.runCommand('Evidence: Show Report');
    const frame = await reportFrame(editor);
    await frame.locator('h2', { hasText: 'Progress' }).waitFor({ timeout: 60_000 });
    const headings = await frame.locator('h2').allInnerTexts();
    for (const heading of ['Progress', 'Who has what to do', 'What is missing, and who has it'])
      ok(headings.includes(heading), heading);
    ok(
      headings.some((heading) => /since \d{1,2} \w+ \d{4}/.test(heading)),
      headings.join('; '),
    );
    ok((await frame.locator('svg.line circle').count()) >= 3);
    match(await frame.locator('.verdict').innerText(), /^44 of 56 elements have current evidence/);
    equal(await frame.locator('script').count(), 0);
  });

  it('follows the files', async () => {
    writeFileSync(join(editor.folder, leaflets), '---\ntitle: Leaflets\nelements: [3.2.2]\n---\n\nWe do.\n');
    const verdict = async (): Promise<string> =>
      (await reportFrame(editor)).locator('.verdict').innerText({ timeout: 2000 });
    await waitFor(verdict, 'the verdict', { until: (text) => text.startsWith('45 of 56') });
  });

  logsNoError(() => editor);
});
