/**
 * What a git repository holds, asked of git itself. Only objects and names are read: no index, no working tree, no
 * hook and no filter has a part in it.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

export interface Repository {
  /** A folder of the machine in which git is run. */
  readonly folder: string;
  /** The path from the top of the repository to that folder, with `/`; empty where they are one. */
  readonly prefix: string;
  readonly isShallow: boolean;
  /** How objects are named. */
  readonly hash: 'sha1' | 'sha256';
}

/** Git cannot do what is asked; the message says why, for people. */
export class GitError extends Error {}

/** What the tree of a commit has at a path. */
export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule';
  readonly id: string;
}

/** @throws GitError where git is not there, or the folder is in no repository that git wants to read */
export async function findRepository(folder: string): Promise<Repository> {
  const asked = ['--show-prefix', '--is-shallow-repository', '--show-object-format'];
  const { status, out, err } = await git(folder, ['rev-parse', ...asked]);
  if (status !== 0) {
    if (/not a git repository/i.test(err)) throw new GitError(`${folder} is not in a git repository.`);
    if (/dubious ownership/i.test(err))
      throw new GitError(
        `the repository of ${folder} belongs to somebody else, so git does not read it. If you trust it, say “git config --global --add safe.directory” and the top folder of the repository.`,
      );
    throw new GitError(`git cannot read the repository of ${folder}: ${firstLine(err)}`);
  }
  const [prefix = '', isShallow, hash] = out.split('\n');
  return {
    folder,
    prefix: prefix.replace(/\/$/, ''),
    isShallow: isShallow === 'true',
    hash: hash === 'sha256' ? 'sha256' : 'sha1',
  };
}

/** The commit that a revision names; undefined where it names none. */
export async function commitOf({ folder }: Repository, revision: string): Promise<string | undefined> {
  // A revision that looks like an option must not become one.
  if (revision.startsWith('-') || revision === '') return undefined;
  const { status, out } = await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return status === 0 ? out.trim() : undefined;
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

/** The address from which the repository was cloned, where it says one. */
export async function originOf({ folder }: Repository): Promise<string | undefined> {
  const { status, out } = await git(folder, ['config', '--get', 'remote.origin.url']);
  return status === 0 ? out.trim() : undefined;
}

/** Who changed a file last, and when; undefined where no commit has it. */
export async function lastChange(
  { folder }: Repository,
  path: string,
): Promise<{ readonly author: string; readonly date: string; readonly subject: string } | undefined> {
  const format = '--format=%an%x00%as%x00%s';
  const { status, out } = await git(folder, ['log', '-1', format, '--no-show-signature', '--', path]);
  const [author = '', date = '', subject = ''] = out.replace(/\n$/, '').split('\0');
  return status === 0 && date !== '' ? { author, date, subject } : undefined;
}

/** Everything in the tree of a commit, by its path from the top of the repository. @throws GitError */
export async function treeOf(
  { folder }: Repository,
  commit: string,
): Promise<ReadonlyMap<string, TreeEntry>> {
  const { status, out, err } = await git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (status !== 0) throw new GitError(`git cannot list the files of ${commit}: ${firstLine(err)}`);
  const tree = new Map<string, TreeEntry>();
  for (const line of out.split('\0')) {
    const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
    if (path === '') continue;
    tree.set(path, { kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file', id });
  }
  return tree;
}

/** Nothing that a repository's settings name is started, nothing is written, and messages are in English. */
const environment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

/** Set by git where it runs a hook: they would lead away from the repository of the folder. */
const misleading = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** Starts git in a folder. */
export function startGit(folder: string, args: readonly string[]): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !misleading.includes(name));
  return spawn('git', ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...environment },
    windowsHide: true,
  });
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function git(folder: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = startGit(folder, args);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on('data', (chunk: Buffer) => void out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => void err.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => reject(startError(error)));
    child.on('close', (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    child.stdin?.end();
  });
}

export const startError = ({ code, message }: NodeJS.ErrnoException): GitError =>
  new GitError(
    code === 'ENOENT'
      ? 'git is not there, or not on the PATH: the base is read from it.'
      : `git cannot be started: ${message}`,
  );

const firstLine = (text: string): string =>
  text
    .trim()
    .split('\n')[0]
    ?.replace(/^fatal: /, '') ?? '';
