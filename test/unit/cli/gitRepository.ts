/** A real git repository in a folder of its own, whose commits have the same names wherever and whenever it is made. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** By path; undefined: the file goes. */
export type Edits = Readonly<Record<string, string | undefined>>;

export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  /** Writes files into the working tree. */
  readonly edit: (edits: Edits) => void;
  /** Makes a commit at noon of a day, from what stands in the working tree after the edits. */
  readonly commitOn: (day: string, edits: Edits) => void;
  /** Makes a branch from main with one commit. */
  readonly branch: (name: string, edits: Edits) => void;
}

const environment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Library Services Manager',
  GIT_AUTHOR_EMAIL: 'manager@anytown.example',
  GIT_AUTHOR_DATE: '2026-11-01T12:00:00Z',
  GIT_COMMITTER_NAME: 'Library Services Manager',
  GIT_COMMITTER_EMAIL: 'manager@anytown.example',
  GIT_COMMITTER_DATE: '2026-11-01T12:00:00Z',
};

/** Runs git; its messages are kept to itself. */
export const gitIn = (folder: string, ...args: readonly string[]): string => gitWith({}, folder, args);

const gitWith = (more: Readonly<Record<string, string>>, folder: string, args: readonly string[]): string =>
  execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    env: { ...process.env, ...environment, ...more },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const folders: string[] = [];

/** A repository with one commit on main. `removeRepositories` takes it away. */
export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-git-'));
  folders.push(folder);
  const git = (...args: readonly string[]): string => gitIn(folder, ...args);
  const edit = (edits: Edits): void => {
    for (const [path, text] of Object.entries(edits)) {
      const place = join(folder, path);
      if (text === undefined) rmSync(place);
      else {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, text);
      }
    }
  };
  edit(files);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'core.autocrlf', 'false');
  git('add', '--all');
  git('commit', '--quiet', '--message=Begin the portfolio');
  return {
    folder,
    git,
    edit,
    commitOn: (day, edits) => {
      edit(edits);
      git('add', '--all', '--force');
      const date = { GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
      gitWith(date, folder, ['commit', '--quiet', '--allow-empty', `--message=As of ${day}`]);
    },
    branch: (name, edits) => {
      git('checkout', '--quiet', '-b', name, 'main');
      edit(edits);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', `--message=Branch ${name}`);
    },
  };
}

/** Not with the folders of single tests: a repository serves several. */
export function removeRepositories(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
