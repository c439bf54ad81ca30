/** What stands for the counterpart of an element in another standard, in both hosts: shown, looked at, and used. */
import { match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, openDesktop, openWeb, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const files = {
  'portfolio.yaml':
    'title: Harbour Library\nstandards:\n  LIB: standards/charter.yaml\n  ISO: standards/quality.yaml\nmappings: [standards/lib-to-iso.yaml]\n',
  'standards/charter.yaml':
    'title: Library Charter\nchildren:\n  - { id: L1, title: Letters, text: Letters are answered within a week. }\n  - { id: H1, title: Hours, text: Opening hours are on the door. }\n',
  'standards/quality.yaml':
    'title: Service Quality\nchildren:\n  - { id: Q1, title: Answers, text: We answer within five working days. }\n',
  'standards/lib-to-iso.yaml':
    'from: LIB\nto: Service Quality\npairs:\n  - { from: L1, to: Q1, relation: equal }\n  - { from: H1, to: Q9, relation: equal }\n',
  'evidence/survey.md':
    '---\ntitle: Letters survey\nelements: [ISO:Q1]\n---\n\nMost were answered in time.\n',
};

for (const [host, open] of [
  ['desktop VS Code', () => openDesktop({ folder: folderWith(files), settings })],
  ['VS Code for the web', () => openWeb({ folder: folderWith(files), settings })],
] as const) {
  describe(`Counterparts of elements in ${host}`, () => {
    let editor: Editor;
    before(async () => {
      editor = await open();
    });
    after(() => editor.close());

    it('are shown beside an element that lacks evidence', async () => {
      await editor.openView('Coverage');
      await waitFor(() => editor.treeRows('Coverage'), 'the tree', {
        until: (rows) => rows.some(({ label }) => label.startsWith('LIB')),
      });
      const standard = (await editor.treeRows('Coverage')).find(({ label }) => label.startsWith('LIB'));
      await editor.expandRow('Coverage', standard?.label ?? '');
      const rows = await waitFor(() => editor.treeRows('Coverage'), 'the elements', {
        until: (found) => found.some(({ label }) => label.startsWith('LIB:L1')),
      });
      match(
        rows.find(({ label }) => label.startsWith('LIB:L1'))?.description ?? '',
        /^missing · evidence for ISO:Q1 may serve/,
      );
      await editor.screenshot(`counterparts-tree-${editor.host}`);
    });

    it('have faults of their mapping shown at their place', async () => {
      await editor.openFile('standards/lib-to-iso.yaml');
      const found = await waitFor(() => editor.squiggles(), 'a squiggle', {
        until: (all) => all.length > 0,
      });
      match(found.map(({ text }) => text).join(' '), /Q9/);
    });

    it('lend their evidence when somebody says so', async () => {
      await editor.runCommand('Evidence: Add Evidence of a Counterpart…');
      await waitFor(() => editor.quickPick.labels(), 'the elements', {
        until: (labels) => labels.some((label) => label.startsWith('LIB:L1')),
      });
      await editor.quickPick.accept('LIB:L1 Letters');
      await waitFor(() => editor.quickPick.labels(), 'the evidence', {
        until: (labels) => labels.includes('Letters survey'),
      });
      await editor.screenshot(`counterparts-evidence-${editor.host}`);
      await editor.quickPick.accept('Letters survey');
      // It is saved, as nobody has it in front yet.
      const saved = (): boolean =>
        readFileSync(join(editor.folder, 'evidence/survey.md'), 'utf8').includes('LIB:L1');
      if (editor.host === 'desktop') await waitFor(saved, 'the element on the disk');
      await editor.openFile('evidence/survey.md');
      await waitFor(() => editor.editorText(), 'the element in the file', {
        until: (text) => text.includes('elements: [ISO:Q1, LIB:L1]'),
      });
      await editor.screenshot(`counterparts-added-${editor.host}`);
    });
  });
}
