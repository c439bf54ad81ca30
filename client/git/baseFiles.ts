/** Which branch is compared with, and which files of it are read. Nothing here knows VS Code. */
import { refTypes, statuses } from './numbers';

/** A branch or a tag, as git knows it. */
export interface RefLike {
  readonly type: number;
  readonly name?: string | undefined;
  readonly commit?: string | undefined;
}

/**
 * The branch from which others leave: what `origin/HEAD` points to, else main or master. Without the remote's name;
 * undefined where there is none of them.
 * @param originHead the commit of `origin/HEAD`; undefined where there is none
 * @param current the branch that is checked out
 */
export function defaultBranch(
  refs: readonly RefLike[],
  originHead: string | undefined,
  current: string | undefined,
): string | undefined {
  const usual = ['main', 'master'];
  const remote = refs.flatMap(({ type, name, commit }) =>
    type === refTypes.remoteHead && name?.startsWith('origin/') && name !== 'origin/HEAD'
      ? [{ name: name.slice('origin/'.length), commit }]
      : [],
  );
  const local = refs.flatMap(({ type, name }) =>
    type === refTypes.head && name !== undefined ? [name] : [],
  );
  const pointed =
    originHead === undefined
      ? []
      : remote.filter(({ commit }) => commit === originHead).map(({ name }) => name);
  // Another branch may stand at the same commit, above all one that has just been begun.
  const others = pointed.filter((name) => name !== current);
  const named = usual.find((name) => pointed.includes(name)) ?? others[0] ?? pointed[0];
  return named ?? usual.find((name) => local.includes(name) || remote.some((branch) => branch.name === name));
}

/** The name by which git knows a branch: that of the remote where it has one, which a pull request is held against. */
export const remoteOrLocal = (refs: readonly RefLike[], branch: string): string =>
  refs.some(({ type, name }) => type === refTypes.remoteHead && name === `origin/${branch}`)
    ? `origin/${branch}`
    : branch;

/** A branch for people: `origin/main` is main. */
export const branchName = (ref: string): string => ref.replace(/^origin\//, '');

/** A file that is not now what it was; addresses as text. */
export interface ChangeLike {
  readonly uri: string;
  readonly originalUri: string;
  readonly status: number;
}

/**
 * What is to be known of a file at the base. read: its text. look: its text, if it was there at all. present, absent:
 * nothing more.
 */
export type Wanted = 'read' | 'look' | 'present' | 'absent';

/**
 * By address. Of a renamed file, both names are in it.
 * @param untracked files that git does not know
 * @param unsure files that may differ: in conflict, or changed in the editor and not saved
 */
export function filesOfBase(
  changes: readonly ChangeLike[],
  untracked: readonly string[],
  unsure: readonly string[],
): ReadonlyMap<string, Wanted> {
  const files = new Map<string, Wanted>();
  const add = (uri: string, wanted: Wanted): void => {
    if (!files.has(uri)) files.set(uri, wanted === 'read' && !hasText(uri) ? 'present' : wanted);
  };
  for (const { uri, originalUri, status } of changes) {
    if (status === statuses.indexAdded) add(uri, 'absent');
    else add(originalUri, 'read');
  }
  for (const { uri, status } of changes) if (status === statuses.indexRenamed) add(uri, 'absent');
  for (const uri of untracked) add(uri, 'absent');
  for (const uri of unsure) if (hasText(uri)) add(uri, 'look');
  return files;
}

/**
 * The files that a branch changes, and what is to be known of each there. By address; of a renamed file, both names are
 * in it.
 */
export function filesOfBranch(changes: readonly ChangeLike[]): ReadonlyMap<string, Wanted> {
  const files = new Map<string, Wanted>();
  for (const { originalUri, status } of changes)
    if (status === statuses.indexRenamed) files.set(originalUri, 'absent');
  for (const { uri, originalUri, status } of changes) {
    if (status === statuses.deleted || status === statuses.indexDeleted) files.set(originalUri, 'absent');
    else files.set(uri, hasText(uri) ? 'read' : 'present');
  }
  return files;
}

/** Evidence, plans, portfolio.yaml and standards; of other files it counts only that they are there. */
export const hasText = (uri: string): boolean => /\.(?:md|markdown|mdown|mdwn|mkd|mkdn|ya?ml)$/i.test(uri);
