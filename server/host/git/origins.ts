/** Where the files of a pack came from: the commits that git has of them. */
import type { Origins } from '../../core/pack/origins';
import type { Uri } from '../../core/text/span';
import { relativePath } from '../../core/text/uri';
import { diskPath } from '../disk/diskPath';
import { realPathOf, uriOfPath } from '../disk/nodeFileAccess';
import { commitOf, findRepository, treeOf } from './git';
import { GitError } from './gitProcess';
import { lastCommits } from './lastCommits';
import { unchangedOnDisk } from './workingTree';

export async function originsOf(root: Uri, files: readonly Uri[]): Promise<Origins> {
  const none: Origins = {
    commit: undefined,
    sourceOf: (uri) => relativePath(root, uri),
    commitOf: () => undefined,
  };
  const folder = diskPath(root);
  if (folder === undefined) return none;
  try {
    const repository = await findRepository(folder);
    const top = uriOfPath(realPathOf(repository.top));
    const sourceOf = (uri: Uri): string => relativePath(top, uri);
    const commit = await commitOf(repository, 'HEAD');
    if (commit === undefined) return { ...none, sourceOf };
    const tree = await treeOf(repository, commit);
    const candidates = files.flatMap((uri) => {
      const entry = tree.get(sourceOf(uri));
      return entry?.kind === 'file' ? [{ uri, id: entry.id, pointer: undefined }] : [];
    });
    const unchanged = await unchangedOnDisk(
      candidates,
      { ...repository, folder: repository.top, prefix: '' },
      top,
    );
    const commits = await lastCommits(repository, new Set([...unchanged.files].map(sourceOf)));
    return {
      commit,
      sourceOf,
      commitOf: (uri) => (unchanged.files.has(uri) ? commits.get(sourceOf(uri)) : undefined),
    };
  } catch (error) {
    // A portfolio need not be in git.
    if (error instanceof GitError) return none;
    throw error;
  }
}
