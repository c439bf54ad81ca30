/** As much of VS Code's git extension as sending uses, in memory, which fails where it is told to. */
/* eslint-disable @typescript-eslint/require-await -- what stands for git and for the user answers at once */
/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- vscode-uri makes the same addresses as VS Code */
import { URI } from 'vscode-uri';
import type { GitChange, GitRepository } from '../../../../client/git/api';
import { refTypes, statuses } from '../../../../client/git/numbers';

export type Operation =
  'status' | 'add' | 'commit' | 'createBranch' | 'checkout' | 'fetch' | 'merge' | 'mergeAbort' | 'push';

type Tree = Readonly<Record<string, string>>;
interface Commit {
  readonly parents: readonly string[];
  readonly message: string;
  readonly files: Tree;
}

export interface FakeOptions {
  readonly remote?: string | undefined;
  /** Nobody has told git who they are. */
  readonly isUnknown?: boolean;
}

export class FakeGit {
  readonly commits = new Map<string, Commit>([
    ['c0', { parents: [], message: 'Begin', files: { 'a.md': 'A' } }],
  ]);
  /** Of the remote, and what is known of it here. */
  readonly there = new Map<string, string>([['main', 'c0']]);
  readonly known = new Map<string, string>([['main', 'c0']]);
  readonly branches = new Map<string, string>([['main', 'c0']]);
  readonly upstreams = new Map<string, string>([['main', 'main']]);
  /** A branch, or a commit where none is checked out. */
  head = 'main';
  disk: Record<string, string> = { 'a.md': 'A' };
  index: Record<string, string> = { 'a.md': 'A' };
  readonly config = new Map<string, string>();
  mergeHead: string | undefined;
  conflicts: string[] = [];
  isMoving = false;
  /** Versions are moved about, which VS Code learns when it looks. */
  isFoundMoving = false;
  /** What was done, in order. */
  readonly done: string[] = [];
  /** Fails at the next time of an operation, with this. */
  readonly fails = new Map<Operation, unknown>();

  readonly options: FakeOptions;
  constructor(options: FakeOptions = { remote: 'https://github.com/o/r.git' }) {
    this.options = options;
    if (options.remote === undefined) for (const map of [this.there, this.known, this.upstreams]) map.clear();
  }

  get tip(): string | undefined {
    return this.branches.get(this.head) ?? (this.commits.has(this.head) ? this.head : undefined);
  }
  get tree(): Tree {
    return this.commits.get(this.tip ?? '')?.files ?? {};
  }
  treeOf = (commit: string): Tree => this.commits.get(commit)?.files ?? {};

  /** Somebody else's commit at the remote. */
  elsewhere(branch: string, files: Tree): void {
    const parent = this.there.get(branch) ?? 'c0';
    this.there.set(
      branch,
      this.add({ parents: [parent], message: 'Theirs', files: { ...this.treeOf(parent), ...files } }),
    );
  }

  add(commit: Commit): string {
    const id = `c${this.commits.size}`;
    this.commits.set(id, commit);
    return id;
  }

  ancestors(commit: string | undefined): ReadonlySet<string> {
    const found = new Set<string>();
    const walk = (id: string | undefined): void => {
      if (id === undefined || found.has(id)) return;
      found.add(id);
      for (const parent of this.commits.get(id)?.parents ?? []) walk(parent);
    };
    walk(commit);
    return found;
  }

  /** The commit that both have, and that no other one which both have goes on from. */
  common(one: string | undefined, other: string | undefined): string | undefined {
    const mine = this.ancestors(one);
    const both = [...this.ancestors(other)].filter((id) => mine.has(id));
    return both.find((id) => both.every((next) => next === id || !this.ancestors(next).has(id)));
  }

  resolve(ref: string): string | undefined {
    if (ref === 'HEAD') return this.tip;
    if (ref === 'MERGE_HEAD') return this.mergeHead;
    return (
      this.branches.get(ref) ??
      (ref.startsWith('origin/') ? this.known.get(ref.slice('origin/'.length)) : undefined) ??
      (this.commits.has(ref) ? ref : undefined)
    );
  }

  private act(operation: Operation, ...words: readonly string[]): void {
    if (this.fails.has(operation)) {
      const error = this.fails.get(operation);
      this.fails.delete(operation);
      throw error;
    }
    if (operation === 'status') this.isMoving ||= this.isFoundMoving;
    else this.done.push([operation, ...words].join(' '));
  }

  readonly uri = (path: string): URI => URI.parse(`file:///r/${path}`);

  private differences(
    before: Tree,
    after: Tree,
    kinds: readonly [number, number, number],
  ): readonly GitChange[] {
    const [fresh, changed, gone] = kinds;
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((path) => {
      if (before[path] === after[path]) return [];
      const status = before[path] === undefined ? fresh : after[path] === undefined ? gone : changed;
      return [{ uri: this.uri(path), originalUri: this.uri(path), status }];
    });
  }

  get repository(): GitRepository {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its getters have a `this` of their own
    const git = this;
    const kinds = [statuses.untracked, statuses.modified, statuses.deleted] as const;
    const notOpen = (): never => {
      throw new Error('Not asked for here');
    };
    return {
      rootUri: URI.parse('file:///r'),
      state: {
        get HEAD() {
          const upstream = git.upstreams.get(git.head);
          const [mine, theirs] = [git.ancestors(git.tip), git.ancestors(git.known.get(upstream ?? ''))];
          return {
            type: refTypes.head,
            ...(git.branches.has(git.head) || git.tip === undefined ? { name: git.head } : {}),
            ...(git.tip === undefined ? {} : { commit: git.tip }),
            ...(upstream === undefined
              ? {}
              : {
                  upstream: { remote: 'origin', name: upstream },
                  ahead: [...mine].filter((one) => !theirs.has(one)).length,
                  behind: [...theirs].filter((one) => !mine.has(one)).length,
                }),
          };
        },
        get remotes() {
          return git.options.remote === undefined ? [] : [{ name: 'origin', fetchUrl: git.options.remote }];
        },
        get rebaseCommit() {
          return git.isMoving ? {} : undefined;
        },
        get mergeChanges() {
          return git.conflicts.map((path) => ({
            uri: git.uri(path),
            originalUri: git.uri(path),
            status: 16,
          }));
        },
        get indexChanges() {
          return git
            .differences(git.tree, git.index, [statuses.indexAdded, 0, statuses.indexDeleted])
            .filter(({ uri }) => !git.conflicts.includes(uri.path.slice(3)));
        },
        get workingTreeChanges() {
          return git
            .differences(git.index, git.disk, kinds)
            .filter(({ uri }) => !git.conflicts.includes(uri.path.slice(3)));
        },
        onDidChange: notOpen,
      },
      getRefs: async () => [
        ...[...git.branches].map(([name, commit]) => ({ type: refTypes.head, name, commit })),
        ...[...git.known].map(([name, commit]) => ({
          type: refTypes.remoteHead,
          name: `origin/${name}`,
          commit,
        })),
      ],
      getCommit: async (ref) => {
        const hash = git.resolve(ref);
        if (hash === undefined) throw new Error(`no ${ref}`);
        return { hash, message: git.commits.get(hash)?.message ?? '' };
      },
      getMergeBase: async (one, other) => {
        return git.common(git.resolve(one), git.resolve(other));
      },
      diffWith: notOpen,
      log: notOpen,
      buffer: notOpen,
      diffBetween: async (one, other) => git.differences(git.treeOf(one), git.treeOf(other), kinds),
      status: async () => git.act('status'),
      add: async (paths) => {
        const names = paths.map((path) => path.replaceAll('\\', '/').slice(3));
        git.act('add', ...names);
        for (const name of names) {
          const text = git.disk[name];
          if (text === undefined) Reflect.deleteProperty(git.index, name);
          else git.index[name] = text;
          git.conflicts = git.conflicts.filter((one) => one !== name);
        }
      },
      commit: async (message) => {
        git.act('commit', message);
        if (git.options.isUnknown && !(git.config.has('user.name') && git.config.has('user.email'))) {
          git.done.pop();
          throw Object.assign(new Error('Failed'), { gitErrorCode: 'NoUserNameConfigured' });
        }
        const parents = [git.tip, git.mergeHead].flatMap((one) => (one === undefined ? [] : [one]));
        const id = git.add({ parents, message, files: { ...git.index } });
        git.mergeHead = undefined;
        git.branches.set(git.head, id);
      },
      createBranch: async (name) => {
        git.act('createBranch', name);
        git.branches.set(name, git.tip ?? '');
        git.head = name;
      },
      checkout: async (branch) => {
        git.act('checkout', branch);
        git.head = branch;
        git.disk = { ...git.tree };
        git.index = { ...git.tree };
      },
      fetch: async (remote) => {
        git.act('fetch', remote);
        for (const [name, commit] of git.there) git.known.set(name, commit);
      },
      merge: async (ref) => {
        git.act('merge', ref);
        git.merge(git.resolve(ref) ?? '');
      },
      mergeAbort: async () => {
        git.act('mergeAbort');
        git.disk = { ...git.disk, ...git.tree };
        git.index = { ...git.tree };
        git.conflicts.length = 0;
        git.mergeHead = undefined;
      },
      push: async (remote, branch, setUpstream) => {
        git.act('push', remote, branch);
        const tip = git.tip ?? '';
        const theirs = git.there.get(branch);
        if (theirs !== undefined && !git.ancestors(tip).has(theirs))
          throw Object.assign(new Error('Failed'), { stderr: ' ! [rejected] (fetch first)' });
        git.there.set(branch, tip);
        git.known.set(branch, tip);
        if (setUpstream) git.upstreams.set(git.head, branch);
      },
      setConfig: async (key, value) => git.config.set(key, value),
    };
  }

  private merge(theirs: string): void {
    const mine = this.tip ?? '';
    const base = this.treeOf(this.common(mine, theirs) ?? '');
    if (this.ancestors(theirs).has(mine)) {
      this.branches.set(this.head, theirs);
      for (const [path, text] of Object.entries(this.treeOf(theirs)))
        this.disk[path] = this.index[path] = text;
      return;
    }
    for (const [path, text] of Object.entries(this.treeOf(theirs))) {
      if (base[path] === text) continue;
      if (this.tree[path] !== base[path] && this.tree[path] !== text) {
        this.disk[path] = `<<<<<<< HEAD\n${this.tree[path] ?? ''}\n=======\n${text}\n>>>>>>> theirs\n`;
        this.conflicts.push(path);
      } else this.disk[path] = this.index[path] = text;
    }
    this.mergeHead = theirs;
    if (this.conflicts.length > 0) throw Object.assign(new Error('Failed'), { gitErrorCode: 'Conflict' });
    this.branches.set(
      this.head,
      this.add({ parents: [mine, theirs], message: 'Merge', files: { ...this.index } }),
    );
    this.mergeHead = undefined;
  }
}
