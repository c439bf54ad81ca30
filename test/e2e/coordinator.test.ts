/**
 * The co-ordinator of a portfolio in desktop VS Code: gives elements to people, plans what is missing, writes the report
 * and the pack for the assessor, and hears that nobody has changed it since. What each command does in all its ways is
 * tried in tests of its own.
 */
import { match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, openDesktop, waitFor, type Editor, type Row } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';

describe('A co-ordinator in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: copySample(),
      settings,
      viewport: { width: 1400, height: 1100 },
    });
    await editor.openView('This Month');
  });
  after(() => editor.close());

  const told = (words: RegExp): Promise<unknown> =>
    waitFor(() => editor.notifications(), `a notification ${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const rowsUntil = (view: string, what: string, until: (rows: readonly Row[]) => boolean) =>
    waitFor(() => editor.treeRows(view), `${view} with ${what}`, { until });
  const asks = (title: RegExp): Promise<string> =>
    waitFor(() => editor.quickPick.title(), `the question ${title}`, { until: (text) => title.test(text) });
  /** VS Code shows three messages at a time. */
  const begin = async (command: string): Promise<void> => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand(`Evidence: ${command}…`);
  };
  /** A dialogue that is still reading the folder takes no Enter. */
  const goesOn = async (title: RegExp, path?: string): Promise<void> => {
    await asks(title);
    const hasGone = async (): Promise<boolean> =>
      !(await editor.quickPick.isOpen()) || !title.test(await editor.quickPick.title());
    await waitFor(async () => {
      if (await hasGone()) return true;
      if (path !== undefined) await editor.quickPick.type(path);
      await editor.press('Enter');
      return waitFor(hasGone, 'the dialogue to go on', 3000);
    }, 'the dialogue to go on');
  };
  const onDisk = (path: string): string => readFileSync(join(editor.folder, path), 'utf8');

  it('gives two elements that nobody has to somebody', async () => {
    const nobodys = (rows: readonly Row[]): string =>
      rows.find(({ label }) => label === 'Nobody yet')?.description ?? '';
    await rowsUntil('This Month', 'what nobody has', (rows) => nobodys(rows) === '6 to do');
    await editor.runCommand('Evidence: Assign Elements…');
    await asks(/^Assign Elements$/);
    await editor.quickPick.accept('1.3.3');
    await editor.quickPick.accept('3.2.4');
    await editor.quickPick.accept();
    await asks(/^Assign 2 Elements$/);
    await editor.quickPick.type('Jo Bloggs');
    await waitFor(() => editor.quickPick.labels(), 'somebody new', {
      until: (labels) => labels[0] === 'Jo Bloggs',
    });
    await editor.quickPick.accept();
    await told(/^2 elements are with Jo Bloggs now\.$/);
    await rowsUntil('This Month', 'Jo Bloggs', (rows) =>
      rows.some(({ label, description }) => label === 'Jo Bloggs' && description === '2 to do'),
    );
    await editor.screenshot('coordinator-assigned');
  });

  it('plans an action for each element that asks for one', async () => {
    await begin('Add Missing Actions to the Plan');
    await told(/Nothing is written yet\.$/);
    await editor.screenshot('coordinator-plan');
    await editor.runCommand('Evidence: Write What Is Shown');
    await editor.openView('Action Plan');
    const rows = await rowsUntil(
      'Action Plan',
      'an action for each',
      (all) => all.length > 0 && !all.some(({ label }) => label.endsWith('without an action')),
    );
    ok(rows.some(({ label }) => label.startsWith('1.3.3')));
    await editor.screenshot('coordinator-planned');
    await editor.runCommand('File: Save All Files');
    await waitFor(() => /^\| 1\.3\.3 /m.test(onDisk('action-plan.md')), 'the plan on the disk');
  });

  it('writes the report, in which all of that stands', async () => {
    await begin('Export Report');
    await asks(/^Export Report$/);
    await editor.quickPick.accept('Web page');
    await goesOn(/^Export Report$/);
    await waitFor(() => editor.dialogText(), 'what is in it', {
      until: (text) => text.includes('write report.html?'),
    });
    await editor.screenshot('coordinator-report');
    await editor.pressDialog('Write');
    await told(/^The report is in report\.html now/);
    match(onDisk('report.html'), /Jo Bloggs/);
  });

  it('packs it for the assessor, and nobody has changed the pack since', async () => {
    await begin('Make Pack for the Assessor');
    await asks(/^Make Pack for the Assessor$/);
    await editor.quickPick.accept('For the assessor, with drafts');
    await asks(/^Make Pack for the Assessor$/);
    await editor.quickPick.accept('ZIP file');
    await goesOn(/^Make Pack for the Assessor$/);
    await told(/^Pack evidence-pack\.zip: in it: \d+ pieces of evidence.* Nothing is written yet\.$/);
    await editor.screenshot('coordinator-pack');
    await editor.runCommand('Evidence: Write What Is Shown');
    await told(/^The pack is in evidence-pack\.zip now\.$/);
    await begin('Verify Pack');
    await asks(/^Verify Pack$/);
    await editor.quickPick.accept('ZIP file');
    await goesOn(/^Verify Pack$/, join(editor.folder, 'evidence-pack.zip'));
    await told(/^evidence-pack\.zip \(Anytown Libraries[^]*\): /);
    await editor.screenshot('coordinator-verified');
  });

  logsNoError(() => editor);
});
