// @ts-check
// Git, as far as finding what to compare with takes it.
import { spawnSync } from 'node:child_process';

/**
 * Runs git in the workspace.
 *
 * @param {readonly string[]} args
 * @returns {string | undefined} What it printed; undefined where it failed.
 */
export function git(...args) {
  const { status, stdout } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * The commit that a revision names, where it is here.
 *
 * @param {string} revision
 */
export const commitOf = (revision) =>
  revision.startsWith('-') || revision === ''
    ? undefined
    : git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);

/**
 * Asks the remote for a commit, a branch or a tag. A shallow clone gets that commit alone; a whole one stays whole.
 *
 * @param {string} name
 * @returns {string | undefined} The commit, if it is here now.
 */
export function fetchCommit(name) {
  // In a refspec these would mean more than a name, and no name of git's may have them.
  if (/^[-+^]|[:*?[\\\s]/.test(name)) return undefined;
  const depth = git('rev-parse', '--is-shallow-repository') === 'true' ? ['--depth=1'] : [];
  const fetched = git('fetch', '--quiet', '--no-tags', '--no-recurse-submodules', ...depth, 'origin', name);
  return fetched === undefined ? undefined : (commitOf(name) ?? commitOf('FETCH_HEAD'));
}

/**
 * Both parents of a merge, also where a shallow clone pretends that there are none.
 *
 * @param {string} commit
 * @returns {readonly string[]}
 */
export const parentsOf = (commit) =>
  Array.from(
    (git('cat-file', 'commit', commit) ?? '').split('\n\n')[0]?.matchAll(/^parent ([0-9a-f]+)$/gm) ?? [],
    ([, parent = '']) => parent,
  );
