/** The views Coverage and This File in desktop VS Code: every row does something, and everything can be taken back. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { copySample, openDesktop, waitFor, type Editor, type Row } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { menuOf } from './support/rowMenu';
import { settings } from './support/scenarios';
import { elementIds, isCalled } from './support/rowCalled';

const mistyped = 'evidence/3-information-and-access/correcting-wrong-information.md';
const plain = 'evidence/3-information-and-access/plain-language-and-reader-testing.md';
const ideas = 'evidence/2-culture/staff-ideas.md';

describe('The views of desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: copySample(),
      settings,
      viewport: { width: 1400, height: 1100 },
    });
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await editor.openFile(plain);
    await editor.openView('Coverage');
  });
  after(() => editor.close());
  afterEach(async function () {
    // So that a test that failed does not take the next ones with it.
    if (this.currentTest?.state === 'failed') await editor.runCommand('Evidence: Clear Coverage Filter');
  });

  const labels = (rows: readonly Row[]): readonly string[] => rows.map(({ label }) => label);
  const rowsUntil = (view: string, what: string, until: (rows: readonly Row[]) => boolean) =>
    waitFor(() => editor.treeRows(view), `${view} with ${what}`, { until });
  const rowIn = async (view: string, label: RegExp): Promise<Row> => {
    const rows = await rowsUntil(view, String(label), (found) => found.some((row) => label.test(row.label)));
    return rows.find((row) => label.test(row.label))!;
  };
  const textUntil = (what: string, until: (text: string) => boolean): Promise<string> =>
    waitFor(() => editor.editorText(), what, { until });
  const told = (words: RegExp) =>
    waitFor(() => editor.notifications(), `a notification ${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const pick = async (typed: string): Promise<void> => {
    await editor.quickPick.type(typed);
    await waitFor(() => editor.quickPick.labels(), `a row for ${typed}`, {
      until: (all) => all.length > 0 && all.length < 12,
    });
    await editor.quickPick.accept();
  };
  const undoToast = async (): Promise<void> => {
    await editor.pressNotification('Undo');
  };

  describe('Coverage', () => {
    it('follows the editor to the first element of the file', async () => {
      const followed = await rowsUntil('Coverage', 'the file selected', (rows) =>
        rows.some(({ selected, label }) => selected && label === 'Plain language guide and reader testing'),
      );
      ok(followed.some(({ label, expanded }) => isCalled(label, '3.2.1') && expanded === true));
    });

    it('says on its icon how many elements are missing, and how much is late', async () => {
      const badge = await waitFor(
        () =>
          editor.page.evaluate<string>(
            `document.querySelector('.activitybar .action-item:has([aria-label^="Evidence Portfolio"]) .badge-content')?.textContent ?? ''`,
          ),
        'the badge',
        { until: (text) => text === '11' },
      );
      equal(badge, '11');
    });

    it('finds elements by words that none of them has, and says what led there', async () => {
      await editor.runCommand('Evidence: Find Element…');
      await editor.quickPick.type('apraisal');
      const found = await waitFor(() => editor.quickPick.labels(), 'what is near', {
        until: (all) => elementIds(all).includes('2.2.3'),
      });
      equal(elementIds(found)[0], '2.2.3');
      await editor.screenshot('coverage-found-near');
      await editor.page.keyboard.press('Escape');
    });

    it('finds elements by words of the guidance, and limits the tree to them', async () => {
      await editor.runCommand('Evidence: Find Element…');
      await editor.quickPick.type('complaint');
      const found = await waitFor(() => editor.quickPick.labels(), 'what fits', {
        until: (all) => all.at(-1)?.startsWith('Show only') === true,
      });
      deepEqual(elementIds(found.slice(0, 2)), ['4.3.2', '4.3.3']);
      ok(elementIds(found).includes('3.2.4'), 'by its guidance alone');
      equal(found.at(-1), 'Show only these 7 elements in Coverage');
      await editor.quickPick.choose((label) => label.startsWith('Show only'));
      const elements = (all: readonly Row[]) => elementIds(labels(all));
      const rows = await rowsUntil(
        'Coverage',
        'seven elements',
        (all) => elements(all).length === 7 && elements(all).every((id) => elementIds(found).includes(id)),
      );
      equal(elements(rows).length, 7);
      match(await editor.viewText('Coverage'), /Showing 7 of 57 elements: about “complaint”\./);
      await editor.screenshot('coverage-found');
    });

    it('combines filters, says so, and shows all again', async () => {
      await editor.runCommand('Evidence: Filter Coverage…');
      const choices = await waitFor(() => editor.quickPick.labels(), 'the choices', {
        until: (all) => all.includes('missing'),
      });
      for (const choice of ['missing', 'about “complaint”', 'in this file', 'Head of Libraries'])
        ok(choices.includes(choice), choice);
      await editor.quickPick.accept('missing');
      await editor.quickPick.type('');
      await editor.quickPick.accept();
      const elements = (all: readonly Row[]) => elementIds(labels(all));
      const rows = await rowsUntil(
        'Coverage',
        'what is missing',
        (all) => all.length < 12 && elements(all).length === 2,
      );
      deepEqual(elements(rows), ['3.2.4', '4.3.6']);
      const counted = rows
        .filter(({ label }) => /^\d(?:\.\d)? /.test(label))
        .map(({ description }) => description);
      ok(
        counted.every((words) => /^1 of \d+ shown · 1 missing$/.test(words)),
        counted.join('\n'),
      );
      match(await editor.viewText('Coverage'), /Showing 2 of 57 elements: missing; about “complaint”\./);
      await editor.runCommand('Evidence: Clear Coverage Filter');
      await rowsUntil('Coverage', 'all criteria', (all) =>
        labels(all).includes('2 The Culture of the Organisation'),
      );
    });

    it('limits itself to the file in the editor', async () => {
      await editor.openFile(ideas);
      await editor.runCommand('Evidence: Filter Coverage…');
      await editor.quickPick.accept('in this file');
      await editor.quickPick.type('');
      await editor.quickPick.accept();
      const elements = (rows: readonly Row[]) => elementIds(labels(rows));
      await rowsUntil('Coverage', 'two elements', (rows) => elements(rows).join() === '2.1.6,2.2.4');
      await editor.openFile(plain);
      await rowsUntil('Coverage', 'the other file’s', (rows) => elements(rows).join() === '3.2.1,3.2.3');
      await editor.runCommand('Evidence: Clear Coverage Filter');
    });

    it('offers on an element what can be done with it', async () => {
      const { label } = await rowIn('Coverage', /^3\.2\.1 /);
      deepEqual(await menuOf(editor, label), [
        'Open Evidence of Element…',
        'Show Element…',
        'What Would Count?',
        'New Evidence for Element…',
        'Add Action for Element…',
        'Assign Elements…',
        'Rate Element…',
        'Not Applicable…',
        'What If…',
        'Copy ID',
        'Copy as Markdown Link',
      ]);
      deepEqual(await menuOf(editor, 'Plain language guide and reader testing'), [
        'Open Evidence of Element…',
        'Mark Reviewed',
        'What If…',
        'Add to Element…',
        'Move to Element…',
        'Remove from Element…',
        'Copy as Markdown Link',
      ]);
    });

    it('moves evidence that is dragged to another element, and takes it back', async () => {
      await editor.openFile(plain);
      await dragRow(editor, 'Plain language guide and reader testing', '3.2.4');
      await told(/plain-language-and-reader-testing\.md has moved from 3\.2\.1 to 3\.2\.4/);
      await textUntil('the other element', (text) => text.includes('elements: [3.2.4, 3.2.3]'));
      await undoToast();
      await textUntil('the first element', (text) => text.includes('elements: [3.2.1, 3.2.3]'));
    });

    it('adds a file from the explorer that is dragged onto an element', async () => {
      await editor.openFile(ideas);
      await dragFromExplorer(editor, 'staff-ideas.md', '3.2.4');
      await told(/staff-ideas\.md names 3\.2\.4 now/);
      await textUntil('the element', (text) => text.includes('elements: [2.2.4, 2.1.6, 3.2.4]'));
      await undoToast();
      await textUntil('no element', (text) => text.includes('elements: [2.2.4, 2.1.6]'));
    });

    it('does the same by commands: add, move, remove', async () => {
      await editor.openFile(ideas);
      await editor.runCommand('Evidence: Add to Element…');
      await pick('received understood information');
      await told(/staff-ideas\.md names 3\.2\.2 now/);
      await textUntil('3.2.2', (text) => text.includes('elements: [2.2.4, 2.1.6, 3.2.2]'));
      await editor.runCommand('Evidence: Move to Element…');
      await pick('3.2.2');
      await waitFor(() => editor.quickPick.placeholder(), 'the question where to', {
        until: (words) => words.startsWith('To which element'),
      });
      await pick('1.3.3');
      await textUntil('1.3.3', (text) => text.includes('elements: [2.2.4, 2.1.6, 1.3.3]'));
      await editor.runCommand('Evidence: Remove from Element…');
      await pick('1.3.3');
      await textUntil('neither', (text) => text.includes('elements: [2.2.4, 2.1.6]'));
    });

    it('copies a summary as Markdown', async () => {
      await editor.runCommand('Evidence: Copy Coverage Summary');
      const text = await waitFor(
        () => editor.page.evaluate<string>('navigator.clipboard.readText()'),
        'the summary on the clipboard',
        { until: (copied) => copied.includes('coverage') },
      );
      match(text, /^# Anytown Libraries, Customer Service Excellence 2027: coverage\n/);
      match(text, /\n## Missing: 9 elements\n\n- 1\.3\.3 /);
    });

    it('declares an element not applicable, asking why, and takes that back', async () => {
      await editor.runCommand('Evidence: Not Applicable…');
      await pick('3.4.2');
      await waitFor(() => editor.quickPick.placeholder(), 'the question why', {
        until: (words) => words.startsWith('For example'),
      });
      await editor.quickPick.type('We have no partners');
      await editor.quickPick.accept();
      await told(/3\.4\.2 is not applicable: We have no partners/);
      const element = async () => (await rowIn('Coverage', /^3\.4\.2 /)).description;
      await editor.runCommand('Evidence: Find Element…');
      await editor.quickPick.accept('3.4.2');
      await waitFor(element, '3.4.2 not applicable', {
        until: (words) => words.startsWith('not applicable'),
      });
      await editor.runCommand('Evidence: Applicable Again…');
      await pick('3.4.2');
      await waitFor(element, '3.4.2 missing', { until: (words) => words.startsWith('missing') });
    });
  });

  describe('The standard’s page', () => {
    const showsAt = (heading: RegExp) =>
      waitFor(() => topOfPreview(editor), `the page at ${heading}`, { until: (text) => heading.test(text) });

    it('shows an element that is chosen by its words', async () => {
      await editor.runCommand('Evidence: Show Element…');
      await pick('easy-to-use complaints procedure');
      await showsAt(/^4\.3\.2: evidenced, 1 item/);
      await editor.screenshot('standard-page');
    });

    it('is where Go to Definition leads', async () => {
      await editor.openFile(plain);
      await editor.goTo(3, 14);
      await editor.press('F12');
      await showsAt(/^3\.2\.1: evidenced, 2 items/);
    });

    it('stays one tab, wherever it was opened', async () => {
      const tabs = editor.page.locator('.tab[aria-label*="customer-service-excellence.md"]');
      await waitFor(() => tabs.count(), 'one tab', { until: (count) => count === 1 });
    });
  });

  describe('This File', () => {
    before(() => editor.openFile(mistyped));

    it('says in plain words what the file is for and what is wrong', async () => {
      const wordsOf = (rows: readonly Row[]): readonly string[] =>
        rows.map(({ label, description }) => `${label} | ${description}`);
      const expected = [
        'Elements | 2 elements',
        '3.2.9 | not an element of the standard',
        'Details | complete',
        'Owner | Stock and Information Manager',
        'Date | Monday 22 June 2026',
        'Review by | due in 213 days: Tuesday 22 June 2027',
        'Attachments | not said: click to choose',
        'Findings | 1 finding',
        'Other evidence for the same elements | 1 file',
      ];
      // VS Code draws the rows of a file section by section, in place of those of the file before.
      const rows = await rowsUntil(
        'This File',
        'its finding and details',
        (all) =>
          all.some(({ label }) => label.startsWith('3.2.9 is not an element')) &&
          expected.every((words) => wordsOf(all).includes(words)),
      );
      const said = wordsOf(rows);
      for (const words of expected) ok(said.includes(words), `${words} in ${said.join('; ')}`);
      await editor.screenshot('this-file');
    });

    it('goes to a finding, and mends it by the row below', async () => {
      await editor.clickRow('This File', ({ label }) => label.startsWith('3.2.9 is not an element'));
      await waitFor(() => editor.statusBar(), 'the place', {
        until: (all) => all.some(({ text }) => text.startsWith('Ln 4, Col')),
      });
      await editor.clickRow('This File', ({ label }) => label.startsWith('Replace with 3.2.4'));
      await textUntil('the right ID', (text) => text.includes('  - 3.2.4\n'));
      await rowsUntil('This File', 'no finding', (all) =>
        labels(all).includes('Nothing to put right in this file'),
      );
    });

    it('puts the guidance in as a list, and ticks its points', async () => {
      const { label } = await rowIn('This File', /^3\.2\.4 /);
      await editor.expandRow('This File', label);
      await editor.clickRow('This File', 'Complaints and comments from customers.');
      await textUntil('the list', (text) => text.includes('- [ ] Complaints and comments from customers.'));
      const point = (words: string) =>
        rowsUntil('This File', words, (all) =>
          all.some((row) => row.label.startsWith('Complaints and comments') && row.description === words),
        );
      await point('not addressed yet');
      await editor.clickRow('This File', 'Complaints and comments from customers.');
      await textUntil('a tick', (text) => text.includes('- [x] Complaints and comments from customers.'));
      await point('addressed');
      match((await rowIn('This File', /^3\.2\.4 /)).description, /1 of 4 points addressed/);
      await editor.clickRow('This File', 'Complaints and comments from customers.');
      await textUntil('no tick', (text) => text.includes('- [ ] Complaints and comments from customers.'));
      await editor.screenshot('this-file-points');
    });

    it('asks what a detail is to say, and writes it without the cursor in the block', async () => {
      await editor.goTo(15, 1);
      await editor.clickRow('This File', 'Kind');
      await waitFor(() => editor.quickPick.labels(), 'the kinds', {
        until: (all) => all.includes('Testimony'),
      });
      await editor.screenshot('this-file-kind');
      await editor.quickPick.choose((label) => label === 'Testimony');
      await rowsUntil('This File', 'the kind', (all) =>
        all.some(({ label, description }) => label === 'Kind' && description.startsWith('testimony: ')),
      );
      await waitFor(() => editor.statusBar(), 'the cursor where it was', {
        until: (all) => all.some(({ text }) => /^Ln 1[56], Col 1$/.test(text)),
      });
    });

    it('says back what day is meant by what is typed', async () => {
      await editor.clickRow('This File', 'Review by');
      await editor.quickPick.type('12/5/28');
      const days = await waitFor(() => editor.quickPick.labels(), 'the days', {
        until: (all) => all.includes('Friday 12 May 2028'),
      });
      deepEqual(days.slice(0, 2), ['Friday 12 May 2028', 'Tuesday 5 December 2028']);
      await editor.screenshot('this-file-day');
      await editor.quickPick.choose((label) => label === 'Friday 12 May 2028');
      await textUntil('the day', (text) => /^review-by: 2028-05-12$/m.test(text));
    });

    it('offers who owns other evidence, takes a detail away, and Undo brings it back', async () => {
      await editor.clickRow('This File', 'Owner');
      await waitFor(() => editor.quickPick.labels(), 'the owners', {
        until: (all) =>
          all.includes('Head of Libraries') && all.some((label) => label.includes('Take it away')),
      });
      await editor.quickPick.choose((label) => label.includes('Take it away'));
      await textUntil('no owner', (text) => !/^owner:/m.test(text));
      await editor.undo();
      await textUntil('the owner again', (text) => /^owner: Stock and Information Manager$/m.test(text));
    });

    it('opens other evidence for the same elements', async () => {
      await editor.clickRow('This File', 'Plain language guide and reader testing');
      await waitFor(() => editor.activeTab(), 'the other file', {
        until: (tab) => tab?.name === 'plain-language-and-reader-testing.md',
      });
    });

    it('makes a file evidence that is none yet, and nothing else in it changes', async () => {
      await editor.openFile('evidence-writing-guide.md');
      const before = await editor.editorText();
      await waitFor(() => editor.viewText('This File'), 'the welcome', {
        until: (text) => text.includes('This file is not evidence yet'),
      });
      await editor.screenshot('this-file-welcome');
      await editor.page.click('.pane-body .monaco-button:has-text("Make This File Evidence")');
      await pick('3.2.2');
      const after = await textUntil('the block', (text) => text.startsWith('---\n'));
      match(after, /^---\n(?:title: .*\n)?elements:\n {2}- 3\.2\.2\n/);
      ok(after.endsWith(before.trimStart()), 'the rest stays');
      // The sample’s portfolio.yaml leaves the guide out.
      await told(/The portfolio leaves evidence-writing-guide\.md out/);
      await editor.undo();
    });
  });

  describe('The walkthrough', () => {
    it('has ticked what had been done before it was opened', async () => {
      await openWalkthrough(editor);
      const steps = (): Promise<readonly string[]> =>
        editor.page.evaluate<readonly string[]>(
          `[...document.querySelectorAll('.getting-started-step')].map((step) =>
            (step.querySelector('.codicon-getting-started-step-checked') ? '[x] ' : '[ ] ') +
            step.querySelector('.step-title').textContent)`,
        );
      const expected = [
        '[x] Open the sample portfolio, or your own',
        '[x] Name an element',
        '[x] Put something right',
        '[x] Read the coverage',
        '[ ] Check a pull request',
      ];
      await waitFor(steps, 'the steps that have been done', {
        until: (shown) => shown.join() === expected.join(),
      });
      await editor.screenshot('walkthrough');
    });
  });

  describe('The log', () => {
    /** VS Code draws a row that has just gone, catches that, and says so. */
    const isDrawn = (text: string): boolean => text.includes('Failed to resolve parent');
    logsNoError(() => editor, isDrawn);
  });
});

async function openWalkthrough(editor: Editor): Promise<void> {
  await editor.runCommand('Welcome: Open Walkthrough...');
  await editor.quickPick.accept('First Steps with Evidence Portfolio');
  await editor.page.locator('.getting-started-step').first().waitFor();
}

const coverageRows = '.pane:has(> .pane-header[aria-label^="Coverage"]) .monaco-list-row';

/** The mouse away from all rows: the tooltip of one would cover others. */
async function noTooltip({ page }: Editor): Promise<void> {
  await page.mouse.move(1000, 700);
  await page.locator('.workbench-hover').first().waitFor({ state: 'hidden', timeout: 5000 });
}

/** A row of Coverage that is on the screen, by what it begins with. */
const rowOnScreen = (editor: Editor, label: string, also = '') =>
  editor.page
    .locator(coverageRows + also, { hasText: new RegExp(`^${label.replaceAll('.', '\\.')}`) })
    .first();

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What something is held over, until VS Code has seen it. */
interface Stop {
  readonly place: () => Promise<Place>;
  readonly seen: () => Promise<number>;
}

/** Drags as a hand does: pressed, moved a little at a time, held over each place until it is seen there, let go. */
async function drag(editor: Editor, from: Place, over: readonly Stop[]): Promise<void> {
  const { mouse } = editor.page;
  await noTooltip(editor);
  await mouse.move(from.x, from.y);
  await mouse.down();
  try {
    await mouse.move(from.x + 6, from.y + 4, { steps: 3 });
    for (const { place, seen } of over) {
      let round = 0;
      const hold = async (): Promise<number> => {
        // The rows may move meanwhile: the hand follows, and never holds quite still.
        const { x, y } = await place();
        await mouse.move(x + (round % 2), y, { steps: round === 0 ? 12 : 1 });
        round += 1;
        return seen();
      };
      await waitFor(hold, 'what is dragged to be seen', { until: (count) => count > 0 });
    }
  } catch (error) {
    // Else the window takes no other key from here on.
    await editor.press('Escape');
    throw error;
  } finally {
    await mouse.up();
  }
}

async function middleOf(locator: ReturnType<typeof rowOnScreen>): Promise<Place> {
  // A row may be drawn anew at any moment; one that stays away has to be looked for again.
  const box = await waitFor(
    () => locator.boundingBox({ timeout: 2000 }),
    'what is to be dragged on the screen',
    4000,
  );
  return { x: box.x + Math.min(80, box.width / 2), y: box.y + box.height / 2 };
}

/** The middle once it has stayed where it is. */
async function stillMiddleOf(locator: ReturnType<typeof rowOnScreen>): Promise<Place> {
  let before = '';
  const place = async (): Promise<Place | undefined> => {
    const now = await middleOf(locator);
    const isStill = JSON.stringify(now) === before;
    before = JSON.stringify(now);
    return isStill ? now : undefined;
  };
  for (let same = 0; ; same += 1) {
    const still = await waitFor(place, 'what is to be dragged to stay where it is', 5000);
    if (same === 3) return still;
  }
}

async function dragRow(editor: Editor, from: string, to: string): Promise<void> {
  await drag(editor, await middleOf(rowOnScreen(editor, from)), [onto(editor, to)]);
}

/** A row of Coverage, until VS Code marks it as the one to drop on. */
const onto = (editor: Editor, label: string): Stop => ({
  place: () => middleOf(rowOnScreen(editor, label)),
  seen: () => rowOnScreen(editor, label, '.drop-target').count(),
});

/** Over the icon of Evidence Portfolio, which shows its views, onto an element. */
async function dragFromExplorer(editor: Editor, file: string, to: string): Promise<void> {
  const row = editor.page.locator(`.explorer-folders-view .monaco-list-row:has-text("${file}")`).first();
  // A busy editor may draw the explorer, or scroll it, after it was asked to show the file.
  const from = await waitFor(
    async () => {
      await editor.runCommand('File: Reveal Active File in Explorer View');
      await row.waitFor({ timeout: 3000 });
      return stillMiddleOf(row);
    },
    `${file} in the explorer`,
    60_000,
  );
  const icon = editor.page
    .locator('.activitybar .action-item:has([aria-label^="Evidence Portfolio"])')
    .first();
  // Coverage follows the editor when it is shown, so the row is looked for then.
  const toIcon: Stop = {
    place: () => middleOf(icon),
    seen: () => rowOnScreen(editor, to).filter({ visible: true }).count(),
  };
  await drag(editor, from, [toIcon, onto(editor, to)]);
}

/** The first words on the screen of the Markdown preview that is open. */
async function topOfPreview(editor: Editor): Promise<string> {
  const frames = editor.page.frames().filter((frame) => /^(?:active|pending)-frame$/.test(frame.name()));
  for (const frame of frames) {
    const heading = await frame
      .evaluate<string>(
        `[...document.querySelectorAll('h2, h3, h4')].find((one) => one.getBoundingClientRect().bottom > 0)?.innerText ?? ''`,
      )
      .catch(() => '');
    if (heading !== '') return heading;
  }
  return '';
}
