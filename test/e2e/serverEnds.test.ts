/** A language server that ends by itself, in desktop VS Code: everything comes back, and people are told when it does not. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith, openDesktop, waitFor, type Editor } from './support/harness';
import { settings } from './support/scenarios';
import { serverProcesses } from './support/serverProcesses';

const evidence = '---\ntitle: Anne’s secret\nelements: [3.2.9]\n---\n\n# T\n\nText.\n';

/** A second extension, which asks as assistants do. */
const asker = fileURLToPath(new URL('support/asker', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The tools of package.json. */
const toolsDescribed = (): readonly string[] =>
  (
    JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
    }
  ).contributes.languageModelTools.map(({ name }) => name);

describe('A server that ends in desktop VS Code', () => {
  let editor: Editor;
  before(async () => {
    const folder = folderWith({ 'portfolio.yaml': 'title: Hidden Libraries\n', 'a.md': evidence });
    const anne = { ...settings, 'evidencePortfolio.language': 'Anne', 'chat.disableAIFeatures': false };
    editor = await openDesktop({ folder, settings: anne, alone: true, beside: asker });
  });
  after(() => editor.close());

  const codes = async (): Promise<readonly string[]> => (await editor.problems()).map(({ code }) => code);
  const server = (): Promise<number> => waitFor(() => serverProcesses(editor)[0], 'the server');
  /** Ends it without a word, and waits until it is not there. */
  const kill = async (): Promise<number> => {
    const pid = await server();
    process.kill(pid, 'SIGKILL');
    await waitFor(() => !serverProcesses(editor).includes(pid), 'its end');
    return pid;
  };

  it('answers assistants before, by the tools of the editor', async () => {
    const questions = [
      ['evidencePortfolio_show_overview', {}],
      ['evidencePortfolio_show_element', { element: '3.2.4' }],
      ['evidencePortfolio_show_element', { element: '9.9.9' }],
    ];
    writeFileSync(join(editor.folder, 'question.json'), JSON.stringify(questions));
    await editor.openFile('a.md');
    await waitFor(codes, 'the finding', { until: (all) => all.includes('element-unknown') });
    await editor.runCommand('Asker: Ask the Tools');
    const place = join(editor.folder, 'answer.json');
    const { tools, answers } = await waitFor(
      () =>
        existsSync(place)
          ? (JSON.parse(readFileSync(place, 'utf8')) as Record<'tools' | 'answers', readonly string[]>)
          : undefined,
      'the answers',
    );
    deepEqual([...tools].sort(), [...toolsDescribed()].sort());
    const [overview = '', element = '', unknown = ''] = answers;
    match(overview, /Hidden Libraries/);
    match(element, /3\.2\.4/);
    match(unknown, /9\.9\.9/);
  });

  it('offers them a server of their own, as long as there is a portfolio', async () => {
    const servers = async (): Promise<readonly string[]> => {
      await editor.runCommand('MCP: List Servers');
      const labels = await editor.quickPick.labels();
      await editor.quickPick.cancel();
      return labels.filter((label) => label.startsWith('Evidence Portfolio: '));
    };
    const offers = (number: number): Promise<readonly string[]> =>
      waitFor(servers, `${number} servers`, { until: ({ length }) => length === number });
    await offers(1);
    // What is open counts, whether it is on the disk or not.
    await editor.runCommand('View: Close All Editors');
    const manifest = join(editor.folder, 'portfolio.yaml');
    const text = readFileSync(manifest);
    const evidenceFile = join(editor.folder, 'a.md');
    const words = readFileSync(evidenceFile);
    rmSync(manifest);
    rmSync(evidenceFile);
    await offers(0);
    writeFileSync(manifest, text);
    writeFileSync(evidenceFile, words);
    await offers(1);
  });

  it('is started again during an edit, and all that it said is there again', async () => {
    await editor.openFile('a.md');
    await waitFor(codes, 'the finding', { until: (all) => all.includes('element-unknown') });
    await editor.goTo(3, 17);
    await editor.typeText(', 3.2.8');
    const pid = await kill();
    await editor.typeText(', 1.1.1');
    ok((await server()) !== pid);
    await waitFor(codes, 'both findings of the text that is not saved', {
      until: (all) => all.filter((code) => code === 'element-unknown').length === 2,
    });
    await waitFor(() => editor.statusBar(), 'coverage', {
      until: (entries) => entries.some(({ text }) => text.includes('57 elements: 1 evidenced')),
    });
    await editor.screenshot('seen-server-again');
  });

  it('is restarted by hand where it does not answer any longer, and nothing is left of it', async () => {
    const pid = await server();
    process.kill(pid, 'SIGSTOP');
    await editor.runCommand('Evidence: Restart Server');
    const [other = pid] = await waitFor(() => serverProcesses(editor), 'one other server', {
      until: (all) => all.length === 1 && !all.includes(pid),
    });
    await waitFor(() => editor.statusBar(), 'that it is done', {
      until: (entries) => entries.some(({ text }) => text.includes('has been restarted')),
    });
    deepEqual(serverProcesses(editor), [other]);
  });

  it('is left alone after the third time, with the log and a report offered', async () => {
    await kill();
    // This one has hardly begun to start.
    await kill();
    const told = await waitFor(() => editor.notifications(), 'the message', {
      until: (all) => all.some(({ message }) => message.includes('has stopped 3 times in a few minutes')),
    });
    const others = told.filter(({ severity }) => severity === 'error');
    equal(others.length, 1, JSON.stringify(others));
    await editor.screenshot('seen-server-stopped');
    await editor.pressNotification('Report a Problem');
    const report = await waitFor(() => editor.editorText(), 'the report', {
      until: (text) =>
        text.includes('# A problem with Evidence Portfolio') && text.includes('The server does not answer'),
    });
    ok(report.includes('ended by itself: 3 times'), report);
    ok(report.includes('The server does not answer'), report);
    ok(report.includes('evidencePortfolio.language: something else'), report);
    ok(!/Anne|Hidden|a\.md/.test(report), report);
    await editor.screenshot('seen-report-a-problem');
  });
});
