/** The files of a commit, read from git's objects. The working tree may hold anything, or nothing. */
import type { Uri } from '../core/model';
import { isWithin, joinPath, parentUri, relativePath } from '../core/uri';
import type { FileAccess, Listing, ReadOutcome } from './fileAccess';
import { skippedFolders } from './fileAccess';
import type { Repository, TreeEntry } from './git';
import type { BlobReader } from './gitBlobs';
import { ignoreRules } from './ignoreRules';

export interface Commit {
  /** The top of the repository. */
  readonly top: Uri;
  /** By path from the top. */
  readonly tree: ReadonlyMap<string, TreeEntry>;
  readonly blobs: BlobReader;
}

/** The top of a repository as a URI, from that of the folder in which it was found. */
export function topOf({ prefix }: Repository, folder: Uri): Uri {
  let top = folder;
  for (const segment of prefix.split('/')) if (segment !== '') top = parentUri(top);
  return top;
}

export interface GitFileAccess extends FileAccess {
  /** The object that holds a file's text; none where there is no file. */
  readonly idsOf: (uri: Uri) => readonly string[];
}

/** Links are not followed out of the folder asked for, and never read; submodules are folders with nothing in them. */
export function gitFileAccess({ top, tree, blobs }: Commit): GitFileAccess {
  const pathOf = (uri: Uri): string => relativePath(top, uri);
  const idOf = (uri: Uri): string | undefined => {
    const entry = tree.get(pathOf(uri));
    return entry?.kind === 'file' ? entry.id : undefined;
  };
  let folders: ReadonlySet<string> | undefined;
  const isFolder = (path: string): boolean => {
    folders ??= foldersOf(tree.keys());
    return path === '.' || folders.has(path);
  };
  const exists = async (uri: Uri, boundary: Uri, links = 0): Promise<boolean | 'outside'> => {
    if (!isWithin(boundary, uri)) return 'outside';
    if (links > 5) return false;
    const path = pathOf(uri);
    const entry = tree.get(path);
    if (!entry || entry.kind === 'submodule') return entry !== undefined || isFolder(path);
    if (entry.kind === 'file') return true;
    const [target] = await blobs.read([entry.id]);
    if (target?.kind !== 'text') return false;
    if (/^(?:\/|[A-Za-z]:|\\)/.test(target.text)) return 'outside';
    return exists(joinPath(parentUri(uri), target.text), boundary, links + 1);
  };
  return {
    idsOf: (uri) => [idOf(uri) ?? []].flat(),
    find: (folder) => find(folder, { top, tree, blobs }),
    readMany: async (uris) => {
      const ids = uris.map(idOf);
      const outcomes = await blobs.read(ids.filter((id) => id !== undefined));
      let at = 0;
      return ids.map((id): ReadOutcome =>
        id === undefined ? { kind: 'absent' } : (outcomes[at++] ?? { kind: 'absent' }),
      );
    },
    exist: (uris, boundary) => Promise.all(uris.map((uri) => exists(uri, boundary))),
  };
}

async function find(folder: Uri, { top, tree, blobs }: Commit): Promise<Listing> {
  const within = relativePath(top, folder);
  const prefix = within === '.' ? '' : `${within}/`;
  const rules = ignoreRules();
  const ignores = [...tree].filter(
    ([path, { kind }]) => kind === 'file' && /(?:^|\/)\.gitignore$/.test(path) && isOnTheWay(path, prefix),
  );
  const texts = await blobs.read(ignores.map(([, { id }]) => id));
  for (const [at, [path]] of ignores.entries()) {
    const outcome = texts[at];
    if (outcome?.kind === 'text') rules.add(parentUri(joinPath(top, path)), outcome.text);
  }
  const left = new Map<string, boolean>();
  const isLeftOut = (path: string): boolean => {
    if (path.length < prefix.length || path === '') return false;
    const known = left.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const out =
      skippedFolders.has(path.slice(slash + 1)) ||
      isLeftOut(path.slice(0, Math.max(0, slash))) ||
      rules.ignoresFolder(joinPath(top, path));
    left.set(path, out);
    return out;
  };
  const files: Uri[] = [];
  for (const [path, { kind }] of tree) {
    if (kind !== 'file' || !path.startsWith(prefix)) continue;
    if (isLeftOut(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) continue;
    const uri = joinPath(top, path);
    if (!rules.ignoresFile(uri)) files.push(uri);
  }
  return { files, isIgnored: (uri) => rules.ignoresPath(folder, uri), ignoring: rules.folders() };
}

/** A `.gitignore` below a folder, or in one above it. */
const isOnTheWay = (path: string, prefix: string): boolean =>
  path.startsWith(prefix) || prefix.startsWith(path.slice(0, -'.gitignore'.length));

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
