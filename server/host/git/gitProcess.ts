/** Git as a process: what it is started with, and what it says where it cannot go on. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** Git cannot do what is asked; the message says why, for people. */
export class GitError extends Error {}

/**
 * Nothing that a repository's settings name is started, nothing is written, and messages are in English. What a clone
 * with a filter lacks is not fetched: newer versions of git are told so, all others may use no transport.
 */
const environment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
};

const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false'];

/** Set by git where it runs a hook, or by somebody for another repository: they would lead away from the folder's. */
const misleading = new Set([
  'GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE', 'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE', 'GIT_IMPLICIT_WORK_TREE', 'GIT_INTERNAL_SUPER_PREFIX', 'GIT_ICASE_PATHSPECS',
  'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_EXTERNAL_DIFF', 'GIT_ATTR_SOURCE',
]); // prettier-ignore

/** What is being pushed stands apart while a hook looks at it; elsewhere these lead to another repository. */
const ofQuarantine = new Set(['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES']);

function inherited(): NodeJS.ProcessEnv {
  const isQuarantined = process.env['GIT_QUARANTINE_PATH'] !== undefined;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !misleading.has(name) && (isQuarantined || !ofQuarantine.has(name)),
    ),
  );
}

/** Starts git in a folder. */
export function startGit(folder: string, args: readonly string[]): ChildProcess {
  return spawn(program(), [...settings.flatMap((setting) => ['-c', setting]), ...args], {
    cwd: folder,
    env: { ...inherited(), ...environment },
    windowsHide: true,
  });
}

/** On Windows, a git.exe in the folder itself would go before the one that is installed. */
function program(): string {
  if (process.platform !== 'win32') return 'git';
  const places = (process.env['PATH'] ?? process.env['Path'] ?? '').split(';').filter(isAbsolute);
  return places.map((place) => join(place, 'git.exe')).find(existsSync) ?? 'git.exe-is-not-on-the-path';
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
}

/** Runs git in a folder to its end. @throws GitError where it cannot be started */
export function git(folder: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((done, reject) => {
    const child = startGit(folder, args);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on('data', (chunk: Buffer) => void out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => void err.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => reject(startError(error)));
    child.on('close', (status) => {
      const bytes = Buffer.concat(out);
      done({ status, out: bytes.toString(), bytes, err: Buffer.concat(err).toString() });
    });
    // Who ends early is told apart by the status.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

export const startError = ({ code, message }: NodeJS.ErrnoException): GitError =>
  new GitError(
    code === 'ENOENT'
      ? 'git is not there, or not on the PATH: the base is read from it.'
      : `git cannot be started: ${message}`,
  );

/** Taken for an empty file, it would look as if a change had brought all that is in it. */
export const lacking =
  'git does not have all files of the base here, as in a clone with a filter, or a damaged one. Fetch them with “git fetch --refetch”.';

/** Whether git says of an object that it is not here. */
export const isLacking = (err: string): boolean =>
  /promisor|lazy fetch|transport '.*' not allowed|unable to read|not a tree object|missing/i.test(err);
