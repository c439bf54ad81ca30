/** The steps of getting what others have done. Nothing of one's own is lost: what cannot be brought together is left. */
import type { GitRepository } from '../git/api';
import { troubleOf, type Trouble } from '../git/troubles';
import { asSomebody } from './person';
import { isMoving, isWithinRef, standingIn, type Standing } from './standing';
import type { Questions } from './send';

export interface Getting {
  readonly repository: GitRepository;
  readonly ask: Pick<Questions, 'saveOpen' | 'person' | 'unsettled'>;
}

type Files = readonly GitRepository['rootUri'][];

export type Got =
  | { readonly kind: 'left' }
  | { readonly kind: 'moving' }
  | { readonly kind: 'nowhere' }
  /** An older version is looked at, and nothing can come into it. */
  | { readonly kind: 'older' }
  /** What came before has not been brought to its end; the files that nobody has settled, none where all are. */
  | { readonly kind: 'unsettled'; readonly files: Files }
  /** Both sides have changed the same places of these files, just now. */
  | { readonly kind: 'conflict'; readonly files: Files }
  /** Files that are otherwise now. `back`: the copy has been taken in, and what all share is checked out again. */
  | { readonly kind: 'got'; readonly files: Files; readonly back: string | undefined }
  /** `isBegun`: a part of it has come in before. */
  | {
      readonly kind: 'stopped';
      readonly step: 'ask' | 'bring in';
      readonly trouble: Trouble;
      readonly isBegun: boolean;
    };

export async function getWork({ repository, ask }: Getting): Promise<Got> {
  if (isMoving(repository)) return { kind: 'moving' };
  if (!(await ask.saveOpen())) return { kind: 'left' };
  await repository.status();
  // VS Code may not have known of it before.
  if (isMoving(repository)) return { kind: 'moving' };
  const standing = await standingIn(repository);
  if (standing.remote === undefined) return { kind: 'nowhere' };
  const both = repository.state.mergeChanges.map(({ uri }) => uri);
  if (standing.isMerging || both.length > 0)
    return { kind: 'unsettled', files: both.length === 0 ? [] : await ask.unsettled(both) };
  if (standing.branch === undefined) return { kind: 'older' };
  try {
    await repository.fetch(standing.remote.name);
  } catch (error) {
    return { kind: 'stopped', step: 'ask', trouble: troubleOf(error), isBegun: false };
  }
  await repository.status();
  return bringIn({ repository, ask }, await standingIn(repository));
}

/** Takes back a bringing in that waits for its end. Undefined: it is done. */
export async function leaveOut(repository: GitRepository): Promise<Trouble | undefined> {
  try {
    await repository.mergeAbort();
    await repository.status();
    return undefined;
  } catch (error) {
    return troubleOf(error);
  }
}

async function bringIn({ repository, ask }: Getting, standing: Standing): Promise<Got> {
  const before = repository.state.HEAD?.commit;
  try {
    const back = await goBack(repository, standing);
    for (const ref of await refsToMerge(repository, standing)) {
      const isDone = await asSomebody(repository, ask, () => repository.merge(ref));
      if (!isDone) return { kind: 'left' };
    }
    await repository.status();
    const after = repository.state.HEAD?.commit;
    const files = before && after && before !== after ? await repository.diffBetween(before, after) : [];
    return { kind: 'got', files: files.map(({ uri }) => uri), back };
  } catch (error) {
    await repository.status();
    const both = repository.state.mergeChanges.map(({ uri }) => uri);
    if (both.length > 0) return { kind: 'conflict', files: both };
    const isBegun = repository.state.HEAD?.commit !== before;
    return { kind: 'stopped', step: 'bring in', trouble: troubleOf(error), isBegun };
  }
}

/** Where a copy has been sent and all of it is in what all share, and nothing has changed since, it has served. */
async function goBack(
  repository: GitRepository,
  { branch, shared, remote }: Standing,
): Promise<string | undefined> {
  const { HEAD, indexChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const isUntouched = indexChanges.length + workingTreeChanges.length + untrackedChanges.length === 0;
  const wasSent = HEAD?.upstream?.remote === remote?.name && HEAD?.upstream?.name === branch;
  if (!shared || branch === shared.branch || !isUntouched || !wasSent || !HEAD?.commit) return undefined;
  const tip = await commitOf(repository, shared.ref);
  // Begun and sent with nothing in it: that is a copy that somebody is about to work in.
  if (tip === HEAD.commit || !(await isWithinRef(repository, HEAD.commit, shared.ref))) return undefined;
  await repository.checkout(shared.branch);
  await repository.status();
  return shared.branch;
}

/** What others may have changed: the same copy, and what all share. Those of which all is here are left out. */
async function refsToMerge(repository: GitRepository, { shared }: Standing): Promise<readonly string[]> {
  const { HEAD } = repository.state;
  const { upstream } = HEAD ?? {};
  const refs = [
    ...new Set([
      ...(upstream ? [`${upstream.remote}/${upstream.name}`] : []),
      ...(shared ? [shared.ref] : []),
    ]),
  ];
  const wanted: string[] = [];
  for (const ref of refs) {
    const tip = await commitOf(repository, ref);
    const isHere =
      HEAD?.commit !== undefined && tip !== undefined && (await hasAll(repository, HEAD.commit, tip));
    if (tip !== undefined && !isHere) wanted.push(ref);
  }
  return wanted;
}

const hasAll = async (repository: GitRepository, head: string, tip: string): Promise<boolean> =>
  (await repository.getMergeBase(head, tip).catch(() => undefined)) === tip;

const commitOf = (repository: GitRepository, ref: string): Promise<string | undefined> =>
  repository.getCommit(ref).then(
    ({ hash }) => hash,
    () => undefined,
  );
