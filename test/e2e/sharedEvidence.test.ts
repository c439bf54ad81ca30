/** Evidence outside of the folder that is open, in the newest VS Code: one portfolio of a repository with several. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { equal, match } from 'node:assert/strict';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const manifest = (title: string): string =>
  `title: ${title}\ninclude: ['**/*.md', '../../corporate/**/*.md']\nrules: { element-uncovered: off, manifest-pattern: off }\n`;
const evidence = (title: string, elements: string): string =>
  `---\ntitle: ${title}\nelements: [${elements}]\nstatus: approved\n---\n\n# ${title}\n\nText.\n`;

const portfolios = {
  'portfolios/libraries/portfolio.yaml': manifest('Libraries'),
  'portfolios/libraries/own.md': evidence('Our survey', '1.3.2'),
  'portfolios/museums/portfolio.yaml': manifest('Museums'),
  'corporate/complaints.md': evidence('Complaints policy', '3.2.4, 9.9.9'),
};

describe('Evidence that portfolios share', () => {
  let editor: Editor;
  let repository: string;

  const write = (path: string, text: string): void => {
    const place = join(repository, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  };

  before(async () => {
    repository = folderWith(portfolios);
    execFileSync('git', ['init', '--quiet'], { cwd: repository });
    editor = await openDesktop({ folder: join(repository, 'portfolios/libraries'), settings });
  });
  after(() => editor.close());

  it('counts where its portfolio alone is open, and is shown as shared', async () => {
    await editor.openView('Coverage');
    await waitFor(() => editor.treeRows('Coverage'), 'the tree', { until: (rows) => rows.length >= 5 });
    for (const label of [/^3 Information/, /^3\.2 /, /^3\.2\.4\b/]) {
      const row = (await editor.treeRows('Coverage')).find((found) => label.test(found.label));
      if (row) await editor.expandRow('Coverage', row.label);
    }
    const rows = await waitFor(() => editor.treeRows('Coverage'), 'the shared evidence', {
      until: (found) => found.some(({ label }) => label.includes('Complaints policy')),
    });
    match(rows.find(({ label }) => label.includes('Complaints policy'))?.description ?? '', /^shared/);
    await editor.screenshot('shared-evidence-tree');
  });

  it('is followed on the disk, outside of the folder', async () => {
    write('corporate/equality.md', evidence('Equality policy', '3.2.4'));
    await waitFor(() => editor.treeRows('Coverage'), 'the new file', {
      until: (rows) => rows.some(({ label }) => label.includes('Equality policy')),
    });
  });

  it('can be opened from there, and has its findings', async () => {
    const row = (await editor.treeRows('Coverage')).find(({ label }) => label.includes('Complaints policy'));
    await editor.clickRow('Coverage', row?.label ?? '');
    const found = await waitFor(() => editor.squiggles(), 'a squiggle', { until: (all) => all.length > 0 });
    match(found.map(({ text }) => text).join(' '), /9\.9\.9/);
    await editor.openView('This File');
    await editor.screenshot('shared-evidence-file');
  });
});

describe('A repository of portfolios that share evidence', () => {
  let editor: Editor;
  before(async () => {
    editor = await openDesktop({ folder: folderWith(portfolios), settings });
  });
  after(() => editor.close());

  it('says of a shared file in This File which portfolios it counts for, and each finding once', async () => {
    await editor.openFile('corporate/complaints.md');
    await editor.openView('This File');
    const rows = await waitFor(() => editor.treeRows('This File'), 'This File', {
      until: (found) => found.some(({ label }) => label === 'In 2 portfolios'),
    });
    match(rows[0]?.description ?? '', /Libraries · Museums/);
    equal((await editor.squiggles()).length, 1);
    match(await editor.hoverAt(3, 13, [/Coverage in Museums/]), /Coverage in Museums/);
    await editor.screenshot('shared-evidence-portfolios');
  });
});
