/** A repository and the commits that names mean, asked of git in one process: each one costs more than its answer. */
import { resolve } from 'node:path';
import type { Repository } from './git';
import { aboutRepository, repositoryFrom } from './git';
import { git } from './gitProcess';

export interface AskedAtOnce {
  readonly repository: Repository;
  /** Git's list of what is checked out, a file of this machine. */
  readonly indexFile: string;
  /** The commit that each name means. */
  readonly commits: ReadonlyMap<string, string>;
}

/** The commit of each object that a name has stood for. */
export type KnownCommits = Map<string, string>;

/**
 * @param names of revisions, distinct
 * @param known is added to: what an object is never changes
 * @returns undefined where one of them is none, may be several, or has to be asked for by itself: then nothing is known
 */
export async function askedAtOnce(
  folder: string,
  names: readonly string[],
  known: KnownCommits,
): Promise<AskedAtOnce | undefined> {
  if (!names.every(isPlain)) return undefined;
  const [about, last] = [aboutRepository.slice(0, -1), aboutRepository.slice(-1)];
  const args = ['rev-parse', ...about, '--git-path', 'index', ...names, ...last];
  const { status, out, err } = await git(folder, args);
  // Git warns of a name that several things have.
  if (status !== 0 || err !== '') return undefined;
  const lines = out.replace(/\n$/, '').split('\n');
  const indexFile = lines[about.length] ?? '';
  const start = about.length + 1;
  const objects = lines.slice(start, start + names.length);
  if (!objects.every(isObject) || !(await addCommits(folder, objects, known))) return undefined;
  return {
    repository: repositoryFrom(folder, [
      ...lines.slice(0, about.length),
      ...lines.slice(start + names.length),
    ]),
    indexFile: resolve(folder, indexFile),
    commits: new Map(names.map((name, at) => [name, known.get(objects[at] ?? '') ?? ''])),
  };
}

/** Asks for those that are not known. @returns false where one leads to no commit */
async function addCommits(folder: string, objects: readonly string[], known: KnownCommits): Promise<boolean> {
  const asked = [...new Set(objects)].filter((object) => !known.has(object));
  if (asked.length === 0) return true;
  const { status, out } = await git(folder, ['rev-parse', ...asked.map((object) => `${object}^{commit}`)]);
  const commits = out.trim().split('\n');
  if (status !== 0 || commits.length !== asked.length || !commits.every(isObject)) return false;
  for (const [at, object] of asked.entries()) known.set(object, commits[at] ?? '');
  return true;
}

/** No option, no range, and no words to search for. */
const isPlain = (name: string): boolean => /^(?!-|.*\.\.)[\p{L}\p{N}_./@-]+(?:[~^]\d*)*$/u.test(name);

const isObject = (line: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line);
