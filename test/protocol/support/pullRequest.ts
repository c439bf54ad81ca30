/** A repository with a pull request, and clones of it as CI systems make them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { branches, main } from '../../unit/cli/anytown';
import type { Edits } from '../../unit/cli/gitRepository';
import { gitIn, repositoryWith } from '../../unit/cli/gitRepository';
import { removeFolders } from '../../unit/cli/support';
import { folderOf } from './folders';

export interface PullRequest {
  readonly number: number;
  /** The repository that is cloned. */
  readonly origin: string;
  /** Where main is now; the branch began one commit before. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  /** The event as GitHub tells it. */
  readonly event: { readonly pull_request: object };
}

afterEach(removeFolders);

/** @param edits one of the branches of the small portfolio, or edits of one's own */
export function pullRequest(edits: string | Edits, from = 'anytown/libraries'): PullRequest {
  const number = 7;
  const repository = repositoryWith(main);
  repository.branch('topic', typeof edits === 'string' ? (branches[edits] ?? {}) : edits);
  const head = repository.git('rev-parse', 'HEAD').trim();
  // Meanwhile, somebody else's change has come into main.
  repository.git('checkout', '--quiet', 'main');
  repository.edit({ 'libraries/evidence/other.md': '---\ntitle: Other\nelements: ["2.3"]\n---\n\nText.\n' });
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message=Add another');
  const base = repository.git('rev-parse', 'HEAD').trim();
  repository.git('checkout', '--quiet', '--detach');
  repository.git('merge', '--quiet', '--no-ff', '--message=Merge', 'topic');
  const merge = repository.git('rev-parse', 'HEAD').trim();
  repository.git('update-ref', `refs/pull/${number}/merge`, merge);
  repository.git('update-ref', `refs/pull/${number}/head`, head);
  repository.git('checkout', '--quiet', 'main');
  return {
    number,
    origin: repository.folder,
    base,
    head,
    merge,
    event: { pull_request: { number, base: { sha: base }, head: { sha: head, repo: { full_name: from } } } },
  };
}

/** A clone of one commit or of all of its history, checked out as actions/checkout does. */
export function cloneOf({ origin }: PullRequest, ref: string, depth?: number): string {
  const folder = join(folderOf({}).path, 'clone');
  mkdirSync(folder);
  gitIn(folder, 'init', '--quiet', '--initial-branch=none');
  gitIn(folder, 'remote', 'add', 'origin', pathToFileURL(origin).href);
  gitIn(
    folder,
    'fetch',
    '--quiet',
    '--no-tags',
    ...(depth === undefined ? [] : [`--depth=${depth}`]),
    'origin',
    ref,
  );
  gitIn(folder, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return folder;
}
