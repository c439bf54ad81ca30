/** The packaged extension in the newest VS Code, extensions in a Node process, files on the disk. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { beginsAPortfolio } from './support/fromNothing';
import { settings, writesWithTheSample } from './support/scenarios';

describe('Desktop VS Code', () => {
  describe('with the sample portfolio', () => {
    let editor: Editor;
    before(async () => {
      editor = await openDesktop({ folder: copySample(), settings });
    });
    after(() => editor.close());

    writesWithTheSample(() => editor);

    describe('when files change on the disk', () => {
      const file = (name: string): string => join(editor.folder, 'evidence', '1-customer-insight', name);
      const text = (title: string, id: string): string =>
        `---\ntitle: ${title}\nelements: [${id}]\ndate: 2026-10-01\n---\n\n# ${title}\n\nWhat we do.\n`;
      const statusBarSays = (words: string): Promise<string> =>
        waitFor(
          async () => (await editor.statusBar()).map((entry) => entry.text).join(' | '),
          `the status bar to say ${words}`,
          { until: (found) => found.includes(words) },
        );

      it('counts a new file', async () => {
        writeFileSync(file('new-survey.md'), text('New survey', '1.3.3'));
        await statusBarSays('57 elements: 45 evidenced, 8 missing');
      });

      it('reports a wrong ID in a file that is not open, and follows its new name', async () => {
        writeFileSync(file('new-survey.md'), text('New survey', '1.3.33'));
        const reported = (name: string) =>
          waitFor(
            async () => (await editor.problems()).filter((problem) => problem.message.startsWith('1.3.33 ')),
            `the finding in ${name}`,
            { until: (found) => found.length === 1 && found[0]?.file === name },
          );
        await reported('new-survey.md');
        renameSync(file('new-survey.md'), file('renamed-survey.md'));
        await reported('renamed-survey.md');
      });

      it('forgets a file that is deleted', async () => {
        rmSync(file('renamed-survey.md'));
        await statusBarSays('57 elements: 44 evidenced, 9 missing');
        await waitFor(
          async () => (await editor.problems()).filter((problem) => problem.message.startsWith('1.3.33 ')),
          'the finding to go',
          { until: (found) => found.length === 0 },
        );
      });

      it('keeps to what is in the editor while the file changes on the disk underneath', async () => {
        const name = 'evidence/2-culture/staff-voices.md';
        await editor.openFile(name);
        const before = readFileSync(join(editor.folder, name), 'utf8');
        await editor.goTo(3, 1);
        await editor.press('End');
        const line = (await editor.visibleLines()).find(({ line: at }) => at === 4)?.text ?? '';
        match(line, /2\.1\.6/);
        await editor.goTo(4, 100);
        await editor.typeText('7');
        const squiggles = () =>
          waitFor(() => editor.squiggles(), 'a squiggle', { until: (all) => all.length > 0 });
        equal((await squiggles())[0]?.text, '2.1.67');
        writeFileSync(join(editor.folder, name), before.replace('title: ', 'title: Changed: '));
        // What is told now comes after the file system's event: another file's change does.
        writeFileSync(file('marker.md'), text('Marker', '1.3.3'));
        await statusBarSays('45 evidenced');
        equal((await squiggles())[0]?.text, '2.1.67');
        rmSync(file('marker.md'));
        await editor.undo();
        await waitFor(() => editor.squiggles(), 'no squiggle', { until: (all) => all.length === 0 });
      });

      it('follows a change of portfolio.yaml', async () => {
        const manifest = join(editor.folder, 'portfolio.yaml');
        const before = readFileSync(manifest, 'utf8');
        writeFileSync(
          manifest,
          before.replace(
            /^assessment:\n/m,
            '$&  3.4.2:\n    applicable: false\n    reason: We have no partners.\n',
          ),
        );
        await statusBarSays('57 elements: 44 evidenced, 8 missing');
        writeFileSync(manifest, before);
        await statusBarSays('57 elements: 44 evidenced, 9 missing');
      });
    });

    describe('and another window on the same folder', () => {
      let other: Editor;
      before(async () => {
        other = await openDesktop({ folder: editor.folder, settings });
      });
      after(() => other.close());

      const name = 'evidence/2-culture/appraisal-and-team-reviews.md';
      const onDisk = (): string => readFileSync(join(editor.folder, name), 'utf8');
      /** Types at the end of the title, which is on the second line. */
      const typeTitle = async (window: Editor, words: string): Promise<void> => {
        await window.openFile(name);
        await window.goTo(2, 200);
        await window.typeText(words);
      };

      it('counts in each what is saved in the other', async () => {
        await editor.openFile(name);
        await other.openFile(name);
        for (const [here, there, key, element, squiggles] of [
          [editor, other, '7', '2.2.37', ['2.2.37']],
          [other, editor, 'Backspace', '2.2.3', []],
        ] as const) {
          await here.goTo(4, 200);
          await here.press(key);
          await here.save();
          await waitFor(onDisk, element, { until: (text) => text.includes(`  - ${element}\n`) });
          await waitFor(() => there.squiggles(), `in the other window: ${squiggles.join()}`, {
            until: (all) => all.map(({ text }) => text).join() === squiggles.join(),
          });
        }
      });

      it('loses nothing where both have changed the same file', async () => {
        await typeTitle(editor, ' one');
        await typeTitle(other, ' two');
        await editor.save();
        await waitFor(onDisk, 'the first title', { until: (text) => text.includes(' one\n') });
        await other.press('Control+s');
        // VS Code asks which of the two it is to be.
        await waitFor(() => other.notifications(), 'the question', {
          until: (all) => all.some(({ message }) => message.includes('content of the file is newer')),
        });
        match(onDisk(), / one\n/);
        match(await other.editorText(), / two\n/);
        await other.runCommand('File: Revert File');
        await waitFor(() => other.editorText(), 'the saved text', {
          until: (text) => text.includes(' one\n'),
        });
      });
    });
  });

  describe('with an empty folder', () => {
    let editor: Editor;
    before(async () => {
      editor = await openDesktop({ folder: folderWith({}), settings });
    });
    after(() => editor.close());

    beginsAPortfolio(() => editor);
  });

  describe('with a standard of its own', () => {
    let editor: Editor;
    before(async () => {
      const controls = Array.from(
        { length: 12 },
        (_, at) => `      - { id: "1.${at + 1}", text: Control number ${at + 1} }`,
      );
      const folder = folderWith({
        'portfolio.yaml': 'title: Controls\nstandard: standards/controls.yaml\n',
        'standards/controls.yaml': `title: Twelve Controls\nchildren:\n  - id: "1"\n    title: All controls\n    children:\n${controls.join('\n')}\n`,
        'a.md': '---\ntitle: First\nelements:\n  - 1.10\n---\n\n# First\n\nText.\n',
      });
      mkdirSync(join(folder, 'empty'), { recursive: true });
      editor = await openDesktop({ folder, settings });
    });
    after(() => editor.close());

    it('reads an unquoted 1.10 as 1.10, and says to quote it', async () => {
      await editor.openFile('a.md');
      await waitFor(() => editor.squiggles(), 'a squiggle', { until: (all) => all.length > 0 });
      const expected = [/Put quotation marks around 1\.10/, /Control number 10/];
      const text = await editor.hoverAt(4, 6, expected);
      for (const words of expected) match(text, words);
    });

    it('completes in the order of the standard, with quotation marks', async () => {
      await editor.goTo(4, 100);
      await editor.press('Enter');
      await editor.typeText('- 1.1');
      const expected = ['1.1', '1.11', '1.12', '1.10'];
      const offered = await editor.suggestions({ until: (labels) => labels.join() === expected.join() });
      deepEqual(
        offered.map(({ label }) => label),
        expected,
      );
      await editor.acceptSuggestion('1.12');
      match(await editor.editorText(), /\n {2}- "1\.12"\n/);
    });
  });
});
