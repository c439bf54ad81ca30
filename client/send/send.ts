/**
 * The steps of saving a version and of sending it for review. Each looks at how things stand rather than at what was
 * done before: where one fails, all before it stays done, and another try goes on from there. Nothing is forced, taken
 * back or put aside.
 */
import type { GitRepository } from '../git/api';
import { troubleOf, type Trouble } from '../git/troubles';
import { branchNameFor, isCopyName } from './branchName';
import { asSomebody, type AskingWho } from './person';
import { changesIn, placesIn, type ChangedFile, type Changes } from './changedFiles';
import { reviewPage } from './reviewPage';
import { isMoving, isUnsent, namesInUse, standingIn, type Standing } from './standing';

export type Wish = 'save' | 'review';

/** What is asked of the user. Undefined and false: the user has left. */
export interface Questions extends AskingWho {
  /** Saves open files, having asked. */
  saveOpen(): Promise<boolean>;
  /** Shows that the portfolio has errors, where it has. */
  goOnWithErrors(): Promise<boolean>;
  /** Those files of the portfolio that go into the version; those that are taken stay. */
  choose(files: readonly ChangedFile[], wish: Wish): Promise<readonly ChangedFile[] | undefined>;
  /** Whether files go too that are not of the portfolio, or that were not chosen. */
  sendTogether(files: readonly ChangedFile[]): Promise<boolean>;
  message(
    files: readonly ChangedFile[],
    options: { readonly wish: Wish; readonly isMerging: boolean },
  ): Promise<string | undefined>;
  /** Of files that both sides have changed, those that nobody has settled yet. */
  unsettled(files: Changes['onBothSides']): Promise<Changes['onBothSides']>;
}

export interface Sending {
  readonly repository: GitRepository;
  /** Whether a file belongs to a portfolio. */
  readonly isOurs: Parameters<typeof changesIn>[1];
  readonly ask: Questions;
  /** Has what is said of these files be said of them as they are now: they may have been written just before. */
  readonly lookAgain: (uris: readonly string[]) => Promise<void>;
  readonly wish: Wish;
  /** A copy of its own is begun, whatever is checked out. */
  readonly asNewCopy?: boolean;
}

/** At which step it has stopped; what comes before it in this list is done. */
export type Step = 'begin a copy' | 'save the version' | 'send it';

export type Outcome =
  | { readonly kind: 'left' }
  /** Nothing has changed since the last version; where a copy has been sent, its page. */
  | { readonly kind: 'nothing'; readonly wish: Wish; readonly page?: string | undefined }
  | { readonly kind: 'moving' }
  | { readonly kind: 'unsettled'; readonly files: Changes['onBothSides'] }
  /** There is nowhere to send it. */
  | { readonly kind: 'nowhere'; readonly hasSaved: boolean }
  | { readonly kind: 'saved'; readonly branch: string | undefined; readonly files: number }
  /** The page is undefined where the forge is not known, or where there is nothing to come into. */
  | {
      readonly kind: 'sent';
      readonly branch: string;
      readonly page: string | undefined;
      readonly base: string | undefined;
    }
  | { readonly kind: 'stopped'; readonly step: Step; readonly hasSaved: boolean; readonly trouble: Trouble };

/** What a step has come to where it has not come to its end. */
class Stopped extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

export const send = (sending: Sending): Promise<Outcome> => untilStopped(() => sendOrStop(sending));

async function untilStopped(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stopped) return error.outcome;
    throw error;
  }
}

async function sendOrStop(sending: Sending): Promise<Outcome> {
  const { repository, ask, wish, isOurs } = sending;
  if (isMoving(repository)) return { kind: 'moving' };
  goOnIf(await ask.saveOpen());
  await repository.status();
  // VS Code may not have known of it before.
  if (isMoving(repository)) return { kind: 'moving' };
  const standing = await standingIn(repository);
  const changes = changesIn(repository.state, isOurs);
  const open = changes.onBothSides.length === 0 ? [] : await ask.unsettled(changes.onBothSides);
  if (open.length > 0) return { kind: 'unsettled', files: open };
  const hasChanged = standing.isMerging || changes.ours.length + changes.onBothSides.length > 0;
  if (!hasChanged) return withoutChanges(sending, standing);
  if (wish === 'review' && standing.remote === undefined) return { kind: 'nowhere', hasSaved: false };
  await sending.lookAgain(placesIn(repository.state, isOurs));
  goOnIf(await ask.goOnWithErrors());
  const version = await askForVersion(sending, standing, changes);
  // A merge has to end on the branch on which it was begun.
  const begun = standing.isMerging ? standing : await onOwnBranch(sending, standing, version.message, false);
  await attempt('save the version', false, () => saveVersion(sending, version));
  if (wish === 'save')
    return { kind: 'saved', branch: begun.branch, files: version.files.length + version.together };
  const own = standing.isMerging ? await onOwnBranch(sending, begun, version.message, true) : begun;
  return publish(sending, own);
}

/** Nothing to save: what was saved before and did not arrive may still be sent. */
async function withoutChanges(sending: Sending, standing: Standing): Promise<Outcome> {
  const { repository, wish, ask } = sending;
  const { branch, shared, remote } = standing;
  if (wish === 'save') return { kind: 'nothing', wish };
  if (!(await isUnsent(repository, standing))) {
    const isOwn = branch !== undefined && shared !== undefined && branch !== shared.branch;
    const isThere = isOwn && repository.state.HEAD?.upstream?.name === branch;
    const page = isThere && remote ? reviewPage(remote.address, { branch, base: shared.branch }) : undefined;
    return { kind: 'nothing', wish, page };
  }
  if (remote === undefined) return { kind: 'nowhere', hasSaved: true };
  goOnIf(await ask.goOnWithErrors());
  const { message = '' } = await repository.getCommit('HEAD');
  return publish(sending, await onOwnBranch(sending, standing, message, true));
}

interface Version {
  readonly message: string;
  readonly files: readonly ChangedFile[];
  /** Paths that are added; what is taken and has not changed since needs no adding. */
  readonly paths: readonly string[];
  /** Number of files that go with them. */
  readonly together: number;
}

async function askForVersion(sending: Sending, { isMerging }: Standing, changes: Changes): Promise<Version> {
  const { ask, wish } = sending;
  const chosen = isMerging ? changes.ours : await ask.choose(changes.ours, wish);
  if (chosen === undefined || (chosen.length === 0 && !isMerging)) throw new Stopped({ kind: 'left' });
  const keys = new Set(chosen.map(({ uri }) => uri.toString()));
  const unchosen = changes.ours.filter(({ uri, isTaken }) => isTaken && !keys.has(uri.toString()));
  const together = [...changes.takenOthers, ...unchosen];
  // Of a merge, what the others have changed is part of it.
  if (together.length > 0 && !isMerging) goOnIf(await ask.sendTogether(together));
  const message = await ask.message(chosen, { wish, isMerging });
  if (message === undefined || message.trim() === '') throw new Stopped({ kind: 'left' });
  const paths = [...chosen.map(({ uri }) => uri), ...changes.onBothSides].map(({ fsPath }) => fsPath);
  return { message: message.trim(), files: chosen, paths, together: together.length };
}

async function saveVersion({ repository, ask }: Sending, { message, paths }: Version): Promise<void> {
  const pending = pathsToAdd(repository, paths);
  if (pending.length > 0) await repository.add([...pending]);
  const isKnown = await asSomebody(repository, ask, () => repository.commit(message, {}));
  goOnIf(isKnown);
}

/** Git knows nothing of a file any longer that was taken out of it and is gone: adding it would fail. */
function pathsToAdd({ state }: GitRepository, paths: readonly string[]): readonly string[] {
  const { workingTreeChanges, untrackedChanges = [], mergeChanges } = state;
  const known = new Set(
    [...workingTreeChanges, ...untrackedChanges, ...mergeChanges].map(({ uri }) => uri.fsPath),
  );
  return paths.filter((path) => known.has(path));
}

/** Nobody sends onto what all share: a copy of its own is begun there, and where an older version is looked at. */
async function onOwnBranch(
  sending: Sending,
  standing: Standing,
  message: string,
  hasSaved: boolean,
): Promise<Standing> {
  const { repository, wish, asNewCopy = false } = sending;
  const { branch, shared, isSharedUnclear, isEmpty } = standing;
  const mayBeShared = branch === shared?.branch || (isSharedUnclear && !isCopyName(branch ?? ''));
  // The first version of all has nothing that it could be a copy of.
  const isOnShared = wish === 'review' && !isEmpty && (asNewCopy || mayBeShared);
  if (branch !== undefined && !isOnShared) return standing;
  const name = branchNameFor(message, await namesInUse(repository));
  await attempt('begin a copy', hasSaved, () => repository.createBranch(name, true));
  return { ...standing, branch: name };
}

async function publish(
  { repository }: Sending,
  { branch, remote, shared, isEmpty }: Standing,
): Promise<Outcome> {
  if (remote === undefined || branch === undefined) return { kind: 'nowhere', hasSaved: true };
  // A name that begins with + would be an order to force it.
  const name = branch.startsWith('+') ? `refs/heads/${branch}` : branch;
  await attempt('send it', true, () => repository.push(remote.name, name, true));
  const base = isEmpty || branch === shared?.branch ? undefined : shared?.branch;
  const page = base === undefined ? undefined : reviewPage(remote.address, { branch, base });
  return { kind: 'sent', branch, page, base };
}

async function attempt(step: Step, hasSaved: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Stopped({ kind: 'stopped', step, hasSaved, trouble: troubleOf(error) });
  }
}

function goOnIf(isWanted: boolean): void {
  if (!isWanted) throw new Stopped({ kind: 'left' });
}
