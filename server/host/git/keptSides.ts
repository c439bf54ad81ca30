/**
 * What git has under a name stays what it is: trees, lists of their files and texts are kept for the next comparison.
 * Where the name of a commit leads, and what stands on the disk, is not.
 */
import type { Uri } from '../../core/text/span';
import type { Listing, ReadOutcome } from '../files/fileAccess';
import type { BlobReader } from './blobs';
import { blobReader } from './blobs';
import type { GitFileAccess } from './fileAccess';
import type { Repository } from './git';
import type { GitSides, Tree } from './sides';
import { gitSides } from './sides';

/** Commits of which the tree is kept. */
const mostTrees = 2;
/** UTF-16 code units of the texts that are kept, all together. */
const mostText = 4_000_000;

/** Opens the sides of a repository; what was read of it for the last ones is not read again. */
export function keepingSides(): typeof gitSides {
  let last:
    { readonly key: string; readonly sides: GitSides; readonly hasModules: () => boolean } | undefined;
  return (repository, folder) => {
    const key = JSON.stringify([repository, folder]);
    // Of a submodule, what is here may come and go.
    if (last?.key !== key || last.hasModules()) last = { key, ...keptSides(repository, folder) };
    return last.sides;
  };
}

function keptSides(
  repository: Repository,
  folder: Uri,
): { readonly sides: GitSides; readonly hasModules: () => boolean } {
  const sides = gitSides(repository, folder, keptBlobs(repository.folder));
  const trees = new Map<string, Tree>();
  const files = new WeakMap<Tree, GitFileAccess>();
  let hasModules = false;
  return {
    hasModules: () => hasModules,
    sides: {
      ...sides,
      treeAt: async (commit) => {
        const tree = trees.get(commit) ?? (await sides.treeAt(commit));
        if (!trees.has(commit)) hasModules ||= [...tree.values()].some(({ kind }) => kind === 'submodule');
        // The one that was asked for last goes last.
        trees.delete(commit);
        trees.set(commit, tree);
        for (const oldest of trees.keys()) if (trees.size > mostTrees) trees.delete(oldest);
        return tree;
      },
      filesOf: (tree) => {
        const kept = files.get(tree) ?? listedOnce(sides.filesOf(tree));
        files.set(tree, kept);
        return kept;
      },
    },
  };
}

function listedOnce(access: GitFileAccess): GitFileAccess {
  const listings = new Map<Uri, Listing>();
  return {
    ...access,
    find: async (folder) => {
      const listing = listings.get(folder) ?? (await access.find(folder));
      listings.set(folder, listing);
      return listing;
    },
  };
}

/** Can be read from after it was closed: git is started again for what is not kept. */
function keptBlobs(folder: string): BlobReader {
  const kept = new Map<string, ReadOutcome>();
  let size = 0;
  let reader: BlobReader | undefined;
  return {
    read: async (ids) => {
      const outcomes = new Map(ids.map((id) => [id, kept.get(id)]));
      const asked = [...outcomes.keys()].filter((id) => outcomes.get(id) === undefined);
      const read = await (reader ??= blobReader(folder)).read(asked);
      for (const [at, id] of asked.entries()) {
        const outcome = read[at] ?? { kind: 'absent' };
        outcomes.set(id, outcome);
        size += outcome.kind === 'text' ? outcome.text.length : 0;
        kept.set(id, outcome);
      }
      if (size > mostText) {
        kept.clear();
        size = 0;
      }
      return ids.map((id) => outcomes.get(id) ?? { kind: 'absent' });
    },
    close: () => {
      reader?.close();
      reader = undefined;
    },
  };
}
