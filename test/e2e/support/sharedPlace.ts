/** Folders that several people share by git, and what colleagues do in theirs. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const colleague = ['user.name=Colleague', 'user.email=colleague@example.org', 'core.autocrlf=false'];

/** Runs git as a colleague does, and gives what it prints. */
export const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', [...colleague.flatMap((setting) => ['-c', setting]), ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/**
 * Keeps versions of a folder, and joins it to a bare repository beside it.
 * @param first what goes into the first version: words for `git add`; none, and the first version is empty
 * @returns the path of the bare repository
 */
export function shareFolder(folder: string, ...first: readonly string[]): string {
  const shared = join(dirname(folder), 'shared.git');
  git(folder, 'init', '--quiet', '--initial-branch=main');
  if (first.length > 0) git(folder, 'add', ...first);
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Begin');
  git(dirname(folder), 'clone', '--quiet', '--bare', folder, shared);
  git(folder, 'remote', 'add', 'origin', shared);
  git(folder, 'fetch', '--quiet', 'origin');
  git(folder, 'branch', '--quiet', '--set-upstream-to=origin/main');
  return shared;
}
