/**
 * From a matrix that an organisation has kept for years to the assessor and back, without a line of YAML typed: matrix in,
 * evidence, pack, the assessor's sheet filled by a script, back in, and the award has moved.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../.scripts/editors.mjs';
import { checkPack as checkPackIn, isWhole, type PackCheck } from '../../server/exchange/pack/checkPack';
import { readGrids, writeTable } from '../../server/exchange/formats';
import { nodePackMeans, withPackPlace } from '../../server/host/disk/packPlace';
import { folderWith, openDesktop, openWeb, waitFor, type Editor, type Row } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';

const viewport = { width: 1400, height: 1100 };
const quiet = { ...settings, 'files.simpleDialog.enable': true };
const matrix = 'anyborough-evidence-matrix.xlsx';

const checkPack = (place: string): PackCheck | undefined =>
  withPackPlace(place, (found) => checkPackIn(found, nodePackMeans));

function withMatrix(): string {
  const folder = folderWith({ 'readme.txt': 'Ours.\n' }, 'anyborough');
  copyFileSync(join(repository, 'samples', matrix), join(folder, matrix));
  return folder;
}

/** For the web, where a script cannot write what the page has in its memory: the sheet of the same matrix, filled in. */
function withFilledSheet(): string {
  const other = withMatrix();
  const run = (...words: readonly string[]): void =>
    void spawnSync(process.execPath, [join(repository, 'dist/cli.js'), ...words], { cwd: other });
  writeFileSync(join(other, 'portfolio.yaml'), 'title: Anyborough 2027\n');
  run('matrix', 'import', matrix, '--write');
  run('assessment', 'export', '--output', 'assessment.xlsx');
  const folder = withMatrix();
  fillIn(join(other, 'assessment.xlsx'), join(folder, 'filled.xlsx'));
  return folder;
}

for (const [host, open] of [
  ['desktop VS Code', () => openDesktop({ folder: withMatrix(), settings: quiet, viewport })],
  ['VS Code for the web', () => openWeb({ folder: withFilledSheet(), settings: quiet, viewport })],
] as const) {
  describe(`From the matrix to the assessor and back, in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open();
      await editor.openView('Coverage');
    });
    after(() => editor.close());

    const isDesktop = host === 'desktop VS Code';
    const told = (words: RegExp): Promise<unknown> =>
      waitFor(() => editor.notifications(), `a notification ${words}`, {
        until: (all) => all.some(({ message }) => words.test(message)),
      });
    const titleIs = (title: string): Promise<string> =>
      waitFor(() => editor.quickPick.title(), title, { until: (shown) => shown === title });
    /** In a dialog that is still reading the folder, what is typed is written over, and Enter does nothing. */
    const inDialog = async (title: string, name?: string): Promise<void> => {
      await titleIs(title);
      await waitFor(async () => {
        if (!(await editor.quickPick.isOpen()) || (await editor.quickPick.title()) !== title) return true;
        if (name !== undefined) await editor.quickPick.type(pathOf(name));
        await editor.press('Enter');
        return waitFor(
          async () => !(await editor.quickPick.isOpen()) || (await editor.quickPick.title()) !== title,
          'the dialog to go on',
          3000,
        );
      }, 'the dialog to go on');
    };
    const pathOf = (name: string): string => (isDesktop ? join(editor.folder, name) : `/${name}`);
    /** Three messages at most are shown at a time. */
    const begin = async (command: string): Promise<void> => {
      await editor.runCommand('Notifications: Clear All Notifications');
      await editor.runCommand(`Evidence: ${command}…`);
    };
    const choose = async (title: string, row: string): Promise<void> => {
      await titleIs(title);
      await editor.quickPick.accept(row);
    };
    const rowsUntil = (what: string, until: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> =>
      waitFor(() => editor.treeRows('Coverage'), what, { until });
    /** What is in a file that goes out is read first. */
    const writeExport = async (words: RegExp): Promise<void> => {
      const asked = await waitFor(() => editor.dialogText(), `the question ${words}`, {
        until: (text) => words.test(text),
      });
      match(asked, /It goes to the folder /);
      await editor.pressDialog('Write');
    };
    const write = (): Promise<void> => editor.runCommand('Evidence: Write What Is Shown');

    it('begins with the matrix, from the welcome', async () => {
      await waitFor(() => editor.viewText('Coverage'), 'the welcome', {
        until: (text) => text.includes('Begin with a Matrix…'),
      });
      await editor.screenshot(`office-welcome-${editor.host}`);
      await editor.page
        .locator('.welcome-view a, .welcome-view .monaco-button', { hasText: 'Begin with a Matrix…' })
        .first()
        .click();
      await inDialog('Import Evidence Matrix', matrix);
      await titleIs('Begin a Portfolio with a Matrix');
      await editor.quickPick.type('Anyborough 2027');
      await editor.press('Enter');
      await told(
        /^Import of anyborough-evidence-matrix\.xlsx: would be added: \d+ files.* Nothing is written yet\.$/,
      );
      ok(!existsSync(join(editor.folder, 'portfolio.yaml')));
      await editor.screenshot(`office-import-${editor.host}`);
    });

    it('has the evidence when the user says so', async () => {
      await write();
      await rowsUntil('the coverage of drafts', (rows) =>
        rows.some(({ description }) => description.includes('draft')),
      );
      if (isDesktop) {
        match(readFileSync(join(editor.folder, 'portfolio.yaml'), 'utf8'), /^title: Anyborough 2027$/m);
        ok(readdirSync(join(editor.folder, 'evidence'), { recursive: true }).length > 20);
      }
      await editor.screenshot(`office-imported-${editor.host}`);
    });

    it('takes all of it back, and has it again', async () => {
      await told(/^Import of anyborough-evidence-matrix\.xlsx: done\.$/);
      await editor.screenshot(`office-undo-${editor.host}`);
      await editor.pressNotification('Undo');
      await waitFor(() => editor.viewText('Coverage'), 'the welcome again', {
        until: (text) => text.includes('Begin with a Matrix…'),
      });
      if (isDesktop)
        deepEqual(
          readdirSync(editor.folder).filter((name) => !name.startsWith('.')),
          [matrix, 'readme.txt'],
        );
      await begin('Import Evidence Matrix');
      await inDialog('Import Evidence Matrix', matrix);
      await titleIs('Begin a Portfolio with a Matrix');
      await editor.quickPick.type('Anyborough 2027');
      await editor.press('Enter');
      await told(/^Import of .*Nothing is written yet\.$/);
      await write();
      await rowsUntil('the coverage of drafts', (rows) =>
        rows.some(({ description }) => description.includes('draft')),
      );
    });

    it('takes the same matrix a second time without a change', async () => {
      await begin('Import Evidence Matrix');
      await inDialog('Import Evidence Matrix', matrix);
      await told(/^(?:anyborough-evidence-matrix\.xlsx holds nothing that|Import of .*: nothing changes)/);
    });

    it('makes the pack', async () => {
      await begin('Make Pack for the Assessor');
      await choose('Make Pack for the Assessor', 'For the assessor, with drafts');
      await choose('Make Pack for the Assessor', 'ZIP file');
      await inDialog('Make Pack for the Assessor');
      await told(/^Pack evidence-pack\.zip: in it: \d+ pieces of evidence.* Nothing is written yet\.$/);
      await editor.screenshot(`office-pack-${editor.host}`);
      await write();
      await told(/^The pack is in evidence-pack\.zip now\.$/);
      await editor.screenshot(`office-pack-made-${editor.host}`);
      if (!isDesktop) return;
      const check = checkPack(join(editor.folder, 'evidence-pack.zip'));
      ok(check && isWhole(check));
      equal(check.manifest.title, 'Anyborough 2027');
    });

    it('verifies the pack', async () => {
      await begin('Verify Pack');
      await choose('Verify Pack', 'ZIP file');
      await inDialog('Verify Pack', 'evidence-pack.zip');
      await told(
        /^evidence-pack\.zip \(Anyborough 2027, as of .*\): All \d+ files are as they were written\.$/,
      );
      await editor.screenshot(`office-verify-${editor.host}`);
      if (!isDesktop) return;
      await begin('Verify Pack');
      await choose('Verify Pack', 'Folder');
      await inDialog('Verify Pack');
      await told(/ was not checked\. It is no pack: it has no manifest\.json that lists its files\./);
    });

    it('makes the assessor’s sheet', async () => {
      await begin('Export Assessment Workbook');
      await choose('Export Assessment Workbook', 'Excel workbook');
      await inDialog('Export Assessment Workbook');
      await waitFor(() => editor.dialogText(), 'what is in it');
      await editor.screenshot(`office-export-${editor.host}`);
      if (isDesktop) ok(!existsSync(join(editor.folder, 'assessment.xlsx')));
      await writeExport(/write assessment\.xlsx\?[^]*\d+ rows, one for each element/);
      await told(/^The assessor’s sheet is in assessment\.xlsx now\.$/);
    });

    it('takes back what the assessor has filled in, and the award has moved', async () => {
      const award = (rows: readonly Row[]): string =>
        rows.find(({ label }) => /assess/i.test(label))?.description ?? '';
      const before = award(await editor.treeRows('Coverage'));
      if (isDesktop) fillIn(join(editor.folder, 'assessment.xlsx'), join(editor.folder, 'filled.xlsx'));
      await begin('Import Assessment');
      await inDialog('Import Assessment', 'filled.xlsx');
      await told(/^Import of filled\.xlsx: would be changed: \d+ values.* Nothing is written yet\.$/);
      if (isDesktop) {
        const text = await waitFor(
          async () => (await editor.webviewTexts()).find((one) => one.includes('award')) ?? '',
          'the report',
          { until: (found) => found.includes('What it makes of the award') },
        );
        match(text, /now: [^]*then: [^]*80 %/);
      }
      await editor.screenshot(`office-assessment-${editor.host}`);
      await write();
      await editor.save();
      await editor.openView('Coverage');
      const rows = await rowsUntil('another award', (all) => award(all) !== before && award(all) !== '');
      match(award(rows), /^100 % · .* · the award asks for 80 %$/);
      if (isDesktop)
        match(readFileSync(join(editor.folder, 'portfolio.yaml'), 'utf8'), /assessor: compliant/);
      await editor.screenshot(`office-award-${editor.host}`);
    });

    if (isDesktop) {
      it('writes what is read as a page, or put into a calendar', async () => {
        const written = async (
          command: string,
          format: string,
          what: RegExp,
          file: string,
        ): Promise<string> => {
          await begin(command);
          const title = command.replace(' to Print', ' with Its Evidence');
          if (command === 'Export What Is Due') await choose(title, 'By person');
          if (format !== '') await choose(title, format);
          await inDialog(title);
          await writeExport(new RegExp(`write ${file.replaceAll('.', '\\.')}\\?`));
          await told(what);
          return readFileSync(join(editor.folder, file), 'utf8');
        };
        const report = await written(
          'Export Report',
          'Web page',
          /^The report is in report\.html now/,
          'report.html',
        );
        match(report, /<title>Anyborough 2027/);
        const due = await written('Export What Is Due', 'Calendar', /^What is due is in/, 'what-is-due.ics');
        match(due, /^BEGIN:VCALENDAR/);
        const page = await written(
          'Export the Standard to Print',
          '',
          /^The standard with its evidence is in/,
          'standard-and-evidence.html',
        );
        match(page, /<h5>1\.1\.1: draft only<\/h5>/);
        match(page, /owner: /);
      });

      it('makes the pack as a folder, under a name that is free', async () => {
        for (const name of ['evidence-pack', 'evidence-pack-2']) {
          await begin('Make Pack for the Assessor');
          await choose('Make Pack for the Assessor', 'For everybody, with drafts');
          await choose('Make Pack for the Assessor', 'Folder');
          await inDialog('In Which Folder Is the Pack Made?');
          await told(new RegExp(`^Pack ${name}: in it`));
          await write();
          await told(new RegExp(`^The pack is in ${name} now`));
          const check = checkPack(join(editor.folder, name));
          ok(check && isWhole(check));
        }
        deepEqual(
          readdirSync(editor.folder).filter((name) => name.endsWith('.part')),
          [],
        );
      });

      it('says which files of a pack somebody has worked in', async () => {
        const pack = join(editor.folder, 'evidence-pack-2');
        appendFileSync(join(pack, 'index.html'), '<!-- mine -->');
        writeFileSync(join(pack, 'notes.txt'), 'Mine.');
        await begin('Verify Pack');
        await choose('Verify Pack', 'Folder');
        await inDialog('Verify Pack', 'evidence-pack-2');
        await told(/^evidence-pack-2 \(.*\): 1 changed, 0 missing, 1 added, of \d+ files\.$/);
        const text = await waitFor(
          async () => (await editor.webviewTexts()).find((one) => one.includes('not as it was')) ?? '',
          'which files',
        );
        match(text, /Changed since it was written: 1 file\s+index\.html[^]*: 1 file\s+notes\.txt/);
        await editor.screenshot('office-verify-page-desktop');
      });

      it('is offered in the explorer’s menu of a file', async () => {
        await editor.runCommand('Explorer: Focus on Folders View');
        const row = editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: matrix });
        const label = (text: string) =>
          editor.page.locator('.monaco-menu .action-label', { hasText: text }).first();
        await waitFor(async () => {
          await editor.press('Escape');
          // Rows move while the folder is listed.
          await row.first().click({ button: 'right', timeout: 2000 });
          await label('Import into the Portfolio').hover({ timeout: 2000 });
          await label('Import Assessment…').waitFor({ timeout: 2000 });
          return true;
        }, 'the entries of the menu');
        await editor.screenshot('office-explorer-desktop');
        await editor.press('Escape', 'Escape');
      });
    }

    logsNoError(() => editor);
  });
}

/** What an assessor does: a rating for each element, and a comment. */
function fillIn(from: string, to: string): void {
  const [grid] = readGrids(from, readFileSync(from));
  const rows = (grid?.rows ?? []).map(({ cells }) => [...cells]);
  const at = rows.findIndex((cells) => cells.includes('Assessor'));
  const header = rows[at] ?? [];
  const [rating, comment] = [
    header.indexOf('Assessor'),
    header.findIndex((name) => name.includes('comments')),
  ];
  const elements = rows.slice(at + 1).filter((cells) => cells.some((cell) => /^\d\.\d\.\d$/.test(cell)));
  for (const cells of elements) {
    cells[rating] = 'Compliant';
    cells[comment] = 'Seen on the day';
  }
  deepEqual(elements.length > 50, true);
  writeFileSync(
    to,
    writeTable('xlsx', {
      title: 'Filled in',
      acknowledgement: '',
      sheet: {
        name: 'Elements',
        caption: '',
        columns: header.map((name) => ({ name, width: 20, holds: 'text' as const })),
        rows: elements.map((cells) => ({ kind: 'entry' as const, cells })),
      },
    }),
  );
}
