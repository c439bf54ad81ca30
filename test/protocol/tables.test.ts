/** Tables to work in, as an editor asks for them. */
import { deepEqual } from 'node:assert/strict';
import type { EvidenceTable } from '../../server/lsp/protocol';
import { startClient } from './support/client';
import { folderOf } from './support/folders';

const evidence = (title: string): string => `---\ntitle: ${title}\nelements: [3.2.4]\n---\n\nText.\n`;

describe('evidencePortfolio/evidenceTable', () => {
  it('answers for the portfolio that is asked for, and null where there is none', async () => {
    const folder = folderOf({
      'one/portfolio.yaml': 'title: One\n',
      'one/a.md': evidence('A'),
      'two/portfolio.yaml': 'title: Two\n',
      'two/b.md': evidence('B'),
    });
    const client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' } });
    await client.settled();
    const tableOf = (path: string): Promise<EvidenceTable | null> =>
      client.request('evidencePortfolio/evidenceTable', { root: folder.uri(path) });
    const tables = await Promise.all(['one', 'two', 'three'].map(tableOf));
    deepEqual(
      tables.map((table) => table && [table.root, table.title, table.rows.map(({ path }) => path)]),
      [[folder.uri('one'), 'One', ['a.md']], [folder.uri('two'), 'Two', ['b.md']], null],
    );
  });
});
