/** The files of a commit are those that the disk would have after a checkout. */
import { deepEqual, equal } from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { relativePath } from '../../../server/core/text/uri';
import type { FileAccess } from '../../../server/host/files/fileAccess';
import { commitOf, findRepository, treeOf } from '../../../server/host/git/git';
import { blobReader } from '../../../server/host/git/blobs';
import { gitFileAccess, topOf } from '../../../server/host/git/fileAccess';
import { nodeFileAccess, uriOfPath } from '../../../server/host/disk/nodeFileAccess';
import type { Repository } from './gitRepository';
import { gitIn, removeRepositories, repositoryWith } from './gitRepository';
import { folderWith, removeFolders } from './support';

const files = {
  '.gitignore': 'top-ignored.md\nbuild/\n',
  'README.md': '# Top\n',
  'lib/.gitignore': '*.draft.md\n!kept.draft.md\n/attachments/old/\n',
  'lib/a.md': 'one\r\ntwo\n',
  'lib/b\n"é😀\\.md': '\uFEFFmark\n',
  'lib/empty.md': '',
  'lib/large.md': 'x'.repeat(5 * 1024 * 1024 + 1),
  'lib/kept.draft.md': 'kept',
  'lib/x.draft.md': 'left out',
  'lib/top-ignored.md': 'left out',
  'lib/build/y.md': 'left out',
  'lib/node_modules/z.md': 'left out',
  'lib/attachments/old/p.pdf': 'left out',
  'lib/attachments/p.pdf': 'here',
  'outside.pdf': 'outside',
};

afterEach(removeFolders);

describe('the files of a commit', () => {
  let repository: Repository;
  let folder: string;
  let access: FileAccess;
  let close: () => void;
  before(async function () {
    repository = repositoryWith(files);
    folder = join(repository.folder, 'lib');
    const other = repositoryWith({ 'in-module.md': 'x' });
    try {
      symlinkSync('a.md', join(folder, 'inner.md'));
      symlinkSync('../outside.pdf', join(folder, 'outer.pdf'));
      symlinkSync('gone.md', join(folder, 'broken.md'));
      symlinkSync('attachments', join(folder, 'folder-link'));
    } catch {
      // Windows lets few people make symbolic links.
      return this.skip();
    }
    repository.git('submodule', '--quiet', 'add', other.folder, 'lib/module');
    repository.git('add', '--all', '--force');
    repository.git('commit', '--quiet', '--message=Everything');
    // What the disk has is what was committed, from the same commands: nothing else may be looked at.
    const found = await findRepository(folder);
    const commit = (await commitOf(found, 'HEAD'))!;
    const blobs = blobReader(folder);
    close = blobs.close;
    access = gitFileAccess({
      top: topOf(found, uriOfPath(folder)),
      tree: await treeOf(found, commit),
      blobs,
    });
  });
  after(() => {
    close();
    removeRepositories();
  });

  const listed = async (from: FileAccess): Promise<readonly string[]> => {
    const { files: uris } = await from.find(uriOfPath(folder));
    return uris.map((uri) => relativePath(uriOfPath(folder), uri)).sort();
  };

  it('are listed as on the disk, without those of a submodule', async () => {
    const onDisk = (await listed(nodeFileAccess)).filter((path) => !path.startsWith('module/'));
    deepEqual(await listed(access), onDisk);
    deepEqual(onDisk, [
      '.gitignore',
      'a.md',
      'attachments/p.pdf',
      'b\n"é😀\\.md',
      'empty.md',
      'kept.draft.md',
      'large.md',
    ]);
  });

  it('hold the same texts, of any size and in any order', async () => {
    const uris = ['empty.md', 'large.md', 'gone.md', 'a.md', 'b\n"é😀\\.md', 'module', 'attachments'].map(
      (path) => uriOfPath(join(folder, path)),
    );
    deepEqual(await access.readMany(uris), await nodeFileAccess.readMany(uris));
    deepEqual(
      (await Promise.all(uris.map((uri) => access.readMany([uri])))).flat(),
      await access.readMany(uris),
    );
  });

  it('are there as on the disk, links included', async () => {
    const paths = [
      ...['a.md', 'gone.md', 'attachments', 'attachments/p.pdf', 'attachments/none', 'build/y.md', '.'],
      ...['inner.md', 'outer.pdf', 'broken.md', '../outside.pdf', 'folder-link', 'module', 'a.md/x'],
    ];
    const uris = paths.map((path) => uriOfPath(join(folder, path)));
    const seen = await access.exist(uris, uriOfPath(folder));
    const there = await nodeFileAccess.exist(uris, uriOfPath(folder));
    deepEqual(
      paths.map((path, at) => [path, seen[at]]),
      paths.map((path, at) => [path, there[at]]),
    );
  });

  it('are read from where git says, not where a hook’s variables lead', async () => {
    process.env['GIT_DIR'] = join(folderWith({}), 'gone');
    try {
      equal((await findRepository(folder)).prefix, 'lib');
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('are named by SHA-256 where the repository does so', async function () {
    const place = folderWith({ 'a.md': 'text' });
    try {
      gitIn(place, 'init', '--quiet', '--object-format=sha256');
    } catch {
      return this.skip();
    }
    equal((await findRepository(place)).hash, 'sha256');
  });
});
