/** A repository as VS Code's git extension knows it: what can be compared with, and what was in its files. */
import { Uri, workspace } from 'vscode';
import type { BaseFile } from '../../server/lsp/protocol';
import { filesOfBase, filesOfBranch, type ChangeLike, type Wanted } from './baseFiles';
import { defaultBaseOf } from './defaultBase';
import { directionOf, relationOf, type Direction, type Relation } from './relation';
import { isWithin } from '../host/fileNames';
import type { GitApi, GitChange, GitRepository } from './api';
import { statuses } from './numbers';
import { inParallel } from '../host/parallel';

/** Why something cannot be compared, in whole sentences for people. */
export class Refusal extends Error {}

/** The other side of a comparison: what was here when a branch was left, or what would be here with it. */
export interface Side {
  readonly relation: Relation;
  readonly direction: Direction;
  /** The default branch is checked out. */
  readonly isOnDefault: boolean;
  /** The commit to which links to what is new can lead. */
  readonly commit: string;
  /** The files that are otherwise than here, as they are on the other side. */
  readonly files: readonly BaseFile[];
  /** How many of them have changed here, too, since the branch was left; they count as they are on the other side. */
  readonly changedOnBoth: number;
}

export interface BranchAsked {
  /** As git knows it. */
  readonly ref: string;
  readonly isAutomatic: boolean;
  readonly isTheirs: boolean;
}

/** Each read is a process of git's. */
const readsAtATime = 8;
/** What differs in more files than these is another portfolio rather than a change of it. */
const maximumFiles = 3000;

/** The repositories that hold these portfolios, or are held by them, in the order of the portfolios. */
export function repositoriesOf(api: GitApi, roots: readonly Uri[]): readonly GitRepository[] {
  const found = roots.flatMap((root) => {
    const around = api.getRepository(root);
    const within = `${root.toString().replace(/\/$/, '')}/`;
    return around
      ? [around]
      : api.repositories.filter(({ rootUri }) => rootUri.toString().startsWith(within));
  });
  return [...new Set(found)];
}

/** Remembers what was in files at a commit: it never changes. */
export type Texts = Map<string, BaseFile>;

/**
 * What is to be compared with the working tree and what is not saved: that which stood at the commit that it and the
 * branch have in common, or that which the branch would make of it.
 * @throws Refusal
 */
export async function sideOf(
  repository: GitRepository,
  { ref, isAutomatic, isTheirs }: BranchAsked,
  texts: Texts,
): Promise<Side> {
  const head = repository.state.HEAD?.commit;
  if (head === undefined) throw new Refusal('There is no commit in this repository yet.');
  const { tip, common } = await commitsOf(repository, ref, head);
  const relation = relationOf(tip, head, common);
  const isOnDefault =
    !isAutomatic && (await defaultBaseOf(repository))?.branch === repository.state.HEAD?.name;
  const direction = directionOf(relation, { isAutomatic, isOnDefault, isTheirs });
  const side = { relation, direction, isOnDefault };
  const here = await filesAt(repository, common);
  if (direction === 'since')
    return {
      ...side,
      commit: head,
      files: await readAll(repository, ref, common, here, texts),
      changedOnBoth: 0,
    };
  const there = filesOfBranch((await repository.diffBetween(head, tip)).map(asText));
  const changedOnBoth = [...there.keys()].filter((uri) => here.has(uri)).length;
  return { ...side, commit: tip, files: await readAll(repository, ref, tip, there, texts), changedOnBoth };
}

/** @throws Refusal */
async function commitsOf(
  repository: GitRepository,
  ref: string,
  head: string,
): Promise<{ readonly tip: string; readonly common: string }> {
  // Of a tag with a message, its commit.
  const tip = await repository.getCommit(`${ref}^{commit}`).then(
    ({ hash }) => hash,
    () => undefined,
  );
  if (tip === undefined)
    throw new Refusal(`${ref} is not in this repository any longer. Fetch, or compare with another branch.`);
  const common = await repository.getMergeBase(ref, head).catch(() => undefined);
  if (!common)
    throw new Refusal(
      `${ref} and what is checked out have no commit in common: they were begun apart, or a part of the history is not here. If this is a shallow clone, fetch the rest with “git fetch --unshallow”.`,
    );
  return { tip, common };
}

/** What files hold at a commit. @throws Refusal */
async function readAll(
  repository: GitRepository,
  ref: string,
  commit: string,
  wanted: ReadonlyMap<string, Wanted>,
  texts: Texts,
): Promise<readonly BaseFile[]> {
  const reads = [...wanted.values()].filter((kind) => kind === 'read' || kind === 'look').length;
  if (reads > maximumFiles)
    throw new Refusal(
      `${reads} files differ from ${ref}, which is too many to be compared here. “evidence-portfolio diff” in a terminal can.`,
    );
  return inParallel([...wanted], readsAtATime, async ([uri, kind]): Promise<BaseFile> => {
    if (kind === 'present' || kind === 'absent') return { uri, kind };
    const key = `${commit} ${uri}`;
    const file = texts.get(key) ?? (await readAt(repository, commit, uri, kind));
    texts.set(key, file);
    return file;
  });
}

async function readAt(
  repository: GitRepository,
  commit: string,
  uri: string,
  kind: 'read' | 'look',
): Promise<BaseFile> {
  try {
    const bytes = await repository.buffer(commit, pathOf(uri));
    return { uri, kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    // A file that git does not know was not there; one that it names must be.
    if (kind === 'look') return { uri, kind: 'absent' };
    throw error;
  }
}

const asText = ({ uri, originalUri, status }: GitChange): ChangeLike => ({
  uri: uri.toString(),
  originalUri: originalUri.toString(),
  status,
});

const pathOf = (uri: string): string => Uri.parse(uri, true).fsPath;

/** Addresses of the files that are not now what they are at a commit, and what is to be known of each. */
async function filesAt(repository: GitRepository, commit: string): Promise<ReadonlyMap<string, Wanted>> {
  const { mergeChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const changes = (await repository.diffWith(commit)).map(asText);
  const untracked = [
    ...untrackedChanges,
    ...workingTreeChanges.filter(({ status }) => status === statuses.untracked),
  ].map(({ uri }) => uri.toString());
  const unsaved = workspace.textDocuments.flatMap(({ isDirty, uri }) =>
    isDirty && isWithin(repository.rootUri.toString(), uri) ? [uri.toString()] : [],
  );
  return filesOfBase(changes, untracked, [...mergeChanges.map(({ uri }) => uri.toString()), ...unsaved]);
}
