/** What VS Code offers by itself, words that stand in open files, in desktop VS Code: not in front matter. */
import { equal, ok } from 'node:assert/strict';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const body = '\n# Queues\n\nZebracrossing and zebrastripes.\n\nze\n';
const evidence = `---
title: ze
owner: 
team: ze
summary: |
  ze
ref: ze
elements: [5.2.5]
date: ze
---
${body}`;

const lastColumn = 100;
const begun: readonly (readonly [what: string, line: number])[] = [
  ['a title', 2],
  ['a key of somebody’s own', 4],
  ['a text of several lines', 6],
  ['a number', 7],
  ['a day', 9],
];

describe('Words of open files', () => {
  let editor: Editor;
  before(async () => {
    const files = { 'portfolio.yaml': 'title: ti\n', 'queues.md': evidence };
    editor = await openDesktop({ folder: folderWith(files, 'queues'), settings });
    await editor.openFile('queues.md');
    await waitFor(() => editor.squiggles(), 'the server', {
      until: (found) => found.length > 0,
    });
  });
  after(() => editor.close());

  const ask = async (line: number): Promise<void> => {
    await editor.goTo(line, lastColumn);
    await editor.press('Escape', 'Control+Space');
  };
  const shown = (): Promise<string> =>
    waitFor(
      async () => (await editor.page.locator('.suggest-widget.visible').allInnerTexts()).join('\n').trim(),
      'an answer',
      { until: (text) => text !== '' && !text.includes('Loading') },
    );

  it('are offered in its text, where they are seen here', async () => {
    await ask(evidence.split('\n').length - 1);
    const text = await shown();
    ok(text.includes('Zebracrossing'), text);
    await editor.press('Escape');
  });

  for (const [what, line] of begun)
    it(`are not offered behind the beginning of ${what}`, async () => {
      await ask(line);
      const text = await shown();
      ok(!/zebra/i.test(text), text);
      await editor.press('Escape');
    });

  it('give way to what a key is for where nothing has been typed', async () => {
    await ask(3);
    const text = await shown();
    ok(!/zebra/i.test(text), text);
    ok(text.includes('Owner'), text);
    await editor.screenshot('word-list-owner');
    await editor.press('Enter');
    equal((await editor.editorText()).split('\n')[2], 'owner: ');
  });

  it('are not offered for a title in portfolio.yaml', async () => {
    await editor.openFile('portfolio.yaml');
    await ask(1);
    const text = await shown();
    ok(!/zebra|title/i.test(text), text);
  });
});
