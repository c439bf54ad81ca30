/** A folder of a repository at a commit, and as it stands on the disk: two ways to read files, which can be compared. */
import { join } from 'node:path';
import type { Uri } from '../../core/text/span';
import type { Repository, TreeEntry } from './git';
import { hiddenFiles, treeOf } from './git';
import type { BlobReader } from './blobs';
import { blobReader } from './blobs';
import type { GitFileAccess } from './fileAccess';
import { gitFileAccess, topOf } from './fileAccess';
import { withSubmodules } from './submodules';
import { nodeFileAccess } from '../disk/nodeFileAccess';
import type { RecordingAccess } from '../files/recordingAccess';
import { recording } from '../files/recordingAccess';
import { withHidden } from './sparse';

/** By path from the top. */
export type Tree = ReadonlyMap<string, TreeEntry>;

export interface GitSides {
  readonly top: Uri;
  /** All files of a commit, those of submodules too, by their path from the top. @throws GitError */
  readonly treeAt: (commit: string) => Promise<Tree>;
  /** Paths of submodules of which a commit is not here, as far as trees have been asked for. */
  readonly unknown: ReadonlySet<string>;
  readonly filesOf: (tree: Tree) => GitFileAccess;
  /** @throws GitError */
  readonly onDisk: () => Promise<RecordingAccess>;
  /** Ends what was started. */
  readonly close: () => void;
}

export function gitSides(
  repository: Repository,
  folder: Uri,
  blobs: BlobReader = blobReader(repository.folder),
): GitSides {
  const top = topOf(repository, folder);
  const readers: BlobReader[] = [blobs];
  const unknown = new Set<string>();
  const contents = join(repository.store, 'lfs', 'objects');
  const filesOf = (tree: Tree): GitFileAccess => gitFileAccess({ top, tree, blobs, contents });
  return {
    top,
    unknown,
    treeAt: async (commit) => {
      const whole = await withSubmodules(await treeOf(repository, commit), repository.top);
      for (const path of whole.unknown) unknown.add(path);
      readers.push(...whole.readers);
      return whole.tree;
    },
    filesOf,
    onDisk: async () => {
      const hidden = await hiddenFiles(repository);
      const disk = hidden.size === 0 ? nodeFileAccess : withHidden(nodeFileAccess, filesOf(hidden));
      return recording(disk, repository.hash);
    },
    close: () => {
      for (const reader of readers) reader.close();
    },
  };
}
