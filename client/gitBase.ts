/** A repository as VS Code's git extension knows it: what can be compared with, and what was in its files. */
import { Uri, workspace } from 'vscode';
import type { BaseFile } from '../server/lsp/protocol';
import { defaultBranch, filesOfBase, remoteOrLocal, type Wanted } from './compareBase';
import { isWithin } from './fileNames';
import type { GitApi, GitRepository } from './gitApi';
import { statuses } from './gitNumbers';
import { inParallel } from './parallel';

/** Why something cannot be compared, in whole sentences for people. */
export class Refusal extends Error {}

export interface Side {
  /** The commit at the base. */
  readonly base: string;
  /** The commit that is checked out. */
  readonly head: string;
  readonly files: readonly BaseFile[];
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

/** The branch from which others leave, by its name for people and for git; undefined where there is none. */
export async function defaultBaseOf(
  repository: GitRepository,
): Promise<{ readonly branch: string; readonly ref: string } | undefined> {
  const refs = await repository.getRefs({});
  const originHead = await repository.getCommit('origin/HEAD').then(
    ({ hash }) => hash,
    () => undefined,
  );
  const branch = defaultBranch(refs, originHead, repository.state.HEAD?.name);
  return branch === undefined ? undefined : { branch, ref: remoteOrLocal(refs, branch) };
}

/** Remembers what was in files at a commit: it never changes. */
export type Texts = Map<string, BaseFile>;

/**
 * What the working tree, with what is not saved, has before it at the commit that it and `ref` have in common.
 * @throws Refusal
 */
export async function sideAt(repository: GitRepository, ref: string, texts: Texts): Promise<Side> {
  const head = repository.state.HEAD?.commit;
  if (head === undefined) throw new Refusal('There is no commit in this repository yet.');
  const base = await repository.getMergeBase(ref, head);
  if (!base)
    throw new Refusal(
      `${ref} and what is checked out have no commit in common here. Is ${ref} still there? If this is a shallow clone, fetch the rest with “git fetch --unshallow”.`,
    );
  const wanted = await filesAt(repository, base);
  const reads = [...wanted.values()].filter((kind) => kind === 'read' || kind === 'look').length;
  if (reads > maximumFiles)
    throw new Refusal(
      `${reads} files differ from ${ref}, which is too many to be compared here. “evidence-portfolio diff” in a terminal can.`,
    );
  const files = await inParallel([...wanted], readsAtATime, async ([uri, kind]): Promise<BaseFile> => {
    if (kind === 'present' || kind === 'absent') return { uri, kind };
    const key = `${base} ${uri}`;
    const file = texts.get(key) ?? (await readAt(repository, base, uri, kind));
    texts.set(key, file);
    return file;
  });
  return { base, head, files };
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

const pathOf = (uri: string): string => Uri.parse(uri, true).fsPath;

/** Addresses of the files that are not now what they are at a commit, and what is to be known of each. */
async function filesAt(repository: GitRepository, commit: string): Promise<ReadonlyMap<string, Wanted>> {
  const { mergeChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const changes = (await repository.diffWith(commit)).map(({ uri, originalUri, status }) => ({
    uri: uri.toString(),
    originalUri: originalUri.toString(),
    status,
  }));
  const untracked = [
    ...untrackedChanges,
    ...workingTreeChanges.filter(({ status }) => status === statuses.untracked),
  ].map(({ uri }) => uri.toString());
  const unsaved = workspace.textDocuments.flatMap(({ isDirty, uri }) =>
    isDirty && isWithin(repository.rootUri.toString(), uri) ? [uri.toString()] : [],
  );
  return filesOfBase(changes, untracked, [...mergeChanges.map(({ uri }) => uri.toString()), ...unsaved]);
}
