/** Forms and tables in real VS Code: what is changed in them, seen in the files, byte for byte; undo; a text beside. */
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import { faultsIn } from './support/axe';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { ask } from './support/page';
import { settings } from './support/scenarios';
import { isPageIn, themes, useTheme } from './support/themes';
import { pageOf } from './support/webviews';

const evidence = 'evidence/3-information-and-access/correcting-wrong-information.md';
const plan = 'action-plan.md';

describe('Forms and tables in desktop VS Code', () => {
  let editor: Editor;
  let folder = '';
  let axe = '';
  before(async () => {
    axe = readFileSync(await ensureAxe({ log: console.log }), 'utf8');
    folder = copySample();
    editor = await openDesktop({ folder, settings, viewport: { width: 1400, height: 1000 } });
    await editor.openFile(evidence);
    await waitFor(() => editor.squiggles(), 'a squiggle', {
      until: (found) => found.length > 0,
    });
  });
  after(() => editor.close());

  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const onDisk = (path: string, text: string): Promise<string> =>
    waitFor(() => Promise.resolve(read(path)), `${path} on the disk`, { until: (now) => now === text });
  const tab = async (): Promise<boolean | undefined> =>
    (await ask<{ readonly isDirty: boolean } | undefined>(editor.page, 'activeTab'))?.isDirty;
  const untilDirty = (wanted: boolean): Promise<unknown> =>
    waitFor(tab, `the tab to say ${wanted ? 'unsaved' : 'saved'}`, {
      until: (isDirty) => isDirty === wanted,
    });
  const { keyboard } = { keyboard: { press: (key: string) => editor.page.keyboard.press(key) } };

  describe('A form', () => {
    let form: Frame;
    const original = () => readFileSync(join('samples/anytown-libraries', evidence), 'utf8');
    const values = async (key: string): Promise<string> =>
      form.locator(`[data-field="${key}"] input`).inputValue();
    const type = async (key: string, text: string): Promise<void> => {
      await form.locator(`[data-field="${key}"] input`).click();
      await keyboard.press('ControlOrMeta+a');
      await editor.page.keyboard.type(text);
    };

    it('shows a file in the words of people', async () => {
      await editor.runCommand('Evidence: Open as Form');
      form = await pageOf(editor.page, 'form', /^Correcting wrong information$/);
      equal(await values('title'), 'Correcting wrong information');
      const text = await waitFor(() => form.locator('div.text').innerText(), 'the text', {
        until: (all) => all !== '',
      });
      ok(text.includes('Opening hours and contact details.'));
      ok(!text.includes('elements:'));
    });

    it('mends a finding, and shows that it is not saved', async () => {
      await form.locator('.fixes vscode-button').first().click();
      await form.locator('.elements [data-element="3.2.4"]').waitFor();
      await untilDirty(true);
      equal(read(evidence), original());
    });

    it('takes back what was done with Ctrl+Z', async () => {
      await form.locator('h1').click();
      await keyboard.press('ControlOrMeta+z');
      await form.locator('.elements [data-element="3.2.9"]').waitFor();
      await untilDirty(false);
    });

    it('writes what is typed, as the server writes it, and saves it with Ctrl+S', async () => {
      await type('owner', 'Jo: “the desk” #1');
      await keyboard.press('Enter');
      await type('review-by', '21 November 2027');
      await form.locator('.suggestion').first().waitFor();
      await keyboard.press('Enter');
      await form.locator('#about-review-by', { hasText: '2027' }).waitFor();
      await waitFor(() => values('review-by'), 'the day', { until: (day) => day === '2027-11-21' });
      await form.locator('[data-field="status"]').click();
      await keyboard.press('ArrowUp');
      await keyboard.press('Enter');
      await form.locator('#about-status', { hasText: 'in review' }).waitFor();
      await type('title', 'Putting right what was wrong');
      await keyboard.press('ControlOrMeta+s');
      await onDisk(
        evidence,
        original()
          .replace('title: Correcting wrong information', 'title: Putting right what was wrong')
          .replace('owner: Stock and Information Manager', 'owner: "Jo: “the desk” #1"')
          .replace('status: approved', 'status: in-review')
          .replace('review-by: 2027-06-22', 'review-by: 2027-11-21'),
      );
      await untilDirty(false);
    });

    it('ticks guidance, which comes into the file with it, and says why a day is none', async () => {
      await form.locator('.fixes vscode-button').first().click();
      const tick = form.locator('.elements [data-element="3.2.4"] .guidance vscode-checkbox');
      if ((await tick.count()) > 0) {
        await tick.first().click();
        await waitFor(() => form.locator('.elements h3 .remark').allInnerTexts(), 'points addressed', {
          until: (said) => said.some((words) => words.startsWith('1 of')),
        });
      }
      await type('date', 'when it was');
      await keyboard.press('Enter');
      await form.locator('#about-date.wrong', { hasText: 'not understood as a day' }).waitFor();
      await keyboard.press('Escape');
    });
  });

  describe('The table of all evidence', () => {
    let table: Frame;
    const files = [
      'evidence/1-customer-insight/annual-customer-survey.md',
      'evidence/1-customer-insight/customer-engagement-plan.md',
    ] as const;
    const before = files.map((path) => readFileSync(join('samples/anytown-libraries', path), 'utf8'));

    it('has a row for each file', async () => {
      await editor.runCommand('View: Close All Editors');
      if ((await editor.dialogText()) !== '') await editor.pressDialog("Don't Save");
      await editor.runCommand('Evidence: Open Evidence as Table');
      table = await pageOf(editor.page, 'table', /^Evidence of Anytown/);
      equal(await table.locator('.rows .row').count(), 51);
    }); // prettier-ignore

    it('gives one owner to several files, saves them, and takes it back in one step', async () => {
      for (const row of [0, 1]) await table.locator(`[data-row="${row}"][data-column="0"]`).click();
      await table.locator('[data-do="bulk-column"]').click();
      await table.locator('[data-do="bulk-column"] li', { hasText: 'Owner' }).click();
      await table.locator('[data-do="bulk-value"] input').click();
      await editor.page.keyboard.type('Jo Smith');
      await table.locator('[data-do="bulk"]').click();
      await table.locator('[role="status"]', { hasText: 'Owner of 2 files is Jo Smith now.' }).waitFor();
      const wanted = before.map((text) => text.replace(/^owner: .*$/m, 'owner: Jo Smith'));
      for (const [at, path] of files.entries()) await onDisk(path, wanted[at] ?? '');
      await editor.screenshot('evidence-table');
      await table.locator('[data-do="undo"]').click();
      await table.locator('[role="status"]', { hasText: 'Taken back.' }).waitFor();
      for (const [at, path] of files.entries()) await onDisk(path, before[at] ?? '');
    });

    it('changes one cell, and says what it does not understand', async () => {
      await table.locator('[data-row="0"][data-column="8"]').click();
      await keyboard.press('Enter');
      await table.locator('[data-editor] input').waitFor();
      await keyboard.press('ControlOrMeta+a');
      await editor.page.keyboard.type('12 May 2027');
      await keyboard.press('Enter');
      await onDisk(files[0], (before[0] ?? '').replace(/^review-by: .*$/m, 'review-by: 2027-05-12'));
      await table.getByText('Review by of 1 file is 2027-05-12 now.').waitFor();
      await keyboard.press('F2');
      await table.locator('[data-editor] input').waitFor();
      await keyboard.press('ControlOrMeta+a');
      await editor.page.keyboard.type('whenever');
      await keyboard.press('Enter');
      await table.locator('[role="alert"]', { hasText: 'not understood' }).waitFor();
    });
  });

  describe('The table of an action plan', () => {
    let table: Frame;
    const original = readFileSync(join('samples/anytown-libraries', plan), 'utf8');
    const cell = (row: number, column: number) =>
      table.locator(`[data-row="${row}"][data-column="${column}"]`);

    it('has the rows of the plan', async () => {
      await editor.openFile(plan);
      await editor.runCommand('Evidence: Open Action Plan as Table');
      table = await pageOf(editor.page, 'table', /^Action plan/);
      equal(await cell(2, 1).innerText(), '1.3.3');
    });

    it('changes a cell, and nothing else', async () => {
      await cell(9, 3).dblclick();
      await table.locator('[data-editor] input').waitFor();
      await editor.page.keyboard.type('Jo | the desk');
      await keyboard.press('Enter');
      await waitFor(() => cell(9, 3).innerText(), 'the cell', { until: (text) => text === 'Jo | the desk' });
      await untilDirty(true);
      await keyboard.press('ControlOrMeta+s');
      await untilDirty(false);
      const lines = read(plan).split('\n');
      const changed = lines.filter((line, at) => line !== original.split('\n')[at]);
      equal(changed.length, 1);
      ok(/^\| 3\.2\.2 .*\| +Jo \\\| the desk +\| 28 February 2027/.test(changed[0] ?? ''), changed[0]);
    });

    it('gives several rows one target, adds a row, and takes all back', async () => {
      await cell(5, 0).click();
      await cell(6, 0).click();
      await table.locator('[data-do="complete"]').click();
      await waitFor(() => cell(6, 5).innerText(), 'the progress', { until: (text) => text === 'complete' });
      await table.locator('[data-do="add"]').click();
      await editor.quickPick.accept('4.2.3');
      const rows = () => table.locator('.rows .row').count();
      const before = original.split('\n').filter((line) => line.startsWith('| ')).length - 2;
      await waitFor(rows, 'another row', { until: (count) => count > before });
      await editor.screenshot('plan-table');
      await table.locator('h1').click();
      await keyboard.press('ControlOrMeta+z');
      await keyboard.press('ControlOrMeta+z');
      await waitFor(rows, 'the rows as before', { until: (count) => count === before });
      await untilDirty(false);
    });
  });

  describe('In every theme', () => {
    /** Each page as it is opened, and where it is then. */
    const pages: Readonly<Record<string, () => Promise<Frame>>> = {
      form: async () => {
        await editor.openFile(evidence);
        await editor.runCommand('Evidence: Open as Form');
        return pageOf(editor.page, 'form', /wrong/i);
      },
      'evidence-table': async () => {
        await editor.runCommand('Evidence: Open Evidence as Table');
        return pageOf(editor.page, 'table', /^Evidence of/);
      },
      'plan-table': async () => {
        await editor.openFile(plan);
        await editor.runCommand('Evidence: Open Action Plan as Table');
        return pageOf(editor.page, 'table', /^Action plan/);
      },
    };
    const isSound = async (frame: Frame, what: string): Promise<void> => {
      await editor.page.mouse.move(2, 2);
      // The colours of a page change in steps.
      await waitFor(() => faultsIn(frame, axe), `nothing that axe finds, ${what}`, {
        until: (faults) => faults.length === 0,
      });
      await editor.screenshot(what);
    };

    for (const [name, open] of Object.entries(pages))
      it(`has nothing that axe finds: ${name}`, async () => {
        const frame = await open();
        for (const theme of themes) {
          await useTheme(editor, theme);
          await waitFor(() => frame.content(), `${name}, ${theme}`, {
            until: (html) => isPageIn(html, theme),
          });
          await isSound(frame, `${name}-${theme}`);
        }
      });

    it('has nothing that axe finds at 200 %', async () => {
      await useTheme(editor, 'light');
      await editor.runCommand('View: Close Primary Side Bar').catch(() => undefined);
      await editor.page.setViewportSize({ width: 700, height: 500 });
      for (const [name, open] of Object.entries(pages)) await isSound(await open(), `${name}-200-percent`);
    });
  });
});
