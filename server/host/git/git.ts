/**
 * What a git repository holds, asked of git itself. Objects, names, the list of files in the index and attributes are
 * read; nothing that a repository names is started: no hook, no filter, no transport.
 */
import { isAbsolute, join, resolve } from 'node:path';
import type { BlobReader } from './blobs';
import { git, GitError, isLacking, lacking } from './gitProcess';
import { pathOfBytes } from '../disk/rawNames';

export interface Repository {
  /** A folder of the machine in which git is run. */
  readonly folder: string;
  /** The path from the top of the repository to that folder, with `/`; empty where they are one. */
  readonly prefix: string;
  /** The top of the repository, a folder of the machine; of a bare one its own. */
  readonly top: string;
  /** The folder in which git keeps what all worktrees share. */
  readonly store: string;
  /** It has no files of its own, only what git keeps. */
  readonly isBare: boolean;
  readonly isShallow: boolean;
  /** How objects are named. */
  readonly hash: 'sha1' | 'sha256';
}

/** What the tree of a commit has at a path. */
export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule';
  readonly id: string;
  /** The path is not UTF-8: as it stands here, it is a part of a URI already. */
  readonly isMisnamed?: boolean;
  /** Of the repository that holds the object, where it is another one than that of the tree. */
  readonly blobs?: BlobReader;
}

/** What `git rev-parse` is asked for a repository: four lines; the fifth may have line ends in it. */
export const aboutRepository = [
  '--is-shallow-repository', '--show-object-format', '--is-bare-repository', '--git-common-dir', '--show-prefix',
] as const; // prettier-ignore

/** @throws GitError where git is not there, or the folder is in no repository that git wants to read */
export async function findRepository(folder: string): Promise<Repository> {
  const { status, out, err } = await git(folder, ['rev-parse', ...aboutRepository]);
  if (status !== 0) throw new GitError(whyNot(folder, err));
  return repositoryFrom(folder, out.replace(/\n$/, '').split('\n'));
}

/** @param lines that git has answered */
export function repositoryFrom(
  folder: string,
  [isShallow, hash, isBare, store = '', ...rest]: readonly string[],
): Repository {
  const prefix = rest.join('\n').replace(/\/$/, '');
  return {
    folder,
    prefix,
    top: resolve(folder, ...prefix.split('/').map((segment) => (segment === '' ? '.' : '..'))),
    store: isAbsolute(store) ? store : join(folder, store),
    isBare: isBare === 'true',
    isShallow: isShallow === 'true',
    hash: hash === 'sha256' ? 'sha256' : 'sha1',
  };
}

function whyNot(folder: string, err: string): string {
  const [, gone] = /not a git repository: (.+)/i.exec(err) ?? [];
  if (gone !== undefined) return `the repository that ${folder} belongs to is not there: ${gone}.`;
  if (/not a git repository/i.test(err)) return `${folder} is not in a git repository.`;
  const [, top] = /dubious ownership in repository at '(.*)'/i.exec(err) ?? [];
  if (/dubious ownership/i.test(err))
    return `the repository of ${folder} belongs to somebody else, so git does not read it. If you trust it, say “git config --global --add safe.directory ${top ?? 'and the top folder of the repository'}”.`;
  return `git cannot read the repository of ${folder}: ${firstLine(err)}`;
}

/** A commit that a word names, and what there is to say of the word. */
export interface Named {
  readonly commit: string;
  /** Git has several things of that name. */
  readonly isAmbiguous: boolean;
}

/** The commit that a revision names; undefined where it names none. */
export async function revisionOf({ folder }: Repository, revision: string): Promise<Named | undefined> {
  if (revision === '') return undefined;
  // A revision that looks like an option must not become one.
  const names = revision.startsWith('-') ? [`refs/heads/${revision}`, `refs/tags/${revision}`] : [revision];
  for (const name of names) {
    const { status, out, err } = await git(folder, ['rev-parse', '--verify', name]);
    if (status !== 0) continue;
    // Not in one step: in `:/words`, whatever follows belongs to the words.
    const commit = await git(folder, ['rev-parse', '--verify', `${out.trim()}^{commit}`]);
    if (commit.status === 0)
      return { commit: commit.out.trim(), isAmbiguous: /refname .* is ambiguous/.test(err) };
  }
  return undefined;
}

/** The commit that a revision names; undefined where it names none. */
export const commitOf = async (repository: Repository, revision: string): Promise<string | undefined> =>
  (await revisionOf(repository, revision))?.commit;

/** The branch that is checked out, where it has no commit yet; undefined where it has one, or none is. */
export async function unbornBranch(repository: Repository): Promise<string | undefined> {
  if ((await commitOf(repository, 'HEAD')) !== undefined) return undefined;
  const { status, out } = await git(repository.folder, ['symbolic-ref', '--quiet', 'HEAD']);
  return status === 0 ? out.trim().replace(/^refs\/heads\//, '') : undefined;
}

/** The name of a tree with nothing in it, which git knows without having it. */
export const emptyTree = ({ hash }: Repository): string =>
  hash === 'sha1'
    ? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
    : '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';

/** The last commit of the branch before a day, in any words that git takes for one. */
export async function commitBefore({ folder }: Repository, day: string): Promise<string | undefined> {
  const { status, out } = await git(folder, ['rev-list', '-1', `--before=${day}`, 'HEAD']);
  return status === 0 && out.trim() !== '' ? out.trim() : undefined;
}

/** The commit that two commits have in common; undefined where there is none, or it has not been fetched. */
export async function commonCommit(
  { folder }: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { status, out } = await git(folder, ['merge-base', one, other]);
  return status === 0 ? out.trim().split('\n')[0] : undefined;
}

/** A setting of the repository, or of whoever runs git. */
export async function settingOf({ folder }: Repository, name: string): Promise<string | undefined> {
  const { status, out } = await git(folder, ['config', '--get', name]);
  return status === 0 ? out.trim() : undefined;
}

/** The address from which the repository was cloned, where it says one. */
export const originOf = (repository: Repository): Promise<string | undefined> =>
  settingOf(repository, 'remote.origin.url');

/** Who changed a file last, and when; undefined where no commit has it. */
export async function lastChange(
  { folder }: Repository,
  path: string,
): Promise<{ readonly author: string; readonly date: string; readonly subject: string } | undefined> {
  const format = '--format=%an%x00%as%x00%s';
  const args = ['log', '-1', format, '--no-show-signature', '--no-color', '--encoding=UTF-8', '--', path];
  const { status, out } = await git(folder, args);
  const [author = '', date = '', subject = ''] = out.replace(/\n$/, '').split('\0');
  return status === 0 && date !== '' ? { author, date, subject } : undefined;
}

/** Everything in a tree, or that of a commit, by its path from the top of the repository. @throws GitError */
export async function treeOf(
  { folder }: Repository,
  commit: string,
): Promise<ReadonlyMap<string, TreeEntry>> {
  const { status, bytes, err } = await git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (status !== 0)
    throw new GitError(
      isLacking(err) ? lacking : `git cannot list the files of ${commit}: ${firstLine(err)}`,
    );
  return entriesIn(bytes, /^(\d+) \w+ ([0-9a-f]+)\t([^]*)$/);
}

/** What a sparse checkout has left out on the disk, by its path from the top of the repository. */
export async function hiddenFiles({ top }: Repository): Promise<ReadonlyMap<string, TreeEntry>> {
  const { status, bytes } = await git(top, ['ls-files', '-z', '-t', '--stage']);
  return status === 0 ? entriesIn(bytes, /^S (\d+) ([0-9a-f]+) 0\t([^]*)$/) : new Map();
}

/**
 * Whether the index marks files as left out on the disk. Those that are there all the same count too: of the marks alone,
 * nothing changes as long as the index does not.
 */
export async function marksHidden({ top }: Repository): Promise<boolean> {
  const { status, out } = await git(top, ['-c', 'core.sparseCheckout=false', 'ls-files', '-z', '-t']);
  return status !== 0 || /(?:^|\0)S /.test(out);
}

/** @param shape of a record: mode, name of the object, path */
function entriesIn(bytes: Buffer, shape: RegExp): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  const text = bytes.toString();
  // Only where something is not UTF-8 does it matter which bytes it was.
  const records = text.includes('\uFFFD') ? bytes.toString('latin1').split('\0') : undefined;
  for (const [at, line] of text.split('\0').entries()) {
    const raw = line.includes('\uFFFD') ? records?.[at] : undefined;
    const [, mode = '', id = '', given = ''] = shape.exec(line) ?? [];
    if (given === '') continue;
    const [, , , bytesOfPath] = raw === undefined ? [] : (shape.exec(raw) ?? []);
    const path = bytesOfPath === undefined ? given : pathOfBytes(Buffer.from(bytesOfPath, 'latin1'));
    const kind = mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
    entries.set(path, path === given ? { kind, id } : { kind, id, isMisnamed: true });
  }
  return entries;
}

/** What the index knows of a file. */
export interface IndexEntry {
  readonly id: string;
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
}

/** By path from the folder. */
export async function indexOf({ folder }: Repository): Promise<ReadonlyMap<string, IndexEntry>> {
  const { out } = await git(folder, ['ls-files', '-z', '--stage', '--debug']);
  const record =
    /\d+ ([0-9a-f]+) 0\t([^\0]*)\0 {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n {2}dev: .*\n {2}uid: .*\n {2}size: (\d+)\tflags: .*\n/g;
  return new Map(
    Array.from(out.matchAll(record), ([, id = '', path = '', seconds = '', nanoseconds = '', size = '']) => [
      path,
      { id, size: Number(size), modified: BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds) },
    ]),
  );
}

/** What `.gitattributes` say that changes a file on its way to the disk. */
export interface Attributes {
  readonly encoding?: string;
  readonly filter?: string;
}

/** By path from the folder. */
export async function attributesOf(
  { folder }: Repository,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Attributes>> {
  const names = { 'working-tree-encoding': 'encoding', filter: 'filter' } as const;
  const args = ['check-attr', '-z', '--stdin', ...Object.keys(names)];
  const { out } = await git(folder, args, paths.map((path) => `${path}\0`).join(''));
  const fields = out.split('\0');
  const attributes = new Map<string, Attributes>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path = '', name = '', value = ''] = fields.slice(at, at + 3);
    if (value === 'unspecified' || value === 'unset' || value === 'set') continue;
    attributes.set(path, { ...attributes.get(path), [names[name as keyof typeof names]]: value });
  }
  return attributes;
}

const firstLine = (text: string): string =>
  text
    .trim()
    .split('\n')[0]
    ?.replace(/^fatal: /, '') ?? '';
