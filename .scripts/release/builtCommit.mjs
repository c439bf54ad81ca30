// @ts-check
// The commit that users of the action and of the hook for pre-commit get: what has been built, without sources and
// without a history. Made again of the same sources, it is the same commit, by its ID.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Writes a folder into a repository as a commit of its own, which no branch has.
 *
 * @param {string} folder
 * @param {{ readonly message: string, readonly date: string }} about the date in seconds since 1970
 * @param {string} [repository]
 * @returns {string} the commit's ID
 * @throws {Error} with what git says
 */
export function builtCommit(folder, { message, date }, repository = '.') {
  const temporary = mkdtempSync(join(tmpdir(), 'evidence-portfolio-'));
  const who = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'Evidence Portfolio'],
    [`GIT_${role}_EMAIL`, 'releases@evidence-portfolio.invalid'],
    [`GIT_${role}_DATE`, `${date} +0000`],
  ]);
  const env = { ...process.env, ...Object.fromEntries(who), GIT_INDEX_FILE: join(temporary, 'index') };
  try {
    // Bytes as they are, whatever the machine's git does to ends of lines; `--force`, as dist/ is ignored elsewhere.
    const plain = ['-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false', '-c', 'core.fileMode=true'];
    const there = { ...env, GIT_DIR: git(['rev-parse', '--absolute-git-dir'], repository) };
    git([...plain, `--work-tree=${resolve(folder)}`, 'add', '--all', '--force', '.'], folder, there);
    const tree = git(['write-tree'], repository, env);
    return git(['-c', 'commit.gpgSign=false', 'commit-tree', tree, '-m', message], repository, env);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * The tags of a version: its own, which stays where it is for ever, and, of a stable one, that of its first number,
 * which moves on.
 *
 * @param {string} version
 * @param {'stable' | 'pre-release'} channel
 * @returns {readonly { readonly tag: string, readonly moves: boolean }[]}
 */
export const tagsOf = (version, channel) => [
  { tag: `v${version}`, moves: false },
  ...(channel === 'stable' ? [{ tag: `v${version.split('.')[0]}`, moves: true }] : []),
];

/**
 * Gives a commit its tags in another repository, all of them or none.
 *
 * @param {string} commit
 * @param {string} remote a name or an address
 * @param {ReturnType<typeof tagsOf>} tags
 * @param {string} [repository] the one that has the commit
 * @throws {Error} where the version has a tag already, that of another commit
 */
export function pushTags(commit, remote, tags, repository = '.') {
  const refs = tags.map(({ tag, moves }) => `${moves ? '+' : ''}${commit}:refs/tags/${tag}`);
  git(['push', '--quiet', '--atomic', remote, ...refs], repository);
}

/**
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} what it prints, without the end of its last line
 */
export function git(args, cwd = '.', env = process.env) {
  const ran = spawnSync('git', args, { cwd, encoding: 'utf8', env });
  if (ran.status !== 0)
    throw new Error(`"git ${args.join(' ')}" failed: ${ran.error?.message ?? ran.stderr.trim()}`);
  return ran.stdout.trim();
}
