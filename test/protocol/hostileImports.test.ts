/** Files that ask for far more than they are, given to every request of an editor that takes the bytes of one. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangePreview, CommandResult, PackChecked } from '../../server/lsp/protocol';
import * as protocol from '../../server/lsp/protocol';
import { hostileFiles } from '../unit/hostile/files';
import { everything, startClient } from './support/client';
import type { Client } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

/** By their names: whoever adds one has it tried. */
const imports = Object.values(protocol)
  .flatMap((one) => (typeof one === 'object' && 'method' in one ? [one.method] : []))
  .filter((method) => method.endsWith('Import'))
  .sort();

/** All of them read a file in one way: one import gets all files, the others some, so that this takes seconds. */
const triedBy = (method: string): typeof hostileFiles =>
  method.endsWith('/matrixImport') ? hostileFiles : hostileFiles.filter((_, at) => at % 4 === 0);

/** What is said of a file does not grow with what it promises; half of it is what would be written. */
const mostSaid = 12_000_000;

const portfolio = {
  'portfolio.yaml': 'title: A\n',
  'a.md': '---\ntitle: A\nelements: [1.1.1]\n---\n\nText.\n',
};

async function start(files: Readonly<Record<string, string>>): Promise<readonly [Folder, Client]> {
  const folder = folderOf(files);
  const client = await startClient({ folders: [folder.uri()], capabilities: everything });
  await client.settled();
  return [folder, client];
}

/** An answer in words, without a word of the program's inside. */
function ensureWords(about: string, answer: unknown): void {
  const said = JSON.stringify(answer);
  ok(said.length < mostSaid, `${about}: ${said.length}`);
  ok(
    !/\\n\s+at |TypeError|RangeError|root:|\[object|Something went wrong/.test(said),
    `${about}: ${said.slice(0, 500)}`,
  );
}

describe('A file that asks for far more than it is, in an editor', () => {
  it('is given to each request that takes one', () => {
    deepEqual(imports, ['evidencePortfolio/assessmentImport', 'evidencePortfolio/matrixImport', 'evidencePortfolio/planImport']); // prettier-ignore
  });

  for (const method of imports)
    it(`has a bounded answer in words: ${method}`, async () => {
      const [folder, client] = await start(portfolio);
      for (const { name, bytes } of triedBy(method)) {
        const base64 = Buffer.from(bytes()).toString('base64');
        const answer = await client.request<ChangePreview>(method, { root: folder.uri(), name, base64 });
        ensureWords(name, answer);
        if (answer.kind === 'refused') ok(answer.message.length < 5000, `${name}: ${answer.message}`);
        else equal(answer.kind, 'preview', name);
      }
    });

  it('has one as a pack that is checked', async () => {
    const [folder, client] = await start(portfolio);
    for (const { name, bytes } of hostileFiles) {
      writeFileSync(join(folder.path, name), bytes());
      const params = { place: folder.uri(name), kind: 'zip' };
      ensureWords(name, await client.request<PackChecked>('evidencePortfolio/packCheck', params));
    }
  });

  it('has one as a standard that a portfolio names', async () => {
    const files = hostileFiles.map(
      ({ name }, at) => [`p${at}/portfolio.yaml`, `standard: ${name}\n`] as const,
    );
    const folder = folderOf(Object.fromEntries(files));
    for (const [at, { name, bytes }] of hostileFiles.entries())
      writeFileSync(join(folder.path, `p${at}`, name), bytes());
    const client = await startClient({ folders: [folder.uri()], capabilities: everything });
    await client.settled();
    for (const [at, { name }] of hostileFiles.entries()) {
      const answer = await client.request<CommandResult>('workspace/executeCommand', {
        command: 'evidencePortfolio.server.importStandard',
        arguments: [{ root: folder.uri(`p${at}`) }],
      });
      ensureWords(name, answer);
    }
  });
});
