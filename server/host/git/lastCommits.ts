/** The last commit of each of many files, in one go through the history. */
import type { Repository } from './git';
import { startGit } from './gitProcess';

/**
 * @param paths from the top of the repository
 * @returns by path; without those that no commit has, and without any where git cannot tell
 */
export function lastCommits(
  { top }: Repository,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  return new Promise((done) => {
    const found = new Map<string, string>();
    if (paths.size === 0) {
      done(found);
      return;
    }
    const child = startGit(top, ['log', '-z', '--name-only', '--no-renames', '--format=%x01%H', 'HEAD']);
    let [rest, commit] = ['', ''];
    child.stdout?.setEncoding('utf8');
    child.stdout?.on('data', (text: string) => {
      const fields = (rest + text).split('\0');
      rest = fields.pop() ?? '';
      for (const field of fields) {
        const path = field.replace(/^\n/, '');
        if (path.startsWith('\u0001')) commit = path.slice(1);
        else if (paths.has(path) && !found.has(path)) found.set(path, commit);
      }
      // The rest of a long history says nothing more.
      if (found.size === paths.size) child.kill();
    });
    child.on('error', () => done(found));
    child.on('close', () => done(found));
  });
}
