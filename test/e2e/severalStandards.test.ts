/** Several standards at once in both hosts: their trees, hovers, languages, and which of them moves to another edition. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { folderWith, openDesktop, openWeb, waitFor, type Editor, type Row } from './support/harness';
import { settings } from './support/scenarios';

const quality = (edition: string, retired: string, ids: readonly string[]): string =>
  [
    `title: Service Quality\nedition: "${edition}"\n${retired}children:`,
    ...ids.map((id) => `  - { id: "${id}", text: Quality asks for ${id}. }`),
    '',
  ].join('\n');

const files = {
  'portfolio.yaml':
    'title: Harbour Library\nstandards:\n  LIB: standards/promise.yaml\n  QM: standards/quality-2020.yaml\nmappings: [standards/lib-to-qm.yaml]\n',
  'standards/promise.yaml': `title: Library Promise
children:
  - title: Welcome
    children:
      - { id: "1.1", text: Everybody is greeted. }
      - { id: "1.10", text: There is room for prams. }
  - title: Answers
    children:
      - { id: "AC-2(1)", text: Letters are answered. }
      - { id: "No. 7 (a)", text: Calls are answered. }
translations:
  cy:
    nodes:
      "1.10": { text: Mae lle i bramiau. }
`,
  'standards/quality-2020.yaml': quality('2020', '', ['1.10', '2.1', '3']),
  'standards/quality-2026.yaml': quality('2026', 'retired: { "2.1": "4.1" }\n', ['1.10', '3', '4.1']),
  'standards/lib-to-qm.yaml': 'from: LIB\nto: QM\npairs:\n  - { from: "1.1", to: "2.1", relation: equal }\n',
  'evidence/greeting.md':
    '---\ntitle: How we greet\nstatus: draft\nelements:\n  - LIB:1.1\n---\n\nSay hello.\n',
  'evidence/prams.md':
    '---\ntitle: Room for prams\nelements:\n  - LIB:1.10\n  - QM:2.1\n  - AC-2(1)\n  - No. 7 (a)\n---\n\nThere are two places.\n',
};

const language = 'evidencePortfolio.language';
const user = (code: string): Readonly<Record<string, unknown>> => ({ ...settings, [language]: code });

const rowsOf = (editor: Editor, until: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> =>
  waitFor(() => editor.treeRows('Coverage'), 'the tree', { until });

async function expanded(editor: Editor, label: RegExp, child: RegExp): Promise<readonly Row[]> {
  const rows = await rowsOf(editor, (all) => all.some((row) => label.test(row.label)));
  await editor.expandRow('Coverage', rows.find((row) => label.test(row.label))?.label ?? '');
  return rowsOf(editor, (all) => all.some((row) => child.test(row.label)));
}

for (const [host, open] of [
  ['desktop VS Code', openDesktop],
  ['VS Code for the web', openWeb],
] as const) {
  describe(`Several standards in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open({ folder: folderWith(files), settings: user('xx') });
    });
    after(() => editor.close());

    it('say once that there are no words in the language that somebody has chosen', async () => {
      await editor.openView('Coverage');
      const isOfLanguage = (text: string): boolean => text.includes(`The setting ${language} says “xx”`);
      const messages = await waitFor(
        async () => (await editor.notifications()).map(({ message }) => message).filter(isOfLanguage),
        'the message',
        { until: (all) => all.length > 0 },
      );
      equal(messages.length, 1);
      match(messages.join(), /no standard here has words in that language.*cy/);
      await editor.screenshot(`language-unknown-${editor.host}`);
    });

    it('have a tree each, with groups that have a title and no ID', async () => {
      await expanded(editor, /^LIB/, /^Welcome/);
      const rows = await expanded(editor, /^Welcome/, /^LIB:1\.10 /);
      equal(rows.find(({ label }) => label.startsWith('Welcome'))?.label, 'Welcome');
      match(rows.find(({ label }) => label.startsWith('LIB:1.1 '))?.description ?? '', /QM:2\.1 may serve/);
      await editor.screenshot(`several-tree-${editor.host}`);
    });

    it('are told apart in hovers, with what stands for the counterpart', async () => {
      await editor.openFile('evidence/prams.md');
      match(await editor.hoverAt(4, 8, [/LIB:1\.10/, /Coverage here/]), /There is room for prams/);
      match(await editor.hoverAt(5, 7, [/QM:2\.1/, /Counterparts/]), /LIB:1\.1 Everybody is greeted/);
      await editor.screenshot(`several-hover-${editor.host}`);
      match(await editor.hoverAt(6, 7, [/Letters are answered/, /Coverage here/]), /Answers/);
      match(await editor.hoverAt(7, 9, [/Calls are answered/, /Coverage here/]), /Answers/);
      await editor.openFile('evidence/greeting.md');
      match(await editor.hoverAt(5, 8, [/Everybody is greeted/, /Counterparts/]), /QM:2\.1/);
      await editor.screenshot(`several-hover-mapping-${editor.host}`);
    });

    // On the web, settings come with the page; what is done with them is the same.
    if (host === 'desktop VS Code')
      it('are shown in the words of a language, and in their own words where there are no others', async () => {
        await editor.changeSettings({ [language]: 'cy-GB' });
        await editor.reload();
        await editor.openView('Coverage');
        await expanded(editor, /^LIB/, /^Welcome/);
        const rows = await expanded(editor, /^Welcome/, /^LIB:1\.10 .*Mae lle i bramiau/);
        match(rows.find(({ label }) => label.startsWith('LIB:1.1 '))?.label ?? '', /Everybody is greeted/);
        await editor.openFile('evidence/prams.md');
        match(await editor.hoverAt(4, 8, [/Mae lle i bramiau/, /Coverage here/]), /LIB:1\.10/);
        await editor.screenshot('language-desktop');
        equal(
          (await editor.notifications()).some(({ message }) => message.includes(language)),
          false,
        );
      });

    it('are asked which of them moves to another edition', async () => {
      await editor.runCommand('Evidence: Move to Another Edition of the Standard…');
      const labels = await waitFor(() => editor.quickPick.labels(), 'the standards', {
        until: (all) => all.includes('QM'),
      });
      await editor.screenshot(`several-which-${editor.host}`);
      deepEqual(labels, ['LIB', 'QM']);
      await editor.quickPick.accept('QM');
      await waitFor(() => editor.quickPick.labels(), 'the editions', {
        until: (all) => all.includes('Service Quality, edition 2026'),
      });
      await editor.quickPick.accept('Service Quality, edition 2026');
      await waitFor(() => editor.notifications(), 'the preview', {
        until: (all) => all.some(({ message }) => message.includes('files would be changed')),
      });
      await editor.pressNotification('Apply');
      await editor.openFile('evidence/prams.md');
      await waitFor(() => editor.editorText(), 'the new ID', {
        until: (text) => text.includes('  - LIB:1.10\n  - QM:4.1\n'),
      });
    });
  });
}
