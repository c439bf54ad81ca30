/**
 * What we use of the API of VS Code's own git extension. Its whole is extensions/git/src/api/git.d.ts in the repository
 * microsoft/vscode (MIT License); the extension asks others to declare what they use.
 */
import { extensions, type Event, type Uri } from 'vscode';

export interface GitRef {
  readonly type: number;
  /** `main`, or `origin/main` of a remote branch. */
  readonly name?: string;
  readonly commit?: string;
}

export interface GitCommit {
  readonly hash: string;
  readonly message?: string;
  readonly authorName?: string;
  readonly commitDate?: Date;
}

/** The branch that is checked out; without a name where none is. */
export interface GitHead extends GitRef {
  /** The branch of a remote that it follows. */
  readonly upstream?: { readonly remote: string; readonly name: string };
  /** Numbers of commits that the one has and the other has not. */
  readonly ahead?: number;
  readonly behind?: number;
}

export interface GitChange {
  /** Where the file is now; where it was, if it has gone. */
  readonly uri: Uri;
  /** Where the file was. */
  readonly originalUri: Uri;
  readonly status: number;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    /** Undefined before the repository has been read; without a commit where there is none yet. */
    readonly HEAD: GitHead | undefined;
    readonly remotes: readonly {
      readonly name: string;
      readonly fetchUrl?: string;
      readonly pushUrl?: string;
    }[];
    /** Set while commits are being moved. */
    readonly rebaseCommit?: object | undefined;
    /** What would go into a commit now. */
    readonly indexChanges: readonly GitChange[];
    readonly mergeChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    /** Older versions list such files among those of the working tree. */
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange: Event<void>;
  };
  getRefs(query: object): Promise<readonly GitRef[]>;
  getCommit(ref: string): Promise<GitCommit>;
  /** From the newest on, of what is checked out. */
  log(options: { readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** Undefined where the two have no commit in common. */
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  /** Tracked files of the working tree that are not what they are at a commit. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
  /** Files that are not at `ref` what they are at the commit that it has in common with `from`. */
  diffBetween(from: string, ref: string): Promise<readonly GitChange[]>;
  /** What a file holds at a commit; rejects where it is not there. */
  buffer(ref: string, path: string): Promise<Uint8Array>;
  /** Reads anew what has changed. */
  status(): Promise<void>;
  /** Files as they are on the disk, those that have gone among them. */
  add(paths: string[]): Promise<void>;
  /** What has been added. */
  commit(message: string, options?: object): Promise<void>;
  createBranch(name: string, checkout: boolean): Promise<void>;
  checkout(branch: string): Promise<void>;
  fetch(remote: string): Promise<void>;
  merge(ref: string): Promise<void>;
  /** All files as they were before a merge that waits for its end. */
  mergeAbort(): Promise<void>;
  push(remote: string, branch: string, setUpstream: boolean): Promise<void>;
  /** For this repository alone. */
  setConfig(key: string, value: string): Promise<unknown>;
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  /** The repository that holds a file or folder, of those that are open. */
  getRepository(uri: Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** Undefined where there is no such extension, or it is switched off, or it has found no git. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    return git.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether VS Code has a git extension at all, switched on or off. */
export const hasGitExtension = (): boolean => extensions.getExtension('vscode.git') !== undefined;
