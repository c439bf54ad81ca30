/** Forms in desktop VS Code: several editors of one file in step, and evidence that opens as a form by itself. */
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';
import { pageOf, pagesOf } from './support/webviews';

const evidence = 'evidence/3-information-and-access/correcting-wrong-information.md';
const other = 'evidence/1-customer-insight/annual-customer-survey.md';
const name = 'correcting-wrong-information.md';
const title = 'Correcting wrong information';

const field = (form: Frame, key: string) => form.locator(`[data-field="${key}"] input`);

/** The text that is on show, whichever editor has the focus. */
const textSays = (editor: Editor, words: string): Promise<unknown> =>
  waitFor(
    async () => (await editor.page.locator('.monaco-editor .view-lines').allInnerTexts()).join('\n'),
    `“${words}” in the text`,
    { until: (text) => text.replaceAll('\u00a0', ' ').includes(words) },
  );

const says = (form: Frame, key: string, words: string): Promise<unknown> =>
  waitFor(() => field(form, key).inputValue(), `“${words}” in ${key} of a form`, {
    until: (value) => value === words,
  });

const type = async (editor: Editor, form: Frame, key: string, text: string): Promise<void> => {
  await field(form, key).click();
  await editor.press('ControlOrMeta+a');
  await editor.page.keyboard.type(text);
  await editor.press('Enter');
};

const serverAnswers = (editor: Editor): Promise<unknown> =>
  waitFor(() => editor.statusBar(), 'the coverage in the status bar', {
    until: (entries) => entries.some(({ text }) => text.includes('evidenced')),
  });

describe('Editors of one evidence file are in step', () => {
  let editor: Editor;
  let folder = '';
  before(async () => {
    folder = copySample();
    editor = await openDesktop({ folder, settings, viewport: { width: 1500, height: 900 } });
    await serverAnswers(editor);
    await editor.openFile(evidence);
    await editor.runCommand('Evidence: Open as Form');
  });
  after(() => editor.close());

  it('a form and the text beside it', async () => {
    const form = await pageOf(editor.page, 'form', /^Correcting wrong information$/);
    await form.locator('[data-do="editText"]').click();
    await waitFor(() => editor.visibleLines(), 'the text', { until: (lines) => lines.length > 5 });
    await editor.goTo(2, 8);
    await editor.typeText('Again ');
    await says(form, 'title', `Again ${title}`);
    await type(editor, form, 'ref', 'ES 930');
    await textSays(editor, 'ref: ES 930');
    await editor.screenshot('form-and-text');
    await form.locator('h1').click();
    await editor.press('ControlOrMeta+z');
    await textSays(editor, 'ref: ES 30');
    await says(form, 'ref', 'ES 30');
  });

  it('two forms', async () => {
    await editor.runCommand('View: Close Editors in Other Groups');
    const form = await pageOf(editor.page, 'form', /^Again Correcting wrong information$/);
    await form.locator('h1').click();
    await editor.runCommand('View: Split Editor Right');
    const forms = await pagesOf(editor.page, 'form', /^Again/, 2);
    const [left, right] = forms;
    ok(left && right);
    await type(editor, left, 'owner', 'Jo Smith');
    await says(right, 'owner', 'Jo Smith');
    await type(editor, right, 'owner', 'Kim Jones');
    await says(left, 'owner', 'Kim Jones');
    await right.locator('.fixes vscode-button').first().click();
    await left.locator('.elements [data-element="3.2.4"]').waitFor();
    await editor.screenshot('two-forms');
    await right.locator('h1').click();
    await editor.press('ControlOrMeta+s');
    const original = readFileSync(join('samples/anytown-libraries', evidence), 'utf8');
    await waitFor(() => Promise.resolve(readFileSync(join(folder, evidence), 'utf8')), 'the file', {
      until: (text) =>
        text ===
        original
          .replace('title: ', 'title: Again ')
          .replace('3.2.9', '3.2.4')
          .replace('owner: Stock and Information Manager', 'owner: Kim Jones'),
    });
  });
});

describe('Evidence that opens as a form by itself', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: copySample(),
      settings: { ...settings, 'evidencePortfolio.openEvidenceAs': 'form' },
    });
    await serverAnswers(editor);
  });
  after(() => editor.close());

  const tabs = (): Promise<readonly string[]> =>
    editor.page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('.tabs-container .tab')].map((tab) => tab.dataset.resourceName)`,
    );
  const tabsAre = (...wanted: readonly string[]): Promise<unknown> =>
    waitFor(tabs, `the tabs ${wanted.join(', ')}`, {
      until: (now) => now.join() === wanted.join(),
    });

  it('does so from the list of files, in the place of the text', async () => {
    await editor.openFile(evidence);
    await pageOf(editor.page, 'form', /^Correcting wrong information$/);
    await tabsAre(name);
    await editor.screenshot('opens-as-form');
  });

  it('does so for a second file, and leaves what is no evidence as text', async () => {
    await editor.openFile(other);
    await pageOf(editor.page, 'form', /^Annual customer survey/);
    await editor.openFile('README.md');
    await waitFor(() => editor.visibleLines(), 'the text', { until: (lines) => lines.length > 3 });
    equal((await editor.activeTab())?.name, 'README.md');
  });

  it('shows the text where it is asked for, until that is closed', async () => {
    await editor.openFile(evidence);
    await pageOf(editor.page, 'form', /^Correcting wrong information$/);
    await editor.runCommand('Evidence: Open as Text');
    await textSays(editor, 'elements:');
    await editor.goTo(4, 5);
    await textSays(editor, '3.2.9');
    await editor.screenshot('open-as-text');
    await editor.runCommand('View: Close All Editors');
    await editor.openFile(evidence);
    await pageOf(editor.page, 'form', /^Correcting wrong information$/);
  });

  it('shows the text at the place that a finding leads to', async () => {
    await editor.runCommand('View: Close All Editors');
    await editor.problems();
    await editor.page
      .locator('.markers-panel .monaco-list-row:has-text("3.2.9 is not an element")')
      .first()
      .click();
    await textSays(editor, '3.2.9');
    await waitFor(() => editor.statusBar(), 'the place', {
      until: (entries) => entries.some(({ text }) => text.startsWith('Ln 4, Col')),
    });
    await editor.screenshot('text-at-finding');
  });
});
