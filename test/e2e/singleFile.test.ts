/** A file that is opened by itself, from outside of the open folders, in desktop VS Code. */
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';

const evidence = (more: string): string => `---\ntitle: T\nelements: [3.2.4]\n${more}\n---\n\n# T\n\nText.\n`;

describe('A file that is opened by itself in desktop VS Code', () => {
  let editor: Editor;
  const portfolio = folderWith({
    'portfolio.yaml': 'title: Elsewhere\n',
    'evidence/alone.md': evidence('status: aproved'),
  });
  before(async () => {
    editor = await openDesktop({ folder: folderWith({ 'readme.md': '# Nothing of ours\n' }), settings });
  });
  after(() => editor.close());

  it('has its findings, by the portfolio above it', async () => {
    await editor.runCommand('File: Open File...');
    await editor.page.locator('.quick-input-widget input').first().fill(`${portfolio}/evidence/alone.md`);
    await editor.page.keyboard.press('Enter');
    await waitFor(() => editor.problems(), 'its finding', {
      timeout: 60_000,
      until: (problems) => problems.some(({ code }) => code === 'front-matter-value'),
    });
    await editor.screenshot('seen-single-file');
  });
});
