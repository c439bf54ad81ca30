/**
 * The pictures of README and walkthrough, taken from the real thing. `UPDATE_PICTURES=1` puts them into
 * docs/images and client/walkthrough; otherwise they are looked at for what they must show, and left in the output folder.
 */
import { match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '../../.scripts/editors.mjs';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';
import { smallPng } from './support/smallPng';
import { themeSetting, useTheme } from './support/themes';

const images = join(repository, 'docs', 'images');
const walkthrough = join(repository, 'client', 'walkthrough');
const output = join(repository, 'test', 'e2e', '.output');

describe('Pictures', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: copySample(),
      settings: { ...settings, 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' },
      viewport: { width: 1280, height: 760 },
    });
  });
  after(() => editor.close());

  const keep = (name: string): Promise<void> => take(editor.page, name, images);

  it('overview: coverage on the left, a wrong ID with its explanation on the right', async () => {
    await editor.openView('Coverage');
    await waitFor(() => editor.treeRows('Coverage'), 'the tree', { until: (rows) => rows.length >= 6 });
    await widenSidebar(editor, 420);
    for (const label of [/^3 Information/, /^3\.2 /]) {
      const row = (await editor.treeRows('Coverage')).find((found) => label.test(found.label));
      if (row) await editor.expandRow('Coverage', row.label);
    }
    await editor.openFile('evidence/3-information-and-access/correcting-wrong-information.md');
    await waitFor(() => editor.squiggles(), 'a squiggle', { until: (found) => found.length > 0 });
    await waitFor(() => editor.codeLenses(), 'the lenses', { until: (lenses) => lenses.length > 1 });
    match(await editor.hoverAt(4, 7, [/Did you mean 3\.2\.4/]), /Did you mean 3\.2\.4/);
    await keep('overview');
  });

  it('hover: what an ID stands for', async () => {
    match(await editor.hoverAt(5, 7, [/Guidance/]), /Guidance/);
    await keep('hover');
    await editor.press('Escape');
  });

  it('completion: elements by a word', async () => {
    await editor.goTo(5, 10);
    await editor.typeText('\n- complaint');
    match(await editor.editorText(), /\n {2}- 3\.2\.3\n {2}- complaint\n/);
    ok((await editor.suggestions({ until: (labels) => labels.length > 2 })).length > 2);
    await keep('completion');
    await editor.press('Escape');
  });
});

describe('Pictures of the walkthrough, light and dark', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({
      folder: copySample(),
      settings: {
        ...settings,
        ...themeSetting('light'),
        'editor.minimap.enabled': false,
        'editor.wordWrap': 'on',
        'breadcrumbs.enabled': false,
      },
      viewport: { width: 900, height: 560 },
    });
  });
  after(() => editor.close());

  /** @param isShown what has to be in the picture: it is opened in each of the colours, and closed before they change */
  const keep = async (step: string, isShown?: () => Promise<void>): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await useTheme(editor, theme);
      await isShown?.();
      await keepAs(`${step}-${theme}`, editor.page);
      if (isShown) await editor.press('Escape');
    }
  };
  const keepAs = async (name: string, page: Page): Promise<void> => {
    // A tooltip would show where the folder is.
    await page.mouse.move(893, 300);
    await waitFor(() => page.locator('.workbench-hover-container').count(), 'tooltips to go', {
      until: (count) => count === 0,
    });
    await take(page, name, walkthrough);
  };

  it('sample: a piece of evidence', async () => {
    await editor.openFile('evidence/1-customer-insight/annual-customer-survey.md');
    await waitFor(() => editor.statusBar(), 'the coverage', {
      until: (entries) =>
        entries.some(({ text }) => text.includes('44 evidenced')) &&
        !entries.some(({ text }) => text.includes('Activating')),
    });
    await waitFor(() => editor.codeLenses(), 'the lenses', { until: (lenses) => lenses.length > 1 });
    await keep('sample');
  });

  it('fix: a wrong ID and the fixes for it', async () => {
    await editor.openFile('evidence/3-information-and-access/correcting-wrong-information.md');
    await waitFor(() => editor.squiggles(), 'a squiggle', { until: (found) => found.length > 0 });
    await editor.goTo(4, 7);
    const isThere = (titles: readonly string[]): boolean => titles.some((title) => title.includes('3.2.4'));
    await keep('fix', async () => {
      ok(isThere(await editor.quickFixes({ until: isThere })));
    });
  });

  it('coverage: elements with their state', async () => {
    await editor.openView('Coverage');
    for (const label of [/^3 Information/, /^3\.2 /]) {
      const row = (await editor.treeRows('Coverage')).find((found) => label.test(found.label));
      if (row && row.expanded !== true) await editor.expandRow('Coverage', row.label);
    }
    await widenSidebar(editor, 460);
    await keep('coverage');
  });

  it('name: elements by a word', async () => {
    await widenSidebar(editor, 200);
    await editor.focusEditor();
    await editor.goTo(5, 10);
    await editor.typeText('\n- complaint');
    match(await editor.editorText(), /\n {2}- 3\.2\.3\n {2}- complaint\n/);
    await keep('name', async () => {
      ok((await editor.suggestions({ until: (labels) => labels.length > 2 })).length > 2);
    });
  });

  it('check: what the command line prints', async () => {
    const { stdout } = spawnSync(
      process.execPath,
      [join(repository, 'dist', 'cli.js'), 'check', '.', '--today', settings['evidencePortfolio.today']],
      { cwd: join(repository, 'samples', 'anytown-libraries'), encoding: 'utf8' },
    );
    const page = await editor.page.context().newPage();
    await page.setViewportSize({ width: 900, height: 560 });
    const shown = `$ evidence-portfolio check\n\n${stdout}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    for (const [theme, paper, ink] of [
      ['light', '#ffffff', '#3b3b3b'],
      ['dark', '#1f1f1f', '#cccccc'],
    ] as const) {
      await page.setContent(
        `<body style="margin:16px;background:${paper};color:${ink}"><pre style="font:13px/1.45 monospace;white-space:pre-wrap">${shown}</pre>`,
      );
      await keepAs(`check-${theme}`, page);
    }
    await page.close();
  });
});

/** Leaves the picture of a page in the output folder, and puts it where it ships if pictures are to be updated. */
async function take(page: Page, name: string, home: string): Promise<void> {
  // Those of the walkthrough are small on the screen, and all of them ship with the extension.
  const picture = await smallPng(page, home === walkthrough ? 32 : 64);
  ok(picture.length > 10_000, `${name} looks empty`);
  const places = process.env['UPDATE_PICTURES'] === '1' ? [output, home] : [output];
  for (const place of places) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${name}.png`), picture);
  }
}

/** Drags the edge of the side bar, as there is no setting for its width. */
async function widenSidebar({ page }: Editor, width: number): Promise<void> {
  const box = await page.locator('#workbench\\.parts\\.sidebar').boundingBox();
  if (!box) return;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + width, y, { steps: 8 });
  await page.mouse.up();
}
