/** Files that are opened by themselves, with a disk that answers when it is told to. */
import { deepEqual } from 'node:assert/strict';
import type { FileAccess } from '../../../server/host/files/fileAccess';
import { Visited } from '../../../server/lsp/visited';
import { nextTurn } from '../../../server/host/files/nextTurn';

const uri = 'file:///p/a.md';

/** A portfolio in `/p`, and a disk that has been asked for it. */
async function asked(manifests: readonly string[]) {
  const said: string[] = [];
  const open = new Set([uri]);
  let answer = (): void => undefined;
  const waits = new Promise<void>((resolve) => (answer = resolve));
  const disk: Pick<FileAccess, 'exist'> = {
    exist: async (places) => {
      await waits;
      return places.map((place) => manifests.includes(place));
    },
  };
  const visited = new Visited({
    disk: disk as FileAccess,
    home: undefined,
    folders: () => [],
    shared: () => [],
    isOpen: (one) => open.has(one),
    add: (folder) => Promise.resolve(void said.push(`add ${folder}`)),
    remove: (folder) => Promise.resolve(void said.push(`remove ${folder}`)),
    isClearlyOurs: () => true,
    standAlone: (uris) => Promise.resolve(void said.push(`alone ${uris.join()}`)),
  });
  const visit = visited.opened(uri);
  await nextTurn();
  return { visited, said, open, answer, visit };
}

describe('A file that is opened by itself', () => {
  for (const [what, manifests, held] of [
    ['with a portfolio above it', ['file:///p/portfolio.yaml'], 'add file:///p'],
    ['alone', [], `alone ${uri}`],
  ] as const) {
    it(`${what}, is visited`, async () => {
      const { said, answer, visit } = await asked(manifests);
      answer();
      await visit;
      deepEqual(said, [held]);
    });

    it(`${what}, is not visited where it was closed while the disk was asked`, async () => {
      const { visited, said, open, answer, visit } = await asked(manifests);
      open.delete(uri);
      answer();
      await visit;
      deepEqual(said, []);
      deepEqual(visited.holds(uri), false);
    });
  }

  it('is left where its folder comes while the disk is asked, before that is read', async () => {
    const { visited, said, answer, visit } = await asked(['file:///p/portfolio.yaml']);
    const change = visited.foldersChange(['file:///p'], () => Promise.resolve(void said.push('change')));
    answer();
    await Promise.all([visit, change]);
    deepEqual(said, ['add file:///p', 'remove file:///p', 'change']);
    deepEqual(visited.roots, []);
  });
});
