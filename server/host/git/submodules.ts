/** Files of submodules: they belong to repositories of their own, at the commit that the outer one names. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeEntry } from './git';
import { commitOf, findRepository, treeOf } from './git';
import { GitError } from './gitProcess';
import type { BlobReader } from './blobs';
import { blobReader } from './blobs';

export interface WithSubmodules {
  readonly tree: ReadonlyMap<string, TreeEntry>;
  /** Paths of submodules that are checked out here, without the commit that is asked for. */
  readonly unknown: readonly string[];
  readonly readers: readonly BlobReader[];
}

/** A submodule that nobody has checked out has no files, here and there. @param top a path of this machine */
export async function withSubmodules(
  tree: ReadonlyMap<string, TreeEntry>,
  top: string,
): Promise<WithSubmodules> {
  const modules = [...tree].filter(([, { kind }]) => kind === 'submodule');
  if (modules.length === 0) return { tree, unknown: [], readers: [] };
  const all = new Map(tree);
  const unknown: string[] = [];
  const readers: BlobReader[] = [];
  for (const [path, { id }] of modules) {
    const place = join(top, path);
    // Without it, git would take the outer repository for that of the folder.
    if (!existsSync(join(place, '.git'))) continue;
    const inner = await treeIn(place, id);
    if (!inner) {
      unknown.push(path);
      continue;
    }
    const blobs = blobReader(place);
    const nested = await withSubmodules(inner, place);
    readers.push(blobs, ...nested.readers);
    unknown.push(...nested.unknown.map((below) => `${path}/${below}`));
    for (const [below, entry] of nested.tree) all.set(`${path}/${below}`, { blobs, ...entry });
  }
  return { tree: all, unknown, readers };
}

async function treeIn(place: string, commit: string): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
  try {
    const repository = await findRepository(place);
    return (await commitOf(repository, commit)) === undefined ? undefined : await treeOf(repository, commit);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
