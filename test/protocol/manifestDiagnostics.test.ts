/** What an edit elsewhere does to a manifest is told when things are quiet; all that is asked is answered as it is now. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Client } from './support/client';
import { startClient } from './support/client';
import { folderOf } from './support/folders';

const evidence = (elements: string): string => `---\ntitle: A\nelements: ${elements}\n---\n\nText.\n`;
const settings = { today: '2026-11-21' };
const files = { 'portfolio.yaml': 'title: A\n', 'a.md': evidence('[1.1.1]'), 'b.md': evidence('[1.1.1]') };

const told = (client: Client, uri: string): readonly { readonly version?: number }[] =>
  client.messages.flatMap(({ method, params }) => {
    const published = params as { readonly uri: string; readonly version?: number };
    return method === 'textDocument/publishDiagnostics' && published.uri === uri ? [published] : [];
  });

/** All that is shown, as text, by the name of the file. */
const shown = (client: Client, folder: string): readonly string[] =>
  [...client.diagnostics.values()]
    .map(({ uri, diagnostics }) => JSON.stringify([uri.slice(folder.length), diagnostics]))
    .sort();

describe('The diagnostics of a manifest', () => {
  it('are sent once for many edits of evidence, and are those of a server that starts afresh', async () => {
    const folder = folderOf(files);
    const [a, manifest] = [folder.uri('a.md'), folder.uri('portfolio.yaml')];
    const client = await startClient({ folders: [folder.uri()], settings });
    await client.open(a, files['a.md']);
    await client.settled();
    equal(client.codes(manifest).length, 56);
    const before = told(client, manifest).length;
    const edits = 20;
    for (let edit = 1; edit <= edits; edit++)
      await client.change(a, edit + 1, [{ text: evidence(edit % 2 === 0 ? '[1.1.1]' : '[1.1.2, 2.1.1]') }]);
    await client.change(a, edits + 2, [{ text: evidence('[1.1.2, 9.9.9]') }]);
    await client.waitForCodes(a, ['element-unknown']);
    await client.settled();
    equal(client.codes(manifest).length, 55);
    const sent = told(client, manifest).length - before;
    ok(sent > 0 && sent <= edits / 2, `sent ${sent} times for ${edits} edits`);

    folder.write('a.md', evidence('[1.1.2, 9.9.9]'));
    await client.close(a);
    await client.settled();
    const fresh = await startClient({ folders: [folder.uri()], settings });
    await fresh.settled();
    deepEqual(shown(client, folder.uri()), shown(fresh, folder.uri()));
  });

  it('are sent at once where the manifest itself is edited, and not a second time', async () => {
    const folder = folderOf(files);
    const [a, manifest] = [folder.uri('a.md'), folder.uri('portfolio.yaml')];
    const client = await startClient({ folders: [folder.uri()], settings });
    await client.open(a, files['a.md']);
    await client.open(manifest, files['portfolio.yaml']);
    await client.settled();
    for (const [version, elements] of [
      [2, '[1.1.2]'],
      [3, '[1.1.3]'],
      [4, '[1.1.2]'],
    ] as const) {
      await client.change(a, version, [{ text: evidence(elements) }]);
      await client.change(manifest, version, [{ text: `title: A\nstatus: ${version}\nrules: { x: off }\n` }]);
      // Answers come in order: what is said at once is there before the answer to what is asked after it.
      await client.coverage();
      equal(client.diagnostics.get(manifest)?.version, version);
      ok(client.codes(manifest).length > 50);
    }
    await client.settled();
    deepEqual(
      told(client, manifest).flatMap(({ version }) =>
        version === undefined || version < 2 ? [] : [version],
      ),
      [2, 3, 4],
    );
  });

  it('wait for nobody who asks: coverage and quick fixes know of the edit', async () => {
    const folder = folderOf(files);
    const [a, manifest] = [folder.uri('a.md'), folder.uri('portfolio.yaml')];
    const client = await startClient({ folders: [folder.uri()], settings });
    await client.open(a, files['a.md']);
    await client.open(manifest, files['portfolio.yaml']);
    await client.settled();
    const uncovered = client.diagnostics
      .get(manifest)!
      .diagnostics.filter(({ message }) => (message as string).startsWith('1.1.2'));
    equal(uncovered.length, 1);
    const titles = async (): Promise<readonly string[]> =>
      ((await client.codeActions(manifest, uncovered)) ?? []).map(({ title }) => title);
    ok((await titles()).some((title) => title.includes('1.1.2')));
    await client.change(a, 2, [{ text: evidence('[1.1.1, 1.1.2]') }]);
    const [portfolio] = await client.coverage();
    equal(portfolio?.summary.evidenced, 2);
    ok(!(await titles()).some((title) => title.includes('1.1.2')));
  });

  it('that have become none are taken away, and a file that goes while they wait leaves nothing', async () => {
    const rated = 'rules: { element-uncovered: off }\nassessment:\n  1.1.2: { self: compliant }\n';
    const folder = folderOf({ ...files, 'portfolio.yaml': rated });
    const [a, manifest] = [folder.uri('a.md'), folder.uri('portfolio.yaml')];
    const client = await startClient({ folders: [folder.uri()], settings });
    await client.open(a, files['a.md']);
    await client.settled();
    deepEqual(client.codes(manifest), ['rated-without-evidence']);
    await client.change(a, 2, [{ text: evidence('[1.1.2]') }]);
    await client.waitForCodes(manifest, []);
    await client.change(a, 3, [{ text: evidence('[1.1.1]') }]);
    folder.remove('portfolio.yaml');
    await client.watched(['deleted', manifest]);
    await client.settled();
    deepEqual(client.codes(manifest), []);
  });
});
