/** From an empty folder to the first evidenced element, without a line of YAML typed by hand. */
import { equal, match, ok } from 'node:assert/strict';
import type { Editor } from './harness';
import { waitFor } from './harness';

export function beginsAPortfolio(editor: () => Editor): void {
  const statusBarSays = (words: string): Promise<string> =>
    waitFor(
      async () => (await editor().statusBar()).map(({ text }) => text).join(' | '),
      `the status bar to say ${words}`,
      { until: (text) => text.includes(words) },
    );

  it('makes the portfolio by a command, from answers to a few questions', async () => {
    await editor().runCommand('Evidence: Create Portfolio…');
    await editor().quickPick.type('Millbrook Advice Service');
    await editor().quickPick.accept();
    const asks = (words: RegExp): Promise<string> =>
      waitFor(() => editor().quickPick.title(), `the question ${words}`, {
        until: (title) => words.test(title),
      });
    await asks(/2 of 4/);
    await editor().quickPick.choose((label) => label === 'Customer Service Excellence');
    await asks(/3 of 4.*When Is the Assessment/);
    await editor().quickPick.type('12 may 2027');
    await editor().quickPick.choose((label) => label === 'Wednesday 12 May 2027');
    await asks(/4 of 4/);
    await editor().press('Escape');
    await waitFor(() => editor().quickPick.labels(), 'the last look', {
      until: (labels) => labels.includes('Day of the assessment'),
    });
    await editor().quickPick.choose((label) => label.includes('Create the portfolio'));
    await statusBarSays('57 elements: 0 evidenced, 57 missing');
    equal((await editor().activeTab())?.name === 'portfolio.yaml', false);
  });

  it('makes the first evidence by a command, with elements chosen by their words', async () => {
    await editor().runCommand('Evidence: New Evidence for Element…');
    await editor().quickPick.type('Annual customer survey');
    await editor().quickPick.accept();
    await waitFor(() => editor().quickPick.labels(), 'the elements', {
      until: (labels) => labels.length > 10,
    });
    await editor().quickPick.type('reliable accurate methods measure');
    const labels = await waitFor(() => editor().quickPick.labels(), 'the element', {
      until: (found) => found.length > 0 && found.length < 4,
    });
    const label = labels.find((found) => found.includes('1.3.1')) ?? '';
    ok(label.includes('1.3.1'), labels.join('; '));
    await editor().quickPick.accept(label);
    await editor().quickPick.accept();
    await waitFor(() => editor().activeTab(), 'the new file', {
      until: (tab) => tab?.name === 'annual-customer-survey.md',
    });
    const text = await editor().editorText();
    match(text, /^title: Annual customer survey$/m);
    match(text, /^elements:\n {2}- 1\.3\.1$/m);
    await statusBarSays('57 elements: 0 evidenced');
  });

  it('adds another element by completion', async () => {
    const line = (await editor().editorText()).split('\n').findIndex((text) => text.includes('- 1.3.1')) + 1;
    await editor().goTo(line, 100);
    await editor().press('Enter');
    await editor().typeText('- publicise satisfaction');
    await editor().acceptSuggestion('1.3.2');
    await editor().editorTextWith(/elements:\n {2}- 1\.3\.1\n {2}- 1\.3\.2\n/);
  });

  it('approves it by completion, and the elements are evidenced', async () => {
    const lines = (await editor().editorText()).split('\n');
    const line = lines.findIndex((text) => text.startsWith('status:')) + 1;
    equal(lines[line - 1], 'status: draft');
    await editor().goTo(line, 100);
    await editor().press(...Array.from('draft', () => 'Backspace'));
    await editor().acceptSuggestion('approved');
    await editor().editorTextWith(/^status: approved$/m);
    await statusBarSays('57 elements: 2 evidenced, 55 missing');
  });

  it('mends a slip by a quick fix', async () => {
    const line = (await editor().editorText()).split('\n').findIndex((text) => text.includes('- 1.3.2')) + 1;
    await editor().goTo(line, 100);
    await editor().press('Backspace');
    await editor().press('9');
    await editor().press('Escape');
    await waitFor(() => editor().squiggles(), 'a squiggle', {
      until: (found) => found.some(({ text }) => text === '1.3.9'),
    });
    await editor().goTo(line, 8);
    match(await editor().applyQuickFix(/1\.3\.2/), /1\.3\.2/);
    await statusBarSays('57 elements: 2 evidenced, 55 missing');
  });
}
