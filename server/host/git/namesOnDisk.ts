/** Names that git takes for one, and the disk has in another spelling: other letters of the same, composed otherwise. */
import type { Repository, TreeEntry } from './git';
import { settingOf } from './git';

/**
 * The tree of a base with its paths spelt as the working tree spells them, where git would not see a difference.
 * @param paths of the working tree, from the top of the repository
 */
export async function asSpelt(
  tree: ReadonlyMap<string, TreeEntry>,
  paths: readonly string[],
  repository: Repository,
): Promise<ReadonlyMap<string, TreeEntry>> {
  const come = paths.filter((path) => !tree.has(path));
  if (come.length === 0) return tree;
  const [ignoresCase, composes] = await Promise.all(
    ['core.ignorecase', 'core.precomposeunicode'].map(
      async (name) => (await settingOf(repository, name)) === 'true',
    ),
  );
  if (!ignoresCase && !composes) return tree;
  const fold = (path: string): string => {
    const composed = composes ? path.normalize('NFC') : path;
    return ignoresCase ? composed.toLowerCase() : composed;
  };
  const there = new Set(paths);
  const spelt = new Map(come.map((path) => [fold(path), path]));
  return new Map(
    Array.from(tree, ([path, entry]) => {
      const found = there.has(path) ? undefined : spelt.get(fold(path));
      return [found ?? path, entry];
    }),
  );
}
