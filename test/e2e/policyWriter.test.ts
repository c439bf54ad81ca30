/**
 * A policy writer who has never seen YAML, in desktop VS Code: an empty folder and three texts become evidence for the
 * right elements, with owners, dates, an attachment and ticks, and are sent for review. No key is typed into a block, and
 * no YAML file opens.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderWith, openDesktop, waitFor, type Editor, type Row } from './support/harness';
import { settings } from './support/scenarios';
import { git, shareFolder } from './support/sharedPlace';
import { witness, type Seen } from './support/witness';

const texts = {
  'complaints.md':
    '# Handling complaints\r\n\r\nOur complaints procedure is easy to use. Every complaint is investigated fully and fairly, and answered within ten days.\r\n',
  'survey.md':
    '# Annual customer survey\n\nWe measure customer satisfaction every February with a survey, using reliable and accurate methods, and publish the results.\n',
  'induction.md':
    '# Induction of new staff\n\nNew colleagues learn in their first week how we treat customers politely and how to be friendly.\n',
};

describe('A policy writer in desktop VS Code', () => {
  let editor: Editor;
  let shared = '';
  let seen: () => Promise<Seen>;
  const elsewhere = mkdtempSync(join(tmpdir(), 'evidence-portfolio-elsewhere-'));
  before(async () => {
    writeFileSync(join(elsewhere, 'Results 2026, final.pdf'), '%PDF-1.4\n');
    const folder = folderWith(texts, 'millbrook');
    shared = shareFolder(folder);
    git(folder, 'config', 'user.name', 'Jo Writer');
    git(folder, 'config', 'user.email', 'jo@example.org');
    editor = await openDesktop({
      folder,
      settings,
      viewport: { width: 1400, height: 1000 },
    });
    seen = await witness(editor.page);
  });
  after(async () => {
    await editor.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  const rowsUntil = (what: string, until: (rows: readonly Row[]) => boolean) =>
    waitFor(() => editor.treeRows('This File'), `This File with ${what}`, { until });
  const detailSays = (label: string, words: RegExp) =>
    rowsUntil(`${label}: ${words}`, (rows) =>
      rows.some((row) => row.label === label && words.test(row.description)),
    );
  const offers = (label: string): Promise<readonly string[]> =>
    waitFor(() => editor.quickPick.labels(), `“${label}” to choose`, {
      until: (labels) => labels.some((found) => found.trim() === label),
    });
  const choose = async (label: string): Promise<void> => {
    await offers(label);
    await editor.quickPick.choose((found) => found.trim() === label);
  };
  const asks = (words: RegExp): Promise<string> =>
    waitFor(() => editor.quickPick.title(), `the question ${words}`, { until: (title) => words.test(title) });
  /** In VS Code's own dialogue, which writes into its field once more when it has read the folder. */
  const chooseFile = async (path: string): Promise<void> => {
    await asks(/Attach Files/);
    await offers('..');
    await editor.quickPick.type(path);
    await editor.quickPick.accept();
  };
  const onDisk = (path: string): string => readFileSync(join(editor.folder, path), 'utf8');
  const openNames = (): Promise<readonly string[]> =>
    editor.page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('.tab .label-name')].map((name) => name.textContent)`,
    );
  const cursorLine = async (): Promise<number> =>
    Number(/Ln (\d+)/.exec((await editor.statusBar()).map(({ text }) => text).join(' '))?.[1] ?? 0);
  /** Makes a text evidence for the first elements that its own words suggest. */
  const makeEvidence = async (path: string, element: string): Promise<void> => {
    await editor.openFile(path);
    await editor.runCommand('Evidence: Make This File Evidence…');
    const rows = await waitFor(() => editor.quickPick.rows(), 'what its words suggest', {
      until: (all) => all.slice(0, 5).some(({ label }) => label.includes(element)),
    });
    const label = rows.find((row) => row.label.includes(element))!.label;
    await editor.quickPick.accept(label);
    await editor.quickPick.accept();
    await rowsUntil(element, (all) => all.some((row) => row.label.includes(element)));
  };

  it('begins a portfolio by answering questions', async () => {
    await editor.runCommand('Evidence: Create Portfolio…');
    await asks(/1 of 4/);
    await editor.screenshot('create-portfolio-name');
    await editor.quickPick.type('Millbrook: advice & help');
    await editor.quickPick.accept();
    await asks(/2 of 4/);
    await editor.press('Escape');
    await asks(/3 of 4/);
    await editor.quickPick.type('12 may 2027');
    await offers('Wednesday 12 May 2027');
    await editor.screenshot('create-portfolio-day');
    await choose('Wednesday 12 May 2027');
    await asks(/4 of 4/);
    await editor.press('Escape');
    await offers('Day of the assessment');
    ok(!existsSync(join(editor.folder, 'portfolio.yaml')), 'nothing is written before the end');
    await editor.screenshot('create-portfolio-last-look');
    await editor.quickPick.choose((label) => label.includes('Create the portfolio'));
    await waitFor(() => existsSync(join(editor.folder, 'portfolio.yaml')), 'the file');
    deepEqual(await openNames(), []);
    const lines = onDisk('portfolio.yaml').split('\n');
    ok(lines.includes('title: "Millbrook: advice & help"'));
    ok(lines.includes('assessment-date: 2027-05-12'));
  });

  it('makes three texts evidence for what their words suggest, and stays in the text', async () => {
    for (const [path, element] of [
      ['survey.md', '1.3.1'],
      ['induction.md', '2.2.2'],
      ['complaints.md', '4.3.2'],
    ] as const) {
      await makeEvidence(path, element);
      const line = await cursorLine();
      const text = (await editor.editorText()).replaceAll('\r\n', '\n');
      ok(text.endsWith(texts[path].replaceAll('\r\n', '\n')), 'the text stays');
      ok(text.split('\n').indexOf('---', 1) + 1 < line, `the cursor is in line ${line} of\n${text}`);
    }
    await editor.screenshot('policy-writer-evidence');
  });

  it('says who keeps it, by typing and then by choosing', async () => {
    await editor.clickRow('This File', 'Owner');
    await editor.quickPick.type('Complaints: lead officer');
    await choose('Complaints: lead officer');
    await detailSays('Owner', /^Complaints: lead officer$/);
    await editor.save();
    await editor.openFile('survey.md');
    await rowsUntil('the survey', (rows) => rows.some(({ label }) => label.includes('1.3.1')));
    await editor.clickRow('This File', 'Owner');
    await choose('Complaints: lead officer');
    await detailSays('Owner', /^Complaints: lead officer$/);
  });

  it('says how far it is and of what kind, from what these mean', async () => {
    await editor.clickRow('This File', 'Kind');
    await choose('Data');
    await detailSays('Kind', /^data: Figures/);
    await editor.clickRow('This File', 'Status');
    await offers('In review');
    await editor.screenshot('policy-writer-status');
    await choose('Approved');
    await detailSays('Status', /^approved: /);
  });

  it('gives it dates: a likely one, one that is typed, and one of a calendar', async () => {
    await editor.clickRow('This File', 'Review by');
    const [first = ''] = await editor.quickPick.labels();
    await choose(first);
    await detailSays('Review by', new RegExp(`${first}$`));
    await editor.clickRow('This File', 'Review by');
    await editor.quickPick.type('31/12/99');
    await choose('Thursday 31 December 2099');
    await detailSays('Review by', /Thursday 31 December 2099$/);
    await editor.clickRow('This File', 'Date');
    await editor.quickPick.choose((label) => label.includes('Pick a day in a calendar'));
    await asks(/in Which Month/);
    const [month = ''] = await editor.quickPick.labels();
    await choose(month);
    await asks(new RegExp(`on Which Day of ${month}`));
    await editor.screenshot('policy-writer-calendar');
    const [day = ''] = await editor.quickPick.labels();
    await choose(day);
    await detailSays('Date', new RegExp(`^${day}$`));
  });

  it('attaches a file from elsewhere, with a page, by VS Code’s dialogue', async () => {
    await editor.clickRow('This File', 'Attachments');
    await editor.quickPick.choose((label) => label.includes('Attach files from this computer'));
    await chooseFile(join(elsewhere, 'Results 2026, final.pdf'));
    await asks(/Page of Results 2026, final\.pdf/);
    await editor.quickPick.type('4');
    await editor.quickPick.accept();
    await detailSays('Attachments', /^Results 2026, final\.pdf \(page 4\)$/);
    ok(existsSync(join(editor.folder, 'attachments', 'Results 2026, final.pdf')));
    await editor.screenshot('policy-writer-attachment');
  });

  it('never writes over another file of that name', async () => {
    const path = join(elsewhere, 'Results 2026, final.pdf');
    const before = onDisk('attachments/Results 2026, final.pdf');
    writeFileSync(path, '%PDF-1.7, another one\n');
    await editor.clickRow('This File', 'Attachments');
    await editor.quickPick.choose((label) => label.includes('Attach files from this computer'));
    await chooseFile(path);
    await waitFor(() => editor.notifications(), 'the question', {
      until: (all) => all.some(({ message }) => message.includes('is called Results 2026, final.pdf')),
    });
    await editor.screenshot('policy-writer-same-name');
    await editor.pressNotification('Keep Both, as Results 2026, final-2.pdf');
    await asks(/Page of Results 2026, final-2\.pdf/);
    await editor.press('Escape');
    await detailSays('Attachments', /^Results 2026, final\.pdf \(page 4\), Results 2026, final-2\.pdf$/);
    equal(onDisk('attachments/Results 2026, final.pdf'), before);
    equal(onDisk('attachments/Results 2026, final-2.pdf'), readFileSync(path, 'utf8'));
  });

  it('ticks what the guidance asks for', async () => {
    const { label } = (await editor.treeRows('This File')).find((row) => row.label.includes('1.3.1'))!;
    await editor.expandRow('This File', label);
    const rows = await rowsUntil('guidance', (all) =>
      all.some(({ description }) => description === 'not in this file yet'),
    );
    const point = rows.find(({ description }) => description === 'not in this file yet')!.label;
    await editor.clickRow('This File', point);
    await rowsUntil('the point', (all) =>
      all.some((row) => row.label === point && row.description === 'not addressed yet'),
    );
    await editor.clickRow('This File', point);
    await rowsUntil('the tick', (all) =>
      all.some((row) => row.label === point && row.description === 'addressed'),
    );
    await editor.screenshot('policy-writer-ticks');
    await editor.save();
  });

  it('has written what was said, and nothing else', async () => {
    const survey = await waitFor(() => onDisk('survey.md'), 'the saved file', {
      until: (text) => text.includes('- [x] '),
    });
    const [, block = '', body = ''] = survey.split(/^---\n/m);
    for (const line of [
      'owner: "Complaints: lead officer"',
      'kind: data',
      'status: approved',
      'review-by: 2099-12-31',
      '  - "attachments/Results 2026, final.pdf#page=4"',
    ])
      ok(block.split('\n').includes(line), `${line} in\n${block}`);
    ok(body.startsWith(`\n${texts['survey.md']}`));
    const complaints = onDisk('complaints.md');
    ok(complaints.endsWith(texts['complaints.md']) && !/[^\r]\n/.test(complaints), 'its line ends stay');
    deepEqual(
      (await openNames()).filter((name) => name.endsWith('.yaml')),
      [],
    );
  });

  it('puts another detail in from the palette, with the keyboard alone', async () => {
    await editor.runCommand('Evidence: Change Details…');
    await choose('Where');
    await asks(/^Where$/);
    await editor.quickPick.type('Eastfield Library: first floor');
    await editor.quickPick.accept();
    await detailSays('Where', /^Eastfield Library: first floor$/);
    equal((await editor.activeTab())?.name, 'survey.md');
  });

  it('sends it all for review', async () => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand('Evidence: Send for Review…');
    await waitFor(() => editor.dialogText(), 'what is not saved', {
      until: (text) => /You have changed .* and not saved/.test(text),
    });
    await editor.pressDialog('Save Them and Go On');
    await asks(/^Send for Review \(1 of 2\)/);
    const files = (await editor.quickPick.rows()).map(({ label }) => label.trim()).sort();
    deepEqual(files, [
      'Results 2026, final-2.pdf',
      'Results 2026, final.pdf',
      'complaints.md',
      'induction.md',
      'portfolio.yaml',
      'survey.md',
    ]);
    await editor.quickPick.accept();
    await asks(/^Send for Review \(2 of 2\)/);
    await editor.screenshot('policy-writer-send');
    await editor.quickPick.accept();
    await waitFor(() => editor.notifications(), 'that it is sent', {
      until: (all) =>
        all.some(({ message }) => message.startsWith('Your changes are at the shared place now')),
    });
    await editor.screenshot('policy-writer-sent');
    const [copy = ''] = git(shared, 'branch', '--format=%(refname:short)', '--list', 'evidence/*').split(
      '\n',
    );
    deepEqual(
      git(shared, '-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', copy)
        .split('\n')
        .map((path) => path.replace('attachments/', ''))
        .sort(),
      files,
    );
    match(git(shared, 'show', `${copy}:survey.md`), /^ {2}- 1\.3\.1$/m);
    equal(git(editor.folder, 'status', '--porcelain'), '');
  });

  it('has had nothing to do with YAML', async () => {
    deepEqual(await seen(), { yamlTabs: [], typed: [], inBlock: [] });
  });
});
