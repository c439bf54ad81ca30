/** Where a folder was, that the base does not have: under the name from which git would say it was renamed. */
import type { TreeEntry } from './git';

/**
 * @param tree of the base
 * @param prefix the folder's path from the top of the repository
 * @param names how git calls the files of the folder as they are now, by path from the folder
 * @param isThere whether a file of the base is there still, by its path: then this folder is a copy
 * @returns the path of the folder before; undefined where it was nowhere
 */
export function folderBefore(
  tree: ReadonlyMap<string, TreeEntry>,
  prefix: string,
  names: ReadonlyMap<string, readonly string[]>,
  isThere: (path: string) => boolean,
): string | undefined {
  if (!mayHaveMoved(tree, prefix)) return undefined;
  const paths = new Map<string, string[]>();
  for (const [path, ids] of names) for (const id of ids) paths.set(id, [...(paths.get(id) ?? []), path]);
  const votes = new Map<string, string[]>();
  for (const [path, { id }] of tree) {
    const below = paths.get(id)?.find((end) => path === end || path.endsWith(`/${end}`));
    if (below === undefined) continue;
    const folder = path.slice(0, Math.max(0, path.length - below.length - 1));
    votes.set(folder, [...(votes.get(folder) ?? []), path]);
  }
  const [best] = [...votes].sort(([, one], [, other]) => other.length - one.length);
  if (!best || best[1].length * 2 < names.size || best[1].some(isThere)) return undefined;
  return best[0];
}

/** Whether a folder is none of the base. @param prefix its path from the top of the repository */
export function mayHaveMoved(tree: ReadonlyMap<string, TreeEntry>, prefix: string): boolean {
  if (prefix === '') return false;
  for (const path of tree.keys()) if (path.startsWith(`${prefix}/`)) return false;
  return true;
}

/** The tree as if a folder had always had another name. */
export const withFolderAt = (
  tree: ReadonlyMap<string, TreeEntry>,
  from: string,
  to: string,
): ReadonlyMap<string, TreeEntry> =>
  new Map(
    Array.from(tree, ([path, entry]) => [
      from === '' ? `${to}/${path}` : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path,
      entry,
    ]),
  );
