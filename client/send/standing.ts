/** Where somebody stands before sending: on the version that all share, or on a copy, and what has not been sent yet. */
import type { GitRepository } from '../git/api';
import { defaultBaseOf } from '../git/defaultBase';
import { refTypes } from '../git/numbers';

export interface Standing {
  /** The branch that is checked out; undefined where an older version is looked at. */
  readonly branch: string | undefined;
  /** No version has been saved here at all. */
  readonly isEmpty: boolean;
  /** The remote to which things are sent. */
  readonly remote: { readonly name: string; readonly address: string } | undefined;
  /** The branch that all share, by its name and for git. */
  readonly shared: { readonly branch: string; readonly ref: string } | undefined;
  /** The shared place has several branches, and nothing says which of them all share: it may be the one checked out. */
  readonly isSharedUnclear: boolean;
  /** A merge has been begun, and waits for its end. */
  readonly isMerging: boolean;
}

/** Whether somebody is in the middle of moving versions about, as far as VS Code has looked. */
export const isMoving = ({ state }: GitRepository): boolean => state.rebaseCommit !== undefined;

export async function standingIn(repository: GitRepository): Promise<Standing> {
  const { HEAD, remotes } = repository.state;
  const remote =
    remotes.find(({ name }) => name === HEAD?.upstream?.remote) ??
    remotes.find(({ name }) => name === 'origin') ??
    remotes[0];
  const known = await defaultBaseOf(repository);
  const there = known ? [] : await branchesThere(repository);
  const [only] = there;
  return {
    branch: HEAD?.name,
    isEmpty: HEAD?.commit === undefined,
    remote: remote && { name: remote.name, address: remote.pushUrl ?? remote.fetchUrl ?? '' },
    // Where nothing says which one all share, it is the only one that the shared place has.
    shared: known ?? (there.length === 1 ? only : undefined),
    isSharedUnclear: there.length > 1,
    isMerging: await exists(repository, 'MERGE_HEAD'),
  };
}

/** The branches of the shared places, by their names and for git. */
async function branchesThere(repository: GitRepository): Promise<readonly NonNullable<Standing['shared']>[]> {
  const refs = await repository.getRefs({});
  return refs.flatMap(({ type, name: ref }) =>
    type === refTypes.remoteHead && ref !== undefined && !ref.endsWith('/HEAD')
      ? [{ ref, branch: ref.slice(ref.indexOf('/') + 1) }]
      : [],
  );
}

/** Whether there is a version here that the shared place does not have, as far as is known without asking it. */
export async function isUnsent(
  repository: GitRepository,
  { branch, shared, isEmpty }: Standing,
): Promise<boolean> {
  const { HEAD } = repository.state;
  if (isEmpty || HEAD?.commit === undefined) return false;
  const isOwn = branch !== undefined && branch !== shared?.branch;
  if (isOwn && HEAD.upstream?.name === branch && HEAD.ahead !== undefined) return HEAD.ahead > 0;
  if (shared === undefined) return true;
  return !(await isWithinRef(repository, HEAD.commit, shared.ref));
}

/** Whether all of a commit is in a branch already. */
export async function isWithinRef(repository: GitRepository, commit: string, ref: string): Promise<boolean> {
  const common = await repository.getMergeBase(commit, ref).catch(() => undefined);
  return common === commit;
}

/** The names of all branches, here and at remotes, each without its remote's. */
export async function namesInUse(repository: GitRepository): Promise<readonly string[]> {
  const refs = await repository.getRefs({});
  return refs.flatMap(({ type, name }) => {
    if (name === undefined || type === refTypes.tag) return [];
    return type === refTypes.remoteHead ? [name.slice(name.indexOf('/') + 1)] : [name];
  });
}

const exists = (repository: GitRepository, ref: string): Promise<boolean> =>
  repository.getCommit(ref).then(
    () => true,
    () => false,
  );
