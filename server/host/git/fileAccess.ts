/** The files of a commit, read from git's objects. The working tree may hold anything, or nothing. */
import type { Uri } from '../../core/text/span';
import { fileName, isWithin, joinPath, parentUri, relativePath } from '../../core/text/uri';
import { isManifestName } from '../../core/text/manifestName';
import type { FileAccess, Listing, ReadOutcome } from '../files/fileAccess';
import { danglingReason, skippedFolders } from '../files/fileAccess';
import type { Repository, TreeEntry } from './git';
import type { BlobReader } from './blobs';
import { ignoreRules } from '../files/ignoreRules';
import type { LfsPointer } from '../disk/lfsPointer';
import { lfsPointer, withContent } from '../disk/lfsPointer';
import { isRaw, misnamedReason } from '../disk/rawNames';

export interface Commit {
  /** The top of the repository. */
  readonly top: Uri;
  /** By path from the top. */
  readonly tree: ReadonlyMap<string, TreeEntry>;
  /** Of the repository whose tree it is. */
  readonly blobs: BlobReader;
  /** The folder in which Git LFS keeps contents; undefined: what is a pointer stays one. */
  readonly contents?: string | undefined;
}

/** The top of a repository as a URI, from that of the folder in which it was found. */
export function topOf({ prefix }: Pick<Repository, 'prefix'>, folder: Uri): Uri {
  let top = folder;
  for (const segment of prefix.split('/')) if (segment !== '') top = parentUri(top);
  return top;
}

export interface GitFileAccess extends FileAccess {
  /** Of files that are pointers of Git LFS, what they say; undefined for others. */
  readonly pointersOf: (uris: readonly Uri[]) => Promise<readonly (LfsPointer | undefined)[]>;
  /** The object that holds a file's text; none where there is no file. */
  readonly idsOf: (uri: Uri) => readonly string[];
}

type Led = TreeEntry | 'folder' | 'outside' | undefined;

/** Links are not followed out of the folder asked for; submodules whose files are not here are folders with nothing in them. */
export function gitFileAccess(commit: Commit): GitFileAccess {
  const { top, tree } = commit;
  const pathOf = (uri: Uri): string => relativePath(top, uri);
  const idOf = (uri: Uri): string | undefined => {
    const entry = tree.get(pathOf(uri));
    return entry?.kind === 'file' ? entry.id : undefined;
  };
  const led = followerIn(commit);
  /** A file that is a link is there where somebody says how far it may lead. */
  const found = async (uri: Uri, boundary: Uri | undefined): Promise<Led | 'dangling'> => {
    const entry = tree.get(pathOf(uri));
    if (entry?.kind !== 'link') return entry;
    if (boundary === undefined) return undefined;
    return (await led(uri, boundary)) ?? 'dangling';
  };
  return {
    idsOf: (uri) => {
      const id = idOf(uri);
      return id === undefined ? [] : [id];
    },
    pointersOf: async (uris) => {
      const entries = uris.flatMap((uri) => tree.get(pathOf(uri)) ?? []);
      const pointers = await pointersIn(entries, commit);
      return uris.map((uri) => pointers.get(idOf(uri) ?? ''));
    },
    find: (folder) => find(folder, commit),
    readMany: async (uris, boundary) => {
      const all = await Promise.all(uris.map((uri) => found(uri, boundary)));
      const files = all.flatMap((one) => (typeof one === 'object' && one.kind === 'file' ? [one] : []));
      const texts = await readEntries(files, commit);
      let at = 0;
      return all.map((one, place): ReadOutcome => {
        if (one === 'outside') return { kind: 'outside' };
        if (one === 'dangling') return { kind: 'unreadable', reason: danglingReason };
        if (typeof one !== 'object' || one.kind !== 'file') return { kind: 'absent' };
        const outcome = texts[at++] ?? { kind: 'absent' };
        return one.isMisnamed
          ? { kind: 'unreadable', reason: misnamedReason(fileName(uris[place] ?? '')) }
          : outcome;
      });
    },
    exist: (uris, boundary) =>
      Promise.all(
        uris.map(async (uri) => {
          const leads = await led(uri, boundary);
          return leads === 'outside' ? leads : leads !== undefined;
        }),
      ),
  };
}

/** Where a path leads, links followed as far as they stay within the boundary. */
function followerIn(commit: Commit): (uri: Uri, boundary: Uri) => Promise<Led> {
  const { top, tree } = commit;
  let folders: ReadonlySet<string> | undefined;
  const isFolder = (path: string): boolean => {
    folders ??= foldersOf(tree.keys());
    return path === '.' || folders.has(path);
  };
  const led = async (uri: Uri, boundary: Uri, links = 0): Promise<Led> => {
    if (!isWithin(boundary, uri)) return 'outside';
    if (links > 5) return undefined;
    const path = relativePath(top, uri);
    const entry = tree.get(path);
    if (!entry) return isFolder(path) ? 'folder' : undefined;
    if (entry.kind !== 'link') return entry.kind === 'file' ? entry : 'folder';
    const [target] = await readEntries([entry], commit);
    if (target?.kind !== 'text') return undefined;
    if (/^(?:\/|[A-Za-z]:|\\)/.test(target.text)) return 'outside';
    return led(joinPath(parentUri(uri), target.text), boundary, links + 1);
  };
  return led;
}

/** By the name of the object. */
async function pointersIn(
  entries: readonly TreeEntry[],
  commit: Commit,
): Promise<ReadonlyMap<string, LfsPointer>> {
  const outcomes = await storedOf(entries, commit);
  return new Map(
    entries.flatMap(({ id }, at) => {
      const outcome = outcomes[at];
      const pointer = outcome?.kind === 'text' ? lfsPointer(outcome.text) : undefined;
      return pointer ? [[id, pointer] as const] : [];
    }),
  );
}

const readEntries = async (entries: readonly TreeEntry[], commit: Commit): Promise<readonly ReadOutcome[]> =>
  (await storedOf(entries, commit)).map((outcome) => withContent(outcome, commit.contents));

/** Objects of several repositories, each read where it is, as git has stored them. */
async function storedOf(entries: readonly TreeEntry[], { blobs }: Commit): Promise<readonly ReadOutcome[]> {
  const readers = new Map<BlobReader, TreeEntry[]>();
  for (const entry of entries) {
    const reader = entry.blobs ?? blobs;
    const own = readers.get(reader);
    if (own) own.push(entry);
    else readers.set(reader, [entry]);
  }
  const outcomes = new Map<TreeEntry, ReadOutcome>();
  for (const [reader, own] of readers) {
    const read = await reader.read(own.map(({ id }) => id));
    for (const [at, entry] of own.entries()) outcomes.set(entry, read[at] ?? { kind: 'absent' });
  }
  return entries.map((entry) => outcomes.get(entry) ?? { kind: 'absent' });
}

async function find(folder: Uri, commit: Commit): Promise<Listing> {
  const { top, tree } = commit;
  const within = relativePath(top, folder);
  const prefix = within === '.' ? '' : `${within}/`;
  const rules = ignoreRules();
  const ignores = [...tree].filter(
    ([path, { kind }]) => kind === 'file' && /(?:^|\/)\.gitignore$/.test(path) && isOnTheWay(path, prefix),
  );
  const texts = await readEntries(
    ignores.map(([, entry]) => entry),
    commit,
  );
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
  for (const [path, { kind, isMisnamed = false }] of tree) {
    // Several portfolios may share a manifest through a link, on the disk, too.
    const isListed =
      kind === 'file' || (kind === 'link' && isManifestName(path.slice(path.lastIndexOf('/') + 1)));
    if (!isListed || !path.startsWith(prefix)) continue;
    if (isLeftOut(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) continue;
    const uri = isMisnamed ? misnamedUri(top, path) : joinPath(top, path);
    if (!rules.ignoresFile(uri)) files.push(uri);
  }
  return { files, isIgnored: (uri) => rules.ignoresPath(folder, uri), ignoring: rules.folders() };
}

/** Of a path of which some segments are parts of a URI already: those that no text could have given. */
function misnamedUri(top: Uri, path: string): Uri {
  let uri = top;
  for (const segment of path.split('/')) uri = isRaw(segment) ? `${uri}/${segment}` : joinPath(uri, segment);
  return uri;
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
