/** Files that are opened by themselves, with a disk that answers when it is told to. */
import { deepEqual, equal, ok } from 'node:assert/strict';
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
    openDocuments: () => [...open],
    add: (folder) => Promise.resolve(void said.push(`add ${folder}`)),
    remove: (folder) => Promise.resolve(void said.push(`remove ${folder}`)),
    isClearlyOurs: () => true,
    standAlone: (uris) => Promise.resolve(void said.push(`alone ${uris.join()}`)),
  });
  const visit = visited.review();
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

  it('is looked for once, where many are opened at once', async () => {
    const { visited, said, answer, visit } = await asked(['file:///p/portfolio.yaml']);
    const reviews = Array.from({ length: 10 }, () => visited.review());
    equal(new Set(reviews).size, 1);
    const change = visited.foldersChange([], () => Promise.resolve());
    ok(visited.review() !== reviews[0], 'what is asked after a change of folders comes after it');
    answer();
    await Promise.all([visit, change, ...reviews]);
    deepEqual(said, ['add file:///p']);
  });

  it('is left where its folder comes while the disk is asked, before that is read', async () => {
    const { visited, said, answer, visit } = await asked(['file:///p/portfolio.yaml']);
    const change = visited.foldersChange(['file:///p'], () => Promise.resolve(void said.push('change')));
    answer();
    await Promise.all([visit, change]);
    deepEqual(said, ['add file:///p', 'remove file:///p', 'change']);
    deepEqual(visited.roots, []);
  });
});

/** What is visited with these files open, one after the other, while manifests come and go. */
function visiting(manifests: Set<string>, open: Set<string>) {
  const [roots, lone] = [new Set<string>(), new Set<string>()];
  const disk: Pick<FileAccess, 'exist'> = {
    exist: (places) => Promise.resolve(places.map((place) => manifests.has(place))),
  };
  const visited = new Visited({
    disk: disk as FileAccess,
    home: undefined,
    folders: () => [...roots, ...[...lone].map((one) => one.slice(0, one.lastIndexOf('/')))],
    shared: () => [],
    isOpen: (one) => open.has(one),
    openDocuments: () => [...open],
    add: (folder) => Promise.resolve(void roots.add(folder)),
    remove: (folder) => Promise.resolve(void roots.delete(folder)),
    isClearlyOurs: () => true,
    standAlone: (uris) => {
      lone.clear();
      for (const one of uris) lone.add(one);
      return Promise.resolve();
    },
  });
  return async () => {
    await visited.review();
    return { roots: [...roots].sort(), lone: [...lone].sort() };
  };
}

describe('What is above files that are opened by themselves', () => {
  const inner = 'file:///p/q/b.md';
  const [outerManifest, innerManifest] = ['file:///p/portfolio.yaml', 'file:///p/q/portfolio.yaml'];
  const states: readonly (readonly [string, readonly string[], readonly string[], object])[] = [
    ['nothing', [], [uri, inner], { roots: [], lone: [uri, inner] }],
    ['a manifest', [outerManifest], [uri, inner], { roots: ['file:///p'], lone: [] }],
    ['a manifest of one of them', [innerManifest], [uri, inner], { roots: ['file:///p/q'], lone: [uri] }],
    ['a manifest inside of another', [outerManifest, innerManifest], [uri, inner], { roots: ['file:///p'], lone: [] }],
    ['two manifests, of which the nearest counts', [outerManifest, innerManifest], [inner], { roots: ['file:///p/q'], lone: [] }],
    ['a manifest at the top of all', ['file:///portfolio.yaml'], [inner], { roots: ['file:///'], lone: [] }],
    ['a manifest, and no file', [outerManifest], [], { roots: [], lone: [] }],
  ]; // prettier-ignore

  for (const [before, hadManifests, wereOpen] of states)
    for (const [after, manifestsNow, openNow, expected] of states)
      it(`is visited, and no more: ${after}, where it was ${before}`, async () => {
        const [manifests, open] = [new Set(hadManifests), new Set(wereOpen)];
        const review = visiting(manifests, open);
        await review();
        manifests.clear();
        open.clear();
        for (const manifest of manifestsNow) manifests.add(manifest);
        for (const file of openNow) open.add(file);
        deepEqual(await review(), expected);
      });
});
