import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, openDesktop, openWeb, waitFor, type Editor } from './support/harness';
import { witness } from './support/witness';

// The driver itself, without any extension: when these fail, look here before you look at the product.

const text = '# First\n\nSome words.\n';
const longLine = `${'word '.repeat(120)}end`;
const files = {
  'notes/first.md': text,
  'notes/block.md': '---\na: 1\n---\n\nText.\n',
  'notes/some.yaml': 'a: 1\n',
  'top.md': `# Top\n\n- ${longLine}\n`,
};

const hosts = {
  desktop: (folder: string) => openDesktop({ folder, extension: false }),
  web: (folder: string) => openWeb({ folder, extension: false }),
};

for (const [host, open] of Object.entries(hosts)) {
  describe(`The driver, on the ${host} host`, () => {
    let editor: Editor;

    const onDisk = (path: string): string => readFileSync(join(editor.folder, ...path.split('/')), 'utf8');

    before(async () => {
      editor = await open(folderWith(files));
    });

    after(async () => {
      await editor.close();
    });

    it('opens a file by its path and reads its text', async () => {
      await editor.openFile('notes/first.md');
      assert.equal(await editor.editorText(), text);
      const lines = await waitFor(() => editor.visibleLines(), 'the lines', {
        until: ({ length }) => length === 4,
      });
      assert.deepEqual(lines[2], { line: 3, text: 'Some words.' });
    });

    it('opens a file of the folder itself, and puts wrapped lines together', async () => {
      await editor.openFile('top.md');
      const lines = await waitFor(() => editor.visibleLines(), 'the lines', {
        until: ({ length }) => length > 3,
      });
      assert.deepEqual(
        lines.map((line) => line.text),
        ['# Top', '', `- ${longLine}`, ''],
      );
    });

    it('types at a place, and takes it back', async () => {
      await editor.openFile('notes/first.md');
      await editor.goTo(3, 5);
      await editor.typeText(' more');
      assert.equal(await editor.editorText(), '# First\n\nSome more words.\n');
      assert.equal((await editor.activeTab())?.isDirty, true);
      await editor.undo();
      assert.equal(await editor.editorText(), text);
    });

    it('keeps the cursor where it was when it reads the text', async () => {
      await editor.goTo(1, 8);
      await editor.editorText();
      await editor.typeText('!');
      assert.equal(await editor.editorText(), '# First!\n\nSome words.\n');
      await editor.undo();
    });

    it('pastes a text as it is', async () => {
      await editor.goTo(1, 8);
      await editor.pasteText(' (1\n  - [');
      assert.equal(await editor.editorText(), '# First (1\n  - [\n\nSome words.\n');
      await editor.undo();
    });

    it(host === 'web' ? 'saves in memory only' : 'saves to the disk', async () => {
      await editor.goTo(1, 8);
      await editor.typeText(' saved');
      await editor.save();
      const saved = '# First saved\n\nSome words.\n';
      assert.equal(await editor.editorText(), saved);
      assert.equal(onDisk('notes/first.md'), host === 'web' ? text : saved);
    });

    it('reads a list that is longer than the window, and chooses from it', async () => {
      await editor.runCommand('Change Language Mode');
      const labels = await editor.quickPick.labels();
      assert.ok(labels.length > 40, `${labels.length} languages`);
      assert.ok(labels.some((label) => label.startsWith('YAML')));
      await editor.quickPick.accept('Plain Text');
      await waitFor(() => editor.statusBar(), 'the language to change', {
        until: (entries) => entries.some((entry) => entry.text === 'Plain Text'),
      });
    });

    it('says that there are no problems, suggestions and hovers where there are none', async () => {
      assert.deepEqual(await editor.problems(), []);
      assert.deepEqual(await editor.squiggles(), []);
      await editor.openFile('top.md');
      assert.equal(await editor.hoverAt(2, 1, [/./], 500), '');
    });

    it('hears of a key in an editor, of the cursor within a block, and of a YAML file', async () => {
      const seen = await witness(editor.page);
      await editor.openFile('notes/block.md');
      await editor.goTo(5, 1);
      assert.deepEqual(await seen(), { yamlTabs: [], typed: [], inBlock: [] });
      await editor.goTo(2, 1);
      await editor.typeText('x');
      await editor.undo();
      await editor.openFile('notes/some.yaml');
      const all = await waitFor(seen, 'all three', {
        until: ({ yamlTabs, typed, inBlock }) => ![yamlTabs.length, typed.length, inBlock.length].includes(0),
      });
      assert.deepEqual([all.yamlTabs, all.typed], [['some.yaml'], ['x']]);
      assert.ok(all.inBlock.includes(2));
    });

    it('loads the window again', async () => {
      await editor.reload();
      await editor.openFile('notes/first.md');
      assert.equal(await editor.editorText(), host === 'web' ? text : '# First saved\n\nSome words.\n');
    });

    it('takes a picture, and hears of no errors', async () => {
      const path = await editor.screenshot(`harness-${host}`);
      assert.ok(statSync(path).size > 20_000, 'a picture of more than one colour');
      assert.deepEqual(editor.consoleErrors(), []);
    });
  });
}

describe('Waiting', () => {
  it('says what was awaited, and what came instead', async () => {
    await assert.rejects(
      waitFor(() => [1, 2], 'three numbers', { timeout: 50, until: ({ length }) => length === 3 }),
      /Waited 0\.05 s for three numbers\. The last value was: \[\s*1,\s*2\s*\]/,
    );
    await assert.rejects(
      waitFor(() => Promise.reject(new Error('no editor')), 'a tab', 50),
      /a tab.*no editor/,
    );
  });
});
