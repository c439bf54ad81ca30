/** The action plan in both hosts: what helps in its table, and the view Action Plan. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  copySample,
  folderWith,
  openDesktop,
  openWeb,
  waitFor,
  type Editor,
  type Row,
} from './support/harness';
import { logsNoError } from './support/ownErrors';
import { isCalled } from './support/rowCalled';
import { settings } from './support/scenarios';

const viewport = { width: 1400, height: 1100 };
const view = 'Action Plan';

for (const [host, open] of [
  ['desktop VS Code', () => openDesktop({ folder: copySample(), settings, viewport })],
  ['VS Code for the web', () => openWeb({ folder: copySample(), settings, viewport })],
] as const) {
  describe(`The action plan in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open();
      // The plan is opened from the view: on the web, a file that is opened by name brings the explorer to the front.
      await editor.openView('Coverage');
      await showView(editor);
    });
    after(() => editor.close());

    const rowsUntil = (what: string, until: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> =>
      waitFor(() => editor.treeRows(view), `${view} with ${what}`, { until });
    const groups = (rows: readonly Row[]): readonly string[] =>
      rows.filter(({ level }) => level === 1).map(({ label }) => label);
    const lines = async (): Promise<readonly string[]> => (await editor.editorText()).split(/\r?\n/);
    const place = async (row: RegExp, text: string): Promise<readonly [line: number, column: number]> => {
      const all = await lines();
      const at = all.findIndex((line) => row.test(line));
      return [at + 1, (all[at] ?? '').indexOf(text) + 1];
    };

    describe('as a view', () => {
      it('has what is overdue at the top, then month by month, then what is complete', async () => {
        const rows = await rowsUntil('its groups', (all) => groups(all).length > 6);
        deepEqual(groups(rows), [
          'Overdue',
          'December 2026',
          'January 2027',
          'February 2027',
          'March 2027',
          'Ongoing',
          'Complete',
          '15 elements without an action',
        ]);
        const late = rows[rows.findIndex(({ label }) => label === 'Overdue') + 1];
        equal(late?.label, '3.4.2');
        match(late.description, /^52 days overdue · in progress · Community Engagement Officer · /);
        match(late.ariaLabel, /Action for 3\.4\.2, We have developed.*52 days overdue, in progress/s);
        await editor.screenshot(`plan-by-due-${editor.host}`);
      });

      it('leads to the row in the plan', async () => {
        await editor.clickRow(view, '3.4.2');
        await waitFor(() => editor.visibleLines(), 'the row', {
          until: (all) => all.some(({ text }) => /^\|\s3\.4\.2\s/.test(text)),
        });
        const position = await waitFor(
          async () =>
            (await editor.statusBar()).map(({ text }) => text).find((text) => /^Ln \d+/.test(text)) ?? '',
          'the cursor at the row',
          { until: (text) => text.includes('selected') },
        );
        const [line] = await place(/^\| 3\.4\.2 /, '3.4.2');
        match(position, new RegExp(`^Ln ${line}, Col 8 \\(5 selected\\)`));
      });

      it('is grouped otherwise, and stays so', async () => {
        const begins = (...wanted: readonly string[]) =>
          rowsUntil(wanted.join(', '), (all) => groups(all).join().startsWith(wanted.join()));
        await group(editor, 'by responsibility');
        await begins('Nobody yet', 'Area Manager South', 'Community Engagement Officer');
        await editor.screenshot(`plan-by-responsibility-${editor.host}`);
        await group(editor, 'by criterion');
        await begins('1 Customer Insight', '2 The Culture of the Organisation');
        await group(editor, 'by due date');
        await begins('Overdue', 'December 2026');
      });

      it('marks an action complete, and takes it back', async () => {
        await chooseByPalette(editor, 'Mark Action Complete…', '3.4.2');
        await rowsUntil('nothing overdue', (all) => !groups(all).includes('Overdue'));
        await editor.editorTextWith(/^\| 3\.4\.2 .* \| complete +\| /m);
        await waitFor(() => editor.notifications(), 'what has been done', {
          until: (all) => all.some(({ message }) => message === 'The action for 3.4.2 is complete.'),
        });
        await editor.pressNotification('Undo');
        await rowsUntil('what is overdue', (all) => groups(all).includes('Overdue'));
      });

      it('adds an action for an element', async () => {
        await chooseByPalette(editor, 'Add Action for Element…', '4.2.3');
        const isNew = ({ label, description }: Row): boolean =>
          label === '4.2.3' && description.startsWith('no date · not started · nobody yet · ');
        await rowsUntil('the new one', (all) => all.some(isNew));
        await rowsUntil('one fewer without', (all) =>
          all.some(({ label }) => label === '14 elements without an action'),
        );
        await editor.editorTextWith(/^\| 4\.2\.3 +\| We can demonstrate that we benchmark/m);
        await editor.undo();
        await rowsUntil('one more without', (all) =>
          all.some(({ label }) => label === '15 elements without an action'),
        );
      });
    });

    describe('as a table', () => {
      before(async () => {
        await editor.openFile('action-plan.md');
      });

      it('shows behind a date that has passed for how long', async () => {
        await editor.goTo(...(await place(/^\| 3\.4\.2 /, '30 September')));
        await waitFor(() => editor.visibleLines(), 'the hint', {
          until: (all) => all.some(({ text }) => text.includes('52 days overdue')),
        });
      });

      it('explains a date and an element', async () => {
        const [line, column] = await place(/^\| 3\.4\.2 /, '30 September');
        match(await editor.hoverAt(line, column + 3, [/52 days overdue/]), /52 days overdue/);
        const [second, id] = await place(/^\| 1\.3\.3 /, '1.3.3');
        const expected = /Sub-criterion 1\.3 Customer Satisfaction/;
        match(await editor.hoverAt(second, id + 2, [expected]), expected);
      });

      it('offers elements by words, roles and words for the progress', async () => {
        const text = await editor.editorText();
        const end = text.split(/\r?\n/).findIndex((line) => line.startsWith('| 5.2.5')) + 1;
        await editor.goTo(end, 1);
        // Once for the end of the line on the screen, once for that of the file’s.
        await editor.press('End', 'End', 'Enter');
        await editor.typeText('| benchmark');
        const isElement = (label: string): boolean => label.startsWith('4.2.3');
        const offered = await editor.suggestions({
          until: (labels) => labels.some(isElement),
        });
        ok(
          offered.some(({ label }) => isElement(label)),
          offered.map(({ label }) => label).join(),
        );
        await editor.acceptSuggestion(offered[0]?.label ?? '');
        await editor.typeText(' | x | Perf');
        const hasRole = (labels: readonly string[]): boolean => labels.includes('Performance Officer');
        const roles = (await editor.suggestions({ until: hasRole })).map(({ label }) => label);
        ok(roles.includes('Performance Officer'), roles.join());
        await editor.acceptSuggestion('Performance Officer');
        await editor.typeText(' | | ');
        const expected = ['not started', 'in progress', 'on hold', 'complete'];
        const words = (
          await editor.suggestions({ until: (labels) => expected.every((word) => labels.includes(word)) })
        ).map(({ label }) => label);
        deepEqual(
          expected.filter((word) => words.includes(word)),
          expected,
        );
        await editor.screenshot(`plan-completion-${editor.host}`);
        await editor.press('Escape');
        await waitFor(async () => {
          await editor.undo();
          return (await editor.editorText()) === text;
        }, 'the plan as it was');
      });

      it('adds the rows that are missing by a refactoring', async () => {
        const [line, column] = await place(/^\| 3\.4\.2 /, '3.4.2');
        await showView(editor);
        await editor.goTo(line, column + 1);
        await editor.applyQuickFix('Add 15 rows for elements that need an action');
        await editor.editorTextWith(/^\| 5\.3\.3 +\| Our performance in relation to timeliness/m);
        await rowsUntil(
          'none without',
          (all) => !all.some(({ label }) => label.endsWith('without an action')),
        );
        await editor.undo();
        await rowsUntil('those without', (all) =>
          all.some(({ label }) => label === '15 elements without an action'),
        );
      });

      it('is aligned by formatting the document, and by nothing else', async () => {
        const before = await editor.editorText();
        await editor.goTo(...(await place(/^\| 5\.2\.5 /, '5.2.5')));
        await editor.typeText('  ');
        await waitFor(async () => {
          await editor.runCommand('Format Document');
          return (await editor.editorText()) === before;
        }, 'the table as it was');
      });
    });

    logsNoError(() => editor);
  });
}

async function group(editor: Editor, by: string): Promise<void> {
  await editor.runCommand('Evidence: Group Action Plan…');
  await waitFor(() => editor.quickPick.title(), 'the question', {
    until: (title) => title === 'Group the Action Plan',
  });
  await editor.quickPick.accept(by);
}

async function chooseByPalette(editor: Editor, command: string, row: string): Promise<void> {
  await editor.runCommand(`Evidence: ${command}`);
  await waitFor(() => editor.quickPick.labels(), `${row} to choose`, {
    until: (labels) => labels.some((label) => isCalled(label, row)),
  });
  await editor.quickPick.accept(row);
}

/** Shows the view; again where the explorer, from which a file has been opened, comes to the front behind it. */
async function showView(editor: Editor): Promise<void> {
  await waitFor(async () => {
    await editor.openView(view);
    return (await editor.page.locator(`.pane-header[aria-label^="${view}"]`).count()) > 0;
  }, `the view ${view}`);
}

describe('An action plan from elsewhere, in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: folderWith({
        'portfolio.yaml': 'title: Eastfield\n',
        'old plan.txt': readFileSync('test/fixtures/action-plan.txt', 'utf8'),
      }),
      settings: { ...settings, 'files.simpleDialog.enable': true },
      viewport,
    });
    await editor.openFile('portfolio.yaml');
    await editor.openView(view);
  });
  after(() => editor.close());

  const preview = async (): Promise<string> =>
    (await editor.webviewTexts()).find((text) => text.includes('Nothing is written yet')) ?? '';
  const told = (words: RegExp) =>
    waitFor(() => editor.notifications(), `a notification ${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const importIt = async (): Promise<void> => {
    await editor.runCommand('Evidence: Import Action Plan…');
    await waitFor(() => editor.quickPick.title(), 'the dialog', {
      until: (title) => title === 'Import Action Plan',
    });
    // A dialog that is still reading the folder writes its own path over what is typed.
    await waitFor(async () => {
      if (!(await editor.quickPick.isOpen())) return true;
      await editor.quickPick.type(join(editor.folder, 'old plan.txt'));
      await editor.press('Enter');
      return waitFor(async () => !(await editor.quickPick.isOpen()), 'the dialog to close', 2000);
    }, 'the dialog to close');
  };

  const pressOnPage = (button: string): Promise<void> =>
    editor.page
      .locator('.editor-actions .action-label', { hasText: button })
      .first()
      .click({ timeout: 10_000 });

  const choose = async (title: string, row: string): Promise<void> => {
    await waitFor(() => editor.quickPick.title(), title, { until: (shown) => shown === title });
    await editor.quickPick.accept(row);
  };
  /** Says that the comments say who, shows it, and takes it back. */
  const otherColumns = async (): Promise<void> => {
    const list = 'What the Columns of the File Mean';
    await pressOnPage('Change Columns…');
    await choose(list, 'Comments');
    await editor.screenshot('plan-import-column-desktop');
    await choose('What “Comments” Means', 'Responsibility');
    await waitFor(() => editor.quickPick.labels(), 'the columns again', {
      until: (labels) => labels.some((label) => label.includes('Show What Changes Now')),
    });
    await editor.screenshot('plan-import-columns-desktop');
    await editor.quickPick.accept('Show What Changes Now');
    await waitFor(preview, 'the other report', {
      until: (text) => text.includes('Responsibility (owner): “Comments”, as you said'),
    });
    await pressOnPage('Change Columns…');
    await choose(list, 'Comments');
    await choose('What “Comments” Means', 'Comments');
    await choose(list, 'Responsibility');
    await choose('What “Responsibility” Means', 'Responsibility');
    await choose(list, 'Show What Changes Now');
    await waitFor(preview, 'the report as it was meant', {
      until: (text) => text.includes('Responsibility (owner): “Responsibility”, as you said'),
    });
  };

  it('is offered where there is none yet', async () => {
    await waitFor(() => editor.viewText(view), 'the welcome', {
      until: (text) => text.includes('Import a Plan…'),
    });
    await editor.screenshot('plan-welcome-desktop');
  });

  it('is shown before anything is written', async () => {
    await importIt();
    await told(
      /^Import of old plan\.txt: added: 16 actions; worded differently from the standard: 5 actions\. /,
    );
    const text = await waitFor(preview, 'the report', { until: (found) => found !== '' });
    match(text, /Added: 16 actions/);
    match(text, /3\.1\.2/);
    equal(existsSync(join(editor.folder, 'action-plan.md')), false);
    await editor.screenshot('plan-import-desktop');
    // The choice stands on the page: the notification goes by itself, and may be overlooked.
    await editor.runCommand('Notifications: Clear All Notifications');
    await waitFor(() => editor.notifications(), 'no notification', { until: (all) => all.length === 0 });
    await editor.screenshot('plan-import-page-desktop');
    await otherColumns();
    await pressOnPage('Show Changes Line by Line');
    await waitFor(() => editor.page.locator('.monaco-diff-editor').count(), 'the changes', {
      until: (count) => count > 0,
    });
    await editor.screenshot('plan-import-changes-desktop');
  });

  it('becomes the plan when the user says so', async () => {
    const file = join(editor.folder, 'action-plan.md');
    await pressOnPage('Write What Is Shown');
    await waitFor(() => existsSync(file), 'the file');
    await waitFor(() => editor.page.locator('.monaco-diff-editor').count(), 'the preview to close', {
      until: (found) => found === 0,
    });
    // The file is there before its text is.
    await waitFor(async () => {
      await editor.save();
      return readFileSync(file, 'utf8').match(/^\| \d\.\d\.\d /gm)?.length === 16;
    }, 'its 16 rows on the disk');
    const rows = await waitFor(() => editor.treeRows(view), 'its actions', {
      until: (all) => all.some(({ label }) => label === '5.2.5'),
    });
    equal(rows.filter(({ label }) => /^\d\.\d\.\d/.test(label)).length, 16);
  });

  it('changes nothing a second time', async () => {
    await importIt();
    await told(/^old plan\.txt holds nothing that the plan does not have\.$/);
  });

  it('is written to a workbook that is a workbook', async () => {
    await editor.runCommand('Evidence: Export Action Plan…');
    await editor.quickPick.accept('Excel workbook');
    await waitFor(() => editor.quickPick.title(), 'where to', {
      until: (title) => title === 'Export Action Plan',
    });
    // A dialog that is still reading the folder takes no Enter.
    await waitFor(async () => {
      if (!(await editor.quickPick.isOpen())) return true;
      await editor.press('Enter');
      return waitFor(async () => !(await editor.quickPick.isOpen()), 'the dialog to close', 2000);
    }, 'the dialog to close');
    const asked = await waitFor(() => editor.dialogText(), 'what is in it');
    match(asked, /write action-plan\.xlsx\?[^]*35 rows of Action plan\./);
    await editor.pressDialog('Write');
    await told(/^The action plan is in action-plan\.xlsx now\.$/);
    equal(readFileSync(join(editor.folder, 'action-plan.xlsx')).subarray(0, 2).toString(), 'PK');
  });
});
