/** The view This Month, in both hosts: who has what to do by when, and assigning what nobody has. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { copySample, openDesktop, openWeb, waitFor, type Editor, type Row } from './support/harness';
import { chooseInMenu } from './support/rowMenu';
import { settings } from './support/scenarios';

const viewport = { width: 1400, height: 1100 };
const view = 'This Month';

for (const [host, open] of [
  ['desktop VS Code', () => openDesktop({ folder: copySample(), settings, viewport })],
  ['VS Code for the web', () => openWeb({ folder: copySample(), settings, viewport })],
] as const) {
  describe(`This Month in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open();
      await editor.openFile('portfolio.yaml');
      await editor.openView(view);
    });
    after(() => editor.close());

    const rowsUntil = (what: string, until: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> =>
      waitFor(() => editor.treeRows(view), `${view} with ${what}`, { until });
    const has = (label: string) => (rows: readonly Row[]) => rows.some((row) => row.label === label);
    const people = (rows: readonly Row[]): readonly string[] =>
      rows.filter(({ level }) => level === 1).map(({ label, description }) => `${label}: ${description}`);

    it('lists what is due by person, late first, what nobody has last', async () => {
      // VS Code draws the people first, and their rows when it has them.
      const review = 'Review “Customer outcomes 2025”';
      const rows = await rowsUntil('people', (all) => has('Nobody yet')(all) && has(review)(all));
      deepEqual(people(rows), [
        'Community Engagement Officer: 1 late · 1 to do',
        'Performance Officer: 1 late · 3 to do',
        'Customer Experience Manager: 1 to do',
        'Digital Services Manager: 2 to do',
        'Head of Libraries: 3 to do',
        'Stock and Information Manager: 3 to do',
        'Nobody yet: 6 to do',
      ]);
      const late = rows.find(({ label }) => label === review);
      equal(late?.description, '81 days late, since 1 September 2026 · for 4.2.2');
      match(await editor.viewText(view), /2 late · 18 to do[^]*Until 22 December 2026\. \d+ more later\./);
      await editor.screenshot(`this-month-${editor.host}`);
    });

    it('shows the review date of a file', async () => {
      await editor.clickRow(view, 'Review “Customer outcomes 2025”');
      const selection = (): Promise<string> =>
        editor.page.locator('.statusbar-item[id="status.editor.selection"]').first().innerText();
      await waitFor(selection, 'the date, selected', {
        until: (text) => text.includes('Ln 9, Col 22 (10 selected)'),
      });
    });

    it('goes to the row of the plan', async () => {
      await editor.clickRow(view, ({ label }) => label.startsWith('Act on 4.3.1'));
      await waitFor(() => editor.editorText(), 'the plan', { until: (text) => text.includes('| 4.3.1 ') });
    });

    it('shows only what is mine, once it knows who I am', async () => {
      await editor.runCommand('Evidence: Show Only What Is Mine in This Month');
      await waitFor(() => editor.quickPick.labels(), 'the people', { until: (all) => all.length > 5 });
      await editor.quickPick.type('Performance Officer');
      await editor.page.keyboard.press('ArrowDown');
      await editor.page.keyboard.press('Space');
      await editor.screenshot(`this-month-who-${editor.host}`);
      await editor.page.keyboard.press('Enter');
      const rows = await rowsUntil('one person', (all) => people(all).length === 1);
      deepEqual(people(rows), ['Performance Officer: 1 late · 3 to do']);
      match(await editor.viewText(view), /1 late · 3 to do[^]*Only what is for Performance Officer\./);
      await editor.runCommand('Evidence: Show Everybody’s in This Month');
      await rowsUntil('everybody', has('Nobody yet'));
    });

    it('assigns an element that nobody has', async () => {
      await editor.runCommand('Evidence: Filter This Month…');
      await waitFor(() => editor.quickPick.labels(), 'the people', {
        until: (all) => all.includes('Nobody yet'),
      });
      await editor.quickPick.type('Nobody');
      await editor.page.keyboard.press('ArrowDown');
      await editor.page.keyboard.press('Space');
      await editor.page.keyboard.press('Enter');
      await rowsUntil('what nobody has', (all) => people(all).length === 1);
      await chooseInMenu(editor, view, 'Find evidence for 1.3.3', 'Assign Elements…');
      await waitFor(() => editor.quickPick.labels(), 'the people', { until: (all) => all.includes('Head of Libraries') }); // prettier-ignore
      await editor.quickPick.type('Jo Bloggs');
      await waitFor(() => editor.quickPick.labels(), 'somebody new', {
        until: (all) => all[0] === 'Jo Bloggs',
      });
      await editor.quickPick.accept();
      await rowsUntil('one less', (all) => people(all)[0] === 'Nobody yet: 5 to do');
      await editor.runCommand('Evidence: Show Everybody’s in This Month');
      const rows = await rowsUntil('Jo Bloggs', has('Jo Bloggs'));
      ok(people(rows).includes('Jo Bloggs: 1 to do'));
      await editor.openFile('portfolio.yaml');
      const text = await waitFor(() => editor.editorText(), 'the assignment', { until: (all) => all.includes('Jo Bloggs') }); // prettier-ignore
      match(text, /assignments:\n {2}1\.3\.3: Jo Bloggs\n {2}4\.2\.3: Performance Officer\n/);
      await editor.pressNotification('Undo');
      // In a browser, the explorer from which a file has been opened comes to the front.
      await editor.openView(view);
      await rowsUntil('what was there', (all) => !has('Jo Bloggs')(all));
    });

    it('looks as far ahead as the assessment', async () => {
      await editor.runCommand('Evidence: Show What Is Due up to the Assessment');
      await waitFor(() => editor.viewText(view), 'the assessment', {
        until: (text) => text.includes('Until 12 May 2027, the day of the assessment'),
      });
      await editor.runCommand('Evidence: Show What Is Due This Month Only');
      await waitFor(() => editor.viewText(view), 'the month', {
        until: (text) => text.includes('22 December'),
      });
    });
  });
}
