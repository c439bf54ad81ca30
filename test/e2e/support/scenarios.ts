/** What a writer does and sees with the sample portfolio; the same on both hosts. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolder, inOrder } from './cli';
import type { Editor, Row } from './harness';
import { waitFor } from './harness';
import { logsNoError } from './ownErrors';

export const today = '2026-11-21';
export const settings = { 'evidencePortfolio.today': today };

const mistyped = 'evidence/3-information-and-access/correcting-wrong-information.md';
const message =
  '3.2.9 is not an element of Customer Service Excellence. Did you mean 3.2.4, “We can demonstrate that information we provide to our customers is accurate and…”? Also near: 3.2.1, 3.2.2.';

export function writesWithTheSample(editor: () => Editor): void {
  const statusBar = async (): Promise<string> =>
    (await editor().statusBar()).map(({ text }) => text).find((text) => text.includes('elements:')) ?? '';
  const statusBarSays = (words: string): Promise<string> =>
    waitFor(statusBar, `the status bar to say ${words}`, {
      until: (text) => text.includes(words),
    });
  const row = async (label: RegExp): Promise<Row> =>
    waitFor(
      async () => (await editor().treeRows('Coverage')).find((found) => label.test(found.label)),
      `row ${label}`,
    );

  it('says in the status bar how much is covered', async () => {
    await statusBarSays('57 elements: 44 evidenced, 9 missing');
  });

  it('underlines the mistyped ID, and says what was probably meant', async () => {
    await editor().openFile(mistyped);
    const squiggles = await waitFor(() => editor().squiggles(), 'a squiggle', {
      until: (found) => found.length > 0,
    });
    deepEqual(squiggles, [{ severity: 'error', line: 4, column: 5, endColumn: 10, text: '3.2.9' }]);
    const explained = /3\.2\.9 is not an element of Customer Service Excellence/;
    match(await editor().hoverAt(4, 7, [explained]), explained);
  });

  it('lists in the Problems panel what check prints, word for word', async () => {
    const expected = inOrder(checkFolder(editor().folder, today));
    equal(expected.length > 10, true);
    const problems = await waitFor(() => editor().problems(), 'the problems', {
      until: (found) => found.length === expected.length,
    });
    deepEqual(inOrder(problems), expected);
    ok(problems.some((problem) => problem.message === message && problem.line === 4 && problem.column === 5));
    ok(problems.every(({ source }) => source === 'Evidence Portfolio'));
  });

  it('explains an ID where it stands', async () => {
    const expected = [
      /Criterion 3 Information and Access/,
      /Sub-criterion 3\.2 Quality of Information/,
      /We have improved the range, content and quality of verbal, published and web-based information/,
      /Schedule for when you review the information you provide\./,
      /Plain language guide and reader testing/,
      /Crown copyright/,
    ];
    const text = await editor().hoverAt(5, 7, expected);
    for (const words of expected) match(text, words);
  });

  it('shows coverage as a tree, with words for each state', async () => {
    await editor().openView('Coverage');
    await waitFor(() => editor().treeRows('Coverage'), 'the tree', { until: (rows) => rows.length >= 6 });
    match((await row(/Anytown Libraries/)).description, /44 of 56 evidenced/);
    const criterion = await row(/^3 Information and Access/);
    match(criterion.description, /8 of 11 evidenced/);
    await editor().expandRow('Coverage', criterion.label);
    const part = await row(/^3\.2 Quality of Information/);
    await editor().expandRow('Coverage', part.label);
    const element = await row(/^3\.2\.4/);
    match(`${element.label} ${element.description}`, /missing/);
    match(element.ariaLabel, /3\.2\.4.*missing/s);
    match((await row(/^3\.2\.3/)).description, /evidenced.*2 items/);
  });

  it('offers elements by their digits, and replaces the whole token', async () => {
    await editor().openFile(mistyped);
    await editor().goTo(4, 10);
    await editor().press('Backspace');
    const expected = ['3.2.1', '3.2.2', '3.2.4', '3.2.3'];
    const offered = await editor().suggestions({ until: (labels) => labels.join() === expected.join() });
    deepEqual(
      offered.map(({ label }) => label),
      expected,
    );
    await editor().acceptSuggestion('3.2.4');
    const lines = (await editor().editorText()).split(/\r?\n/);
    deepEqual(lines.slice(2, 6), ['elements:', '  - 3.2.4', '  - 3.2.3', 'ref: ES 30']);
  });

  it('takes the squiggle away and counts the element, before anything is saved', async () => {
    await waitFor(() => editor().squiggles(), 'no squiggle', { until: (found) => found.length === 0 });
    await statusBarSays('57 elements: 45 evidenced, 8 missing');
    await editor().openView('Coverage');
    const element = await waitFor(() => row(/^3\.2\.4/), 'element 3.2.4 to be evidenced', {
      until: ({ label, description }) => `${label} ${description}`.includes('evidenced'),
    });
    match(element.ariaLabel, /3\.2\.4.*evidenced/s);
  });

  it('offers elements by a word of their guidance', async () => {
    await editor().openFile(mistyped);
    await editor().goTo(5, 10);
    await editor().press('Enter');
    await editor().typeText('- mystery');
    const labels = (
      await editor().suggestions({
        until: (found) => found.includes('2.1.4') && found.includes('5.3.2') && !found.includes('1.1.1'),
      })
    ).map(({ label }) => label);
    ok(labels.includes('2.1.4') && labels.includes('5.3.2'), labels.join(', '));
    ok(!labels.includes('1.1.1'), labels.join(', '));
    await editor().acceptSuggestion('2.1.4');
    const lines = (await editor().editorText()).split(/\r?\n/);
    deepEqual(lines.slice(2, 7), ['elements:', '  - 3.2.4', '  - 3.2.3', '  - 2.1.4', 'ref: ES 30']);
    await statusBarSays('57 elements: 46 evidenced, 7 missing');
  });

  it('takes everything back by undoing', async () => {
    await waitFor(async () => {
      await editor().undo();
      return (await editor().visibleLines()).some(({ text }) => text.includes('3.2.9'));
    }, 'the mistyped ID to be back');
    await statusBarSays('57 elements: 44 evidenced, 9 missing');
  });

  it('mends the ID by a quick fix', async () => {
    await editor().goTo(4, 7);
    match(await editor().applyQuickFix(/3\.2\.4/), /3\.2\.4/);
    await waitFor(() => editor().squiggles(), 'no squiggle', { until: (found) => found.length === 0 });
    await editor().undo();
    await statusBarSays('57 elements: 44 evidenced, 9 missing');
  });

  logsNoError(editor);
}

/** The text of a file of the sample as it is shipped. */
export const sampleText = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
