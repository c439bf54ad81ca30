/**
 * A stranger's folder in desktop VS Code before anybody has said that it is trusted: all that reads and writes texts is
 * there, no program is started and nothing is asked for, whatever the folder says.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { logsNoError } from './support/ownErrors';
import { settings } from './support/scenarios';
import { serverProcesses, socketsOf } from './support/serverProcesses';
import { git } from './support/sharedPlace';

const evidence = '---\ntitle: Opening hours\nelements:\n  - 3.2.9\n---\n\n# Opening hours\n\nText.\n';

/** A program that the folder names, and a file in which stands whether it or git was started. */
function programs(): { readonly folder: string; readonly named: string; readonly calls: string } {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-programs-'));
  const [named, calls] = [join(folder, 'named'), join(folder, 'calls')];
  writeFileSync(named, `#!/bin/sh\necho "named $*" >> '${calls}'\nexit 1\n`);
  chmodSync(named, 0o755);
  return { folder, named, calls };
}

describe('Restricted Mode in desktop VS Code', () => {
  let editor: Editor;
  const { folder: bin, named, calls } = programs();
  const asked: string[] = [];
  before(async () => {
    const folder = folderWith({
      'portfolio.yaml': 'title: Strangers\n',
      'a.md': evidence,
      '.vscode/settings.json': JSON.stringify({ 'git.path': named }),
    });
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', 'As it came');
    git(folder, 'config', 'core.fsmonitor', named);
    // Git says there what it is called with.
    process.env['GIT_TRACE'] = calls;
    try {
      editor = await openDesktop({ folder, settings, workspaceTrust: 'restricted', alone: true });
    } finally {
      delete process.env['GIT_TRACE'];
    }
    editor.page.on('request', (request) => asked.push(request.url()));
  });
  after(async () => {
    await editor.close();
    rmSync(bin, { recursive: true, force: true });
  });

  const asks = (title: RegExp): Promise<string> =>
    waitFor(() => editor.quickPick.title(), `the question ${title}`, { until: (text) => title.test(text) });
  const told = (words: RegExp): Promise<unknown> =>
    waitFor(() => editor.notifications(), `a notification ${words}`, {
      until: (all) => all.some(({ message }) => words.test(message)),
    });
  const begin = async (command: string): Promise<void> => {
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.runCommand(`Evidence: ${command}`);
  };
  const counted = (words: string): Promise<unknown> =>
    waitFor(() => editor.statusBar(), words, {
      until: (all) => all.some(({ text }) => text.includes(words)),
    });
  /** A dialogue that is still reading the folder takes no Enter. */
  const goesOn = async (title: RegExp): Promise<void> => {
    await asks(title);
    const hasGone = async (): Promise<boolean> =>
      !(await editor.quickPick.isOpen()) || !title.test(await editor.quickPick.title());
    await waitFor(async () => {
      if (await hasGone()) return true;
      await editor.press('Enter');
      return waitFor(hasGone, 'the dialogue to go on', 3000);
    }, 'the dialogue to go on');
  };
  const onDisk = (name: string): Buffer => readFileSync(join(editor.folder, name));

  it('has findings, hovers and completion', async () => {
    await editor.openFile('a.md');
    const found = await waitFor(() => editor.squiggles(), 'the finding', { until: (all) => all.length > 0 });
    equal(found[0]?.text, '3.2.9');
    match(await editor.hoverAt(4, 6, [/3\.2\.9 is not/]), /3\.2\.9 is not an element/);
    await editor.goTo(4, 10);
    await editor.press('Backspace');
    await editor.suggestions({ until: (labels) => labels.includes('3.2.4') });
    await editor.acceptSuggestion('3.2.4');
    await editor.save();
  });

  it('has coverage, and new evidence is made', async () => {
    await counted('57 elements: 1 evidenced');
    await editor.openView('Coverage');
    const rows = await waitFor(() => editor.treeRows('Coverage'), 'the tree', {
      until: (all) => all.length > 5,
    });
    ok(rows.some(({ label, description }) => `${label} ${description}`.includes('1 of 12 evidenced')));
    await begin('New Evidence for Element…');
    await editor.quickPick.type('Made here');
    await editor.quickPick.accept();
    await asks(/^New Evidence \(2 of 2\)/);
    await editor.quickPick.accept('1.3.3');
    await editor.quickPick.accept();
    await waitFor(() => editor.activeTab(), 'the file', { until: (tab) => tab?.name === 'made-here.md' });
    await counted('1 evidenced, 55 missing');
    await editor.screenshot('restricted-made');
  });

  it('exports', async () => {
    await begin('Export Report…');
    await asks(/^Export Report$/);
    await editor.quickPick.accept('Web page');
    await goesOn(/^Export Report$/);
    await waitFor(() => editor.dialogText(), 'the question', { until: (text) => text !== '' });
    await editor.pressDialog('Write');
    await told(/^The report is in report\.html now/);
    match(onDisk('report.html').toString(), /Strangers/);
  });

  it('packs, without asking git', async () => {
    await begin('Make Pack for the Assessor…');
    await asks(/^Make Pack for the Assessor$/);
    await editor.quickPick.accept('For the assessor, with drafts');
    await asks(/^Make Pack for the Assessor$/);
    await editor.quickPick.accept('ZIP file');
    await goesOn(/^Make Pack for the Assessor$/);
    await told(/Nothing is written yet\.$/);
    await editor.runCommand('Evidence: Write What Is Shown');
    await told(/^The pack is in evidence-pack\.zip now\.$/);
    equal(onDisk('evidence-pack.zip').subarray(0, 2).toString(), 'PK');
  });

  it('says what waits for the word that the folder is trusted', async () => {
    await begin('Send for Review…');
    await told(/^You have not said yet that you trust this folder/);
    await editor.screenshot('restricted-send');
    await begin('Compare with Branch or Day…');
    await told(/keeps off until you have said that you trust this folder\. Click “Restricted Mode”/);
    await begin('Check the Portfolio in a Terminal');
    await told(/VS Code starts none in a folder that you have not said you trust/);
    await editor.screenshot('restricted-check');
  });

  it('has started no program, and asked for nothing', () => {
    deepEqual(existsSync(calls) ? readFileSync(calls, 'utf8') : '', '');
    const servers = serverProcesses(editor);
    equal(servers.length, 1);
    deepEqual(servers.flatMap(socketsOf), []);
    const { origin } = new URL(editor.page.url());
    // VS Code's name for files of extensions in a page: its own service worker answers it.
    const isVSCode = (url: URL): boolean =>
      url.origin === origin || url.hostname.endsWith('.vscode-resource.vscode-cdn.net');
    deepEqual(
      asked.filter((url) => !url.startsWith('data:') && !isVSCode(new URL(url.replace(/^blob:/, '')))),
      [],
    );
  });

  it('does what has waited, in the same window, as soon as the folder is trusted', async () => {
    await editor.runCommand('Workspaces: Manage Workspace Trust');
    await editor.page.locator('.workspace-trust-editor .monaco-button:text-is("Trust")').first().click();
    await editor.page.getByText('You trust this folder').waitFor();
    await editor.page
      .locator('.modal-editor-part')
      .getByRole('button', { name: 'Close Modal Editor' })
      .click();
    await begin('Compare with Branch or Day…');
    await asks(/^Compare with/);
    await editor.press('Escape');
    await begin('Check the Portfolio in a Terminal');
    // What it prints is drawn, and no text of the page.
    await editor.page.getByText('check - Task').first().waitFor();
    await editor.screenshot('restricted-trusted');
  });

  logsNoError(() => editor);
});
