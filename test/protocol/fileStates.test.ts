/** evidencePortfolio/fileStates: what is to be said of files where they are listed. */
import { deepEqual, equal } from 'node:assert/strict';
import type { FileStates } from '../../server/lsp/protocol';
import { startClient, type Client } from './support/client';
import { folderOf, type Folder } from './support/folders';

const method = 'evidencePortfolio/fileStates';
const evidence = (more: string): string => `---\ntitle: T\nelements: [3.2.4]\n${more}\n---\n\nText.\n`;

const start = (folders: readonly Folder[], initializationOptions: object = { fileStates: true }) =>
  startClient({ folders: folders.map((one) => one.uri()), settings: { today: '2026-11-21' }, initializationOptions }); // prettier-ignore

const messagesOf = ({ messages }: Client): readonly FileStates[] =>
  messages.filter((one) => one.method === method).map(({ params }) => params as FileStates);

/** By address, as all that was told adds up to. */
function toldOf(client: Client): Readonly<Record<string, string>> {
  const all = new Map<string, string>();
  for (const { uri, state } of messagesOf(client).flatMap(({ files }) => files)) {
    if (state === null) all.delete(uri);
    else all.set(uri, state.mark);
  }
  return Object.fromEntries([...all].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const until = async (client: Client, expected: Readonly<Record<string, string>>): Promise<void> => {
  await client.waitFor(`states ${JSON.stringify(expected)}`, () => {
    const told = toldOf(client);
    return JSON.stringify(told) === JSON.stringify(expected);
  });
};

describe(method, () => {
  it('tells of all files of all portfolios and folders, and then of what changes', async () => {
    const one = folderOf({
      'portfolio.yaml': 'title: One\nassessment-date: then\n',
      'draft.md': evidence('status: draft'),
      'good.md': evidence('review-by: 2026-11-21'),
      'inner/portfolio.yaml': 'title: Inner\n',
      'inner/late.md': evidence('review-by: 2026-11-20'),
    });
    const two = folderOf({ 'gone.md': evidence('status: withdrawn'), 'readme.md': '# No evidence\n' });
    const client = await start([one, two]);
    const [draft, late, manifest, gone] = [
      one.uri('draft.md'),
      one.uri('inner/late.md'),
      one.uri('portfolio.yaml'),
      two.uri('gone.md'),
    ];
    const sorted = (states: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(states).sort(([left], [right]) => (left < right ? -1 : 1)));
    const first = { [draft]: 'draft', [late]: 'overdue', [manifest]: 'faulty', [gone]: 'withdrawn' };
    await until(client, sorted(first));
    equal(messagesOf(client).length, 1, 'all at once');

    await client.open(draft, evidence('status: approved'));
    await until(client, sorted({ [late]: 'overdue', [manifest]: 'faulty', [gone]: 'withdrawn' }));
    deepEqual(messagesOf(client).at(-1), { files: [{ uri: draft, state: null }] });
    // Of another text below the same block, nothing is to be said.
    const before = messagesOf(client).length;
    await client.change(draft, 2, [{ text: `${evidence('status: approved')}More.\n` }]);
    await client.change(draft, 3, [{ text: evidence('status: aproved') }]);
    await until(client, sorted({ ...first, [draft]: 'faulty' }));
    equal(messagesOf(client).length, before + 1);
  });

  it('tells nobody who has not asked', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'title: One\n', 'draft.md': evidence('status: draft') });
    const client = await start([folder], {});
    await client.settled();
    const other = await start([folder]);
    await until(other, { [folder.uri('draft.md')]: 'draft' });
    deepEqual(messagesOf(client), []);
  });
});
