/**
 * The pictures of README and walkthrough, taken from the real thing. `UPDATE_PICTURES=1` puts them into
 * docs/images; otherwise they are looked at for what they must show, and left in the output folder.
 */
import { ok } from 'node:assert/strict';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../.scripts/editors.mjs';
import { copySample, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const images = join(repository, 'docs', 'images');

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

  const keep = async (name: string): Promise<void> => {
    const path = await editor.screenshot(name);
    ok(statSync(path).size > 20_000, `${name} looks empty`);
    if (process.env['UPDATE_PICTURES'] !== '1') return;
    mkdirSync(images, { recursive: true });
    copyFileSync(path, join(images, `${name}.png`));
  };

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
    ok((await editor.hoverAt(4, 7)).includes('Did you mean 3.2.4'));
    await keep('overview');
  });

  it('hover: what an ID stands for', async () => {
    ok((await editor.hoverAt(5, 7)).includes('Guidance'));
    await keep('hover');
    await editor.press('Escape');
  });

  it('completion: elements by a word', async () => {
    await editor.goTo(5, 10);
    await editor.press('Enter');
    await editor.typeText('- complaint');
    ok((await editor.suggestions()).length > 2);
    await keep('completion');
    await editor.press('Escape');
  });
});

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
