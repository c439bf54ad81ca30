/** A folder that changes as a whole: a checkout under two servers, and one that goes while it is read. */
import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

const evidence = (element: string): string => `---\ntitle: A\nelements: [${element}]\n---\n\nText.\n`;
const manifest = 'title: T\nrules: { element-uncovered: off }\n';
const portfolio = { 'portfolio.yaml': manifest, 'a.md': evidence('3.2.4'), 'b.md': evidence('1.1.9') };

/** What a server says of a folder: its findings, and which files are evidence. */
async function saidOf(client: Client) {
  await client.settled();
  const findings = [...client.diagnostics.values()]
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(({ uri, diagnostics }) => `${uri}: ${diagnostics.map(({ code }) => code).join()}`)
    .sort();
  return { findings, evidence: (await client.coverage()).flatMap(({ nodes }) => nodes.flatMap(pathsBelow)) };
}

const many = 1000;
const manyFiles = (element: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: many }, (_, at) => [`part-${at % 7}/${at}.md`, evidence(element)]));

describe('A folder that changes as a whole', () => {
  it('is known as it is after a checkout that swaps a thousand files, to each of two servers on it', async () => {
    const folder = folderOf({ 'portfolio.yaml': manifest, ...manyFiles('3.2.4') });
    const git = (...words: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
        cwd: folder.path,
      });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'One');
    git('checkout', '--quiet', '-b', 'other');
    for (const [path, text] of Object.entries(manyFiles('1.1.9'))) folder.write(path, text);
    git('commit', '--quiet', '--all', '--message', 'Two');
    git('checkout', '--quiet', 'main');
    const start = () => startClient({ folders: [folder.uri()] });
    const clients = [await start(), await start()];
    const events = Object.keys(manyFiles('')).map((path) => ['changed', folder.uri(path)] as const);
    for (const branch of ['other', 'main', 'other']) {
      for (const client of clients) await client.settled();
      git('checkout', '--quiet', branch);
      await Promise.all(clients.map((client) => client.watched(...events)));
      const fresh = await start();
      const expected = await saidOf(fresh);
      equal(expected.evidence.length, branch === 'main' ? many : 0);
      for (const client of clients) {
        const { findings, evidence: paths } = await saidOf(client);
        deepEqual([findings, paths], [expected.findings, expected.evidence]);
      }
      await fresh.stop();
    }
  });

  for (const [name, goes] of [
    ['is closed', () => undefined],
    ['goes from the disk', (folder: Folder) => rmSync(folder.path, { recursive: true })],
  ] as const)
    it(`leaves nothing where it ${name} while it is read`, async () => {
      const folder = folderOf({ 'portfolio.yaml': manifest, ...manyFiles('1.1.9') });
      const other = folderOf(portfolio);
      const client = await startClient({ folders: [folder.uri(), other.uri()] });
      goes(folder);
      await client.foldersChanged([], [folder.uri()]);
      const { evidence: paths } = await saidOf(client);
      deepEqual(paths, [other.uri('a.md')]);
      const told = [...client.diagnostics.values()].filter(({ diagnostics }) => diagnostics.length > 0);
      deepEqual(
        told.map(({ uri }) => uri),
        [other.uri('b.md')],
      );
      equal(await client.stop(), 0);
    });
});

interface Node {
  readonly evidence?: readonly { readonly uri: string }[];
  readonly children: readonly Node[];
}

const pathsBelow = ({ evidence: own = [], children }: Node): readonly string[] => [
  ...own.map(({ uri }) => uri),
  ...children.flatMap(pathsBelow),
];
