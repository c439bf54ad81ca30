/** The branch from which others leave and into which they come back. Nothing here knows VS Code. */
import type { GitRepository } from './api';
import { defaultBranch, remoteOrLocal } from './baseFiles';

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
