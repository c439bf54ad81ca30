/** Rating an element from the Coverage view, in both hosts: what is chosen is written, counted and can be taken back. */
import { deepEqual, match, ok } from 'node:assert/strict';
import { copySample, openDesktop, openWeb, waitFor, type Editor, type Row } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { chooseInMenu } from './support/rowMenu';
import { settings } from './support/scenarios';
import { elementIds, isCalled } from './support/rowCalled';

const viewport = { width: 1400, height: 1100 };

for (const [host, open] of [
  ['desktop VS Code', () => openDesktop({ folder: copySample(), settings, viewport })],
  ['VS Code for the web', () => openWeb({ folder: copySample(), settings, viewport })],
] as const) {
  describe(`Ratings in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open();
      await editor.openFile('portfolio.yaml');
      await editor.openView('Coverage');
    });
    after(() => editor.close());

    const award = (description: string): Promise<readonly Row[]> =>
      waitFor(() => editor.treeRows('Coverage'), `the self-assessment as ${description}`, {
        until: (rows) =>
          rows.some((row) => row.label === 'Self-assessment' && row.description.startsWith(description)),
      });
    const titleIs = (title: RegExp): Promise<string> =>
      waitFor(() => editor.page.locator('.quick-input-title').innerText(), `the question ${title}`, {
        until: (text) => title.test(text),
      });

    it('stand against the award in the first row', async () => {
      await award('78 % · 1 more is needed · the award asks for 80 %');
    });

    it('are given from the menu of an element', async () => {
      await editor.expandRow('Coverage', '5 Timeliness and Quality of Service');
      await editor.expandRow('Coverage', '5.3 Achieved Timely Delivery');
      await chooseInMenu(editor, 'Coverage', '5.3.2', 'Rate Element…');
      await titleIs(/^Rate 5\.3\.2/);
      deepEqual(await editor.quickPick.labels(), [
        'Compliance plus',
        'Compliant',
        'Partially compliant',
        'Non-compliant',
        'No rating',
        'The assessor’s rating…',
      ]);
      await editor.screenshot(`rate-${editor.host}`);
      await editor.quickPick.accept('Compliant');
      const rows = await award('80 % · just enough · the award asks for 80 %');
      const row = rows.find(({ label }) => isCalled(label, '5.3.2'));
      match(row?.description ?? '', /^evidenced · 3 items · rated compliant$/);
      match(await editor.editorText(), / {2}5\.3\.2:\n {4}self: compliant\n {4}assessor: partial\n/);
      await editor.screenshot(`rated-${editor.host}`);
    });

    it('are taken back with one click', async () => {
      const told = await waitFor(() => editor.notifications(), 'what has been done', {
        until: (all) => all.some(({ message }) => message.startsWith('5.3.2 is rated compliant')),
      });
      ok(told.length > 0);
      await editor.pressNotification('Undo');
      await award('78 %');
    });

    it('are listed as what stands between, and from there an element is rated', async () => {
      // A busy editor may take the focus, which closes the list: then a user opens it again.
      const rate = async (): Promise<boolean> => {
        await editor.quickPick.cancel();
        await editor.clickRow('Coverage', 'Self-assessment');
        await titleIs(/^44 of 56 applicable elements compliant or better: 78 %.*; 1 more is needed$/);
        const labels = await waitFor(() => editor.quickPick.labels(), 'what stands between', {
          until: (all) => all.length > 10,
        });
        deepEqual(elementIds(labels.slice(0, 3)), ['1.3.3', '2.1.2', '2.1.4']);
        await editor.screenshot(`self-assessment-${editor.host}`);
        await editor.quickPick.accept('1.3.3');
        await titleIs(/^Rate 1\.3\.3/);
        await editor.quickPick.accept('Compliant');
        return true;
      };
      await waitFor(rate, 'a rating from the list', 100_000);
      await award('80 %');
      match(await editor.editorText(), / {2}1\.3\.3:\n {4}self: compliant\n/);
    });

    it('limit the tree', async () => {
      await editor.runCommand('Evidence: Filter Coverage…');
      await waitFor(() => editor.quickPick.labels(), 'the choices', {
        until: (all) => all.includes('rated partially compliant'),
      });
      await editor.quickPick.accept('rated non-compliant');
      await editor.quickPick.type('');
      await editor.quickPick.accept();
      const elements = (all: readonly Row[]): readonly string[] => elementIds(all.map(({ label }) => label));
      const rows = await waitFor(() => editor.treeRows('Coverage'), 'the one that is rated so', {
        until: (all) => all.length < 6 && elements(all).length === 1,
      });
      deepEqual(elements(rows), ['3.2.2']);
      match(await editor.viewText('Coverage'), /Showing 1 of 57 elements: rated non-compliant\./);
      await editor.runCommand('Evidence: Clear Coverage Filter');
      await award('80 %');
    });

    logsNoError(() => editor);
  });
}
